#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QTranslator>
#include <memory>

#include "ui/live/laboratory.h"
#include "ui/main_window.h"
#include "ui/panels/app_menu.h"
#include "ui/preferences.h"

using namespace perceptible;

namespace {

/// Shows the window in the language and theme a person chose, and again when they choose others.
class Desk : public QObject {
public:
    Desk(QApplication& application, Laboratory& laboratory, Preferences preferences)
        : application_(application)
        , laboratory_(laboratory)
        , preferences_(std::move(preferences)) {
        applyTheme(application_, preferences_.theme);
        openWindow();
        window_->show();
    }

private:
    void openWindow() {
        language_ = preferences_.effectiveLanguage();
        QLocale::setDefault(QLocale(language_));
        translate(programs_, QStringLiteral(":/i18n/perceptible_") + language_);
        translate(qts_, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + language_);
        window_ = std::make_unique<MainWindow>(laboratory_, preferences_);
        connect(&window_->menu(), &AppMenu::preferencesChosen, this, &Desk::use,
                Qt::QueuedConnection); // not while the old window's menu is still closing
    }

    void translate(QTranslator& translator, const QString& file) {
        QApplication::removeTranslator(&translator);
        if (translator.load(file)) {
            QApplication::installTranslator(&translator);
        }
    }

    void use(const Preferences& preferences) {
        preferences_ = preferences;
        preferences_.save();
        applyTheme(application_, preferences_.theme);
        if (preferences_.effectiveLanguage() == language_) {
            return;
        }
        const std::unique_ptr<MainWindow> old = std::move(window_);
        openWindow();
        window_->setGeometry(old->geometry());
        window_->setWindowState(old->windowState());
        window_->show();
    }

    QApplication& application_;
    Laboratory& laboratory_;
    Preferences preferences_;
    QString language_;
    QTranslator programs_;
    QTranslator qts_;
    std::unique_ptr<MainWindow> window_;
};

} // namespace

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
