#include <QApplication>
#include <QCommandLineParser>
#include <cstdlib>
#include <iostream>
#include <variant>

#include "desk.h"
#include "ui/live/laboratory.h"
#include "ui/preferences.h"

using namespace perceptible;

namespace {

// What a script can rely on; the same as perceptible-cli's.
constexpr int kDone = 0;
constexpr int kNoDisplay = 1;
constexpr int kBadInput = 2;

/// What the program was started with, over what was chosen in its window before.
struct Start {
    QString language;
    QString theme;
    QString file;
};

/// QApplication takes these itself; a parser that runs before it must let them pass.
void letQtsOwnPass(QCommandLineParser& parser) {
    const auto pass = [&parser](const char* name, const QString& value) {
        QCommandLineOption option(QString::fromLatin1(name), {}, value);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    };
    for (const char* name : {"platform", "platformpluginpath", "platformtheme", "plugin", "style", "stylesheet",
                             "display", "geometry", "qwindowgeometry", "qwindowicon", "qwindowtitle", "session"}) {
        pass(name, QStringLiteral("value"));
    }
    pass("reverse", {});
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
}

int refuse(const QString& sentence) {
    std::cerr << "perceptible: " << sentence.toStdString() << " See perceptible --help.\n";
    return kBadInput;
}

/// An exit code when there is nothing to show. Needs no display.
std::variant<Start, int> startOf(int argc, char** argv) {
    const QCoreApplication application(argc, argv); // the parser asks it for the program's name
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Watch a neural network learn."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("CSV file of points to begin with."),
                                 QStringLiteral("[file]"));
    const QStringList themes{nameOf(ThemeChoice::light), nameOf(ThemeChoice::dark), nameOf(ThemeChoice::system)};
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language of the window: en or ko."),
                                      QStringLiteral("code"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                   QStringLiteral("name"));
    parser.addOptions({language, theme});
    letQtsOwnPass(parser);

    if (!parser.parse(QCoreApplication::arguments())) {
        return refuse(parser.errorText() + QLatin1Char('.'));
    }
    if (parser.isSet(help)) {
        std::cout << parser.helpText().toStdString();
        return kDone;
    }
    if (parser.isSet(version)) {
        std::cout << "perceptible " PERCEPTIBLE_VERSION "\n";
        return kDone;
    }
    const Start start{parser.value(language), parser.value(theme), parser.positionalArguments().value(0)};
    if (parser.isSet(language) && !languages().contains(start.language)) {
        return refuse(QStringLiteral("the language must be %1, not '%2'.")
                          .arg(languages().join(QStringLiteral(" or ")), start.language));
    }
    if (parser.isSet(theme) && !themes.contains(start.theme)) {
        return refuse(
            QStringLiteral("the theme must be %1, not '%2'.").arg(themes.join(QStringLiteral(" or ")), start.theme));
    }
    if (parser.positionalArguments().size() > 1) {
        return refuse(
            QStringLiteral("one file can be opened at a time, not %1.").arg(parser.positionalArguments().size()));
    }
    return start;
}

/// What Qt warns of while it looks for a display; said only when it has found one.
QStringList& heldBack() {
    static QStringList warnings;
    return warnings;
}

/// Qt aborts without a display; a sentence says more.
void awaitDisplay(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) {
        std::cerr << "perceptible: there is no display to open a window on; perceptible-cli trains without one.\n";
        std::_Exit(kNoDisplay);
    }
    heldBack() += message;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("perceptible"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PERCEPTIBLE_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("perceptible"));
    const auto started = startOf(argc, argv);
    if (const int* exitCode = std::get_if<int>(&started)) {
        return *exitCode;
    }
    const Start& start = std::get<Start>(started);

    qInstallMessageHandler(awaitDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    for (const QString& warning : heldBack()) {
        qWarning().noquote() << warning;
    }

    Preferences preferences = Preferences::load();
    if (!start.language.isEmpty()) {
        preferences.language = start.language;
    }
    if (!start.theme.isEmpty()) {
        preferences.theme = themeChoiceFrom(start.theme);
    }
    Laboratory laboratory;
    Desk desk(application, laboratory, preferences);
    if (!start.file.isEmpty()) {
        laboratory.openCsv(start.file);
    }
    return QApplication::exec();
}
