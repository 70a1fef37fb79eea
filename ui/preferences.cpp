#include "ui/preferences.h"

#include <QLocale>
#include <QSettings>
#include <QStringList>

namespace perceptible {

namespace {

const QString kLanguage = QStringLiteral("window/language");
const QString kTheme = QStringLiteral("window/theme");

} // namespace

Preferences Preferences::load() {
    const QSettings settings;
    Preferences result;
    result.language = settings.value(kLanguage).toString();
    result.theme = themeChoiceFrom(settings.value(kTheme).toString());
    return result;
}

void Preferences::save() const {
    QSettings settings;
    settings.setValue(kLanguage, language);
    settings.setValue(kTheme, nameOf(theme));
}

QString Preferences::effectiveLanguage() const {
    const QString wanted = language.isEmpty() ? QLocale::system().name().section(QLatin1Char('_'), 0, 0) : language;
    return languages().contains(wanted) ? wanted : languages().front();
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
