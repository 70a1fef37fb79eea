#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

/// WCAG 2.1: relative luminance and contrast ratio.
double luminance(const QColor& colour) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QStringList warnings;
void collectWarnings(QtMsgType, const QMessageLogContext&, const QString& text) { warnings << text; }

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void textIsReadable_data() { bothThemes(); }
    void textIsReadable() {
        const Theme& theme = chosenTheme();
        for (const QColor& surface : {theme.ground, theme.panel}) {
            for (const QColor& ink : {theme.text, theme.quietText, theme.accent, theme.warning}) {
                QVERIFY2(contrast(ink, surface) >= 4.5,
                         qPrintable(ink.name() + QStringLiteral(" on ") + surface.name()));
            }
        }
        QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
        QVERIFY(contrast(theme.accent, theme.accentWash) >= 4.5); // a checked button
        QVERIFY(contrast(theme.text, theme.accentWash) >= 4.5);
        QVERIFY(contrast(theme.testCurve, theme.panel) >= 3); // a line
    }

    void styleSheetParses_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("size");
        for (const int size : kTextSizes) {
            QTest::addRow("light, %d %%", size) << false << size;
            QTest::addRow("dark, %d %%", size) << true << size;
        }
    }
    void styleSheetParses() {
        QFETCH(int, size);
        const QString sheet = styleSheetFor(chosenTheme(size));
        QVERIFY(!sheet.contains(QLatin1Char('@')));
        warnings.clear();
        const QtMessageHandler before = qInstallMessageHandler(collectWarnings);
        QWidget widget;
        widget.setStyleSheet(sheet);
        widget.ensurePolished();
        qInstallMessageHandler(before);
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(QLatin1Char('\n'))));
        static const QRegularExpression image(QStringLiteral("url\\((:[^)]*)\\)"));
        for (auto matches = image.globalMatch(sheet); matches.hasNext();) {
            QVERIFY(QFile::exists(matches.next().captured(1)));
        }
    }

    void fontsFollowTheTextSize() {
        for (const TextRole role : {TextRole::caption, TextRole::body, TextRole::heading, TextRole::figure}) {
            applyTheme(*qApp, ThemeChoice::light);
            const int designed = fontFor(role).pixelSize();
            applyTheme(*qApp, ThemeChoice::light, 200);
            QCOMPARE(fontFor(role).pixelSize(), 2 * designed);
        }
        QCOMPARE(QApplication::font().pixelSize(), fontFor(TextRole::body).pixelSize());
        QCOMPARE(scaled(13), 26);
        QCOMPARE(scaled(0.4), 0.8);
    }

    void lengthsOfTheStyleSheetFollowTheTextSize() {
        const auto minimumHeight = [](int size) {
            applyTheme(*qApp, ThemeChoice::light, size);
            QPushButton button;
            button.ensurePolished();
            return button.minimumSizeHint().height();
        };
        // Beside the text 4 px of padding and 1 px of line at the top and the bottom.
        QCOMPARE(minimumHeight(100), 19 + 2 * 4 + 2);
        QCOMPARE(minimumHeight(200), 39 + 2 * 8 + 2);
    }

    void focusMovesNothing_data() {
        QTest::addColumn<int>("size");
        for (const int size : kTextSizes) {
            QTest::addRow("%d %%", size) << size;
        }
    }
    void focusMovesNothing() {
        QFETCH(int, size);
        applyTheme(*qApp, ThemeChoice::light, size);
        QWidget window;
        auto* button = new QPushButton(QStringLiteral("Play"), &window);
        auto* number = new QSpinBox(&window);
        auto* choice = new QComboBox(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QApplication::setActiveWindow(&window);
        for (QWidget* control : std::initializer_list<QWidget*>{button, number, choice}) {
            window.setFocus();
            const QSize before = control->sizeHint();
            control->setFocus();
            QVERIFY(control->hasFocus());
            QCOMPARE(control->sizeHint(), before);
        }
    }

    void widgetsLearnOfAChange() {
        applyTheme(*qApp, ThemeChoice::light);
        QWidget widget;
        widget.show();
        QCOMPARE(widget.palette().color(QPalette::Window), Theme::current().panel);
        applyTheme(*qApp, ThemeChoice::dark);
        QVERIFY(Theme::current().dark);
        QCOMPARE(widget.palette().color(QPalette::Window), Theme::current().panel);
        QCOMPARE(widget.palette().color(QPalette::WindowText), Theme::current().text);
    }

    void systemThemeFollowsTheSystemsPalette() {
        applyTheme(*qApp, ThemeChoice::dark);
        applyTheme(*qApp, ThemeChoice::system);
        QVERIFY(!Theme::current().dark); // the offscreen platform has Qt's light palette
        QCOMPARE(themeChoice(), ThemeChoice::system);
    }

    void divergingMapMeansOneThing_data() { bothThemes(); }
    void divergingMapMeansOneThing() {
        const Theme& theme = chosenTheme();
        constexpr float infinity = std::numeric_limits<float>::infinity();
        QCOMPARE(diverging(-1), theme.class0.rgb());
        QCOMPARE(diverging(0), theme.neutral.rgb());
        QCOMPARE(diverging(1), theme.class1.rgb());
        QCOMPARE(diverging(-infinity), theme.class0.rgb());
        QCOMPARE(diverging(infinity), theme.class1.rgb());
        QCOMPARE(diverging(std::numeric_limits<float>::quiet_NaN()), theme.line.rgb());
    }

    void iconsTakeTheirInkFromTheTheme() {
        applyTheme(*qApp, ThemeChoice::light);
        const QIcon icon = themedIcon("pause");
        const auto inkOf = [&](QIcon::Mode mode, QIcon::State state) {
            return icon.pixmap(QSize(24, 24), mode, state).toImage().pixelColor(8, 12);
        };
        QCOMPARE(inkOf(QIcon::Normal, QIcon::Off), Theme::current().text);
        QCOMPARE(inkOf(QIcon::Normal, QIcon::On), Theme::current().accent);
        QCOMPARE(inkOf(QIcon::Disabled, QIcon::Off), Theme::current().quietText);
        applyTheme(*qApp, ThemeChoice::dark);
        QCOMPARE(inkOf(QIcon::Normal, QIcon::Off), Theme::current().text);
    }

    void iconsAreSharpOnDenseScreens() {
        QCOMPARE(themedIcon("play").pixmap(QSize(20, 20), 2.0).size(), QSize(40, 40));
    }

private:
    static void bothThemes() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    static const Theme& chosenTheme(int size = kTextSizes.front()) {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeChoice::dark : ThemeChoice::light, size);
        return Theme::current();
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
