#include "ui/preferences.h"

#include <QLocale>
#include <QSettings>
#include <QStringList>
#include <algorithm>

namespace perceptible {

namespace {

const QString kLanguage = QStringLiteral("window/language");
const QString kTheme = QStringLiteral("window/theme");
const QString kTextSize = QStringLiteral("window/textSize");

// A screen so high is looked at from far away (a projector), or has so fine pixels that text needs more of them.
constexpr int kHighScreen = 1000;
constexpr int kVeryHighScreen = 1400;

} // namespace

Preferences Preferences::load() {
    const QSettings settings;
    Preferences result;
    result.language = settings.value(kLanguage).toString();
    result.theme = themeChoiceFrom(settings.value(kTheme).toString());
    if (const int size = settings.value(kTextSize).toInt(); std::ranges::find(kTextSizes, size) != kTextSizes.end()) {
        result.textSize = size;
    }
    return result;
}

void Preferences::save() const {
    QSettings settings;
    settings.setValue(kLanguage, language);
    settings.setValue(kTheme, nameOf(theme));
    settings.setValue(kTextSize, textSize ? QString::number(*textSize) : QStringLiteral("automatic"));
}

QString Preferences::effectiveLanguage() const {
    const QString wanted = language.isEmpty() ? QLocale::system().name().section(QLatin1Char('_'), 0, 0) : language;
    return languages().contains(wanted) ? wanted : languages().front();
}

int Preferences::effectiveTextSize(int screenHeight) const {
    if (textSize) {
        return *textSize;
    }
    return kTextSizes[screenHeight < kHighScreen ? 0 : screenHeight < kVeryHighScreen ? 1 : 2];
}

ThemeChoice themeChoiceFrom(const QString& name) {
    for (const auto choice : {ThemeChoice::light, ThemeChoice::dark}) {
        if (nameOf(choice) == name) {
            return choice;
        }
    }
    return ThemeChoice::system;
}

QString nameOf(ThemeChoice choice) {
    switch (choice) {
    case ThemeChoice::system:
        return QStringLiteral("system");
    case ThemeChoice::light:
        return QStringLiteral("light");
    case ThemeChoice::dark:
        return QStringLiteral("dark");
    }
    return {};
}

const QStringList& languages() {
    static const QStringList result{QStringLiteral("en"), QStringLiteral("ko")};
    return result;
}

} // namespace perceptible
