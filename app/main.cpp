#include <QApplication>
#include <QCommandLineParser>

#include "desk.h"
#include "ui/live/laboratory.h"
#include "ui/preferences.h"

using namespace perceptible;

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("perceptible"));
    QApplication::setApplicationVersion(QStringLiteral(PERCEPTIBLE_VERSION));
    QApplication::setOrganizationName(QStringLiteral("perceptible"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Watch a neural network learn."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("CSV file of points to begin with."),
                                 QStringLiteral("[file]"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language of the window: en or ko."),
                                      QStringLiteral("code"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                   QStringLiteral("name"));
    parser.addOptions({language, theme});
    parser.process(application);

    Preferences preferences = Preferences::load();
    if (parser.isSet(language)) {
        preferences.language = parser.value(language);
    }
    if (parser.isSet(theme)) {
        preferences.theme = themeChoiceFrom(parser.value(theme));
    }
    Laboratory laboratory;
    Desk desk(application, laboratory, preferences);
    if (!parser.positionalArguments().isEmpty()) {
        laboratory.openCsv(parser.positionalArguments().first());
    }
    return QApplication::exec();
}
