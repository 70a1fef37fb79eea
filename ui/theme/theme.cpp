#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QStyleFactory>

#include "ui/theme/diverging_map.h"
#include "ui/theme/style_sheet.h"

namespace perceptible {
namespace {

// Class colours and the test curve's hue are from the palette of Okabe and Ito (2008), which colour-blind people can
// tell apart. Every text colour has a contrast of at least 4.5 with what it stands on (WCAG 2.1, 1.4.3).
const Theme& lightTheme() {
    static const Theme theme{
        .dark = false,
        .ground = 0xf4f5f7,
        .panel = 0xffffff,
        .line = 0xe2e5ea,
        .strongLine = 0xd5dae1,
        .text = 0x1d2733,
        .quietText = 0x627080,
        .accent = 0x0b5cad,
        .onAccent = 0xffffff,
        .accentWash = 0xe4eefa,
        .warning = 0xb3261e,
        .class0 = 0xe69f00,
        .class1 = 0x0072b2,
        .neutral = 0xffffff,
        .testCurve = 0x009e73,
    };
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme{
        .dark = true,
        .ground = 0x14181d,
        .panel = 0x1b2027,
        .line = 0x2a313b,
        .strongLine = 0x3b4552,
        .text = 0xe3e8ee,
        .quietText = 0x98a5b4,
        .accent = 0x6cb2f5,
        .onAccent = 0x0d1722,
        .accentWash = 0x20344a,
        .warning = 0xff8f80,
        .class0 = 0xe69f00,
        .class1 = 0x0072b2,
        .neutral = 0x14181d,
        .testCurve = 0x2cc295,
    };
    return theme;
}

const Theme* shown = nullptr;
ThemeChoice choiceNow = ThemeChoice::system;
int textSizeNow = kTextSizes.front();

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.ground);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.quietText);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.onAccent);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    // What Fusion bevels with.
    palette.setColor(QPalette::Light, theme.panel);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.strongLine);
    palette.setColor(QPalette::Dark, theme.strongLine);
    palette.setColor(QPalette::Shadow, theme.strongLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.quietText);
    }
    return palette;
}

/// The application's own palette hides the system's, so it is taken away to look.
bool systemIsDark() {
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    return system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
}

void show(QApplication& application) {
    const bool dark = choiceNow == ThemeChoice::system ? systemIsDark() : choiceNow == ThemeChoice::dark;
    shown = dark ? &darkTheme() : &lightTheme();
    buildDivergingMap(*shown);
    QApplication::setFont(fontFor(TextRole::body));
    QApplication::setPalette(paletteOf(*shown));
    application.setStyleSheet(styleSheetFor(*shown));
}

/// Shows the theme anew when the desktop switches between light and dark.
class SystemThemeFollower : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ThemeChange && choiceNow == ThemeChoice::system) {
            // Queued: the palette must not change under the event that announces it.
            QMetaObject::invokeMethod(
                this, [] { show(*qApp); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

const Theme& Theme::current() { return shown ? *shown : lightTheme(); }

ThemeChoice themeChoice() { return choiceNow; }

int textSize() { return textSizeNow; }

void applyTheme(QApplication& application, ThemeChoice choice, int textSize) {
    choiceNow = choice;
    textSizeNow = textSize;
    if (!shown) {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        application.installEventFilter(new SystemThemeFollower(&application));
    }
    show(application);
}

} // namespace perceptible
