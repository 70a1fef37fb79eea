#include <QAction>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

#include "app/desk.h"
#include "ui/backprop/backprop_bench.h"
#include "ui/backprop/equation/equation_panel.h"
#include "ui/backprop/walk/walk.h"
#include "ui/backprop/walk/walk_page.h"
#include "ui/bench.h"
#include "ui/panels/app_menu.h"
#include "ui/panels/playback_bar.h"
#include "window_in_use.h"

using namespace perceptible;

/// The window is built anew in another language, and the training in it goes on.
class WindowLanguageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(settings_.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
    }

    void anotherLanguageKeepsTheTraining() {
        Laboratory laboratory;
        Preferences english;
        english.language = QStringLiteral("en");
        const Desk desk(*qApp, laboratory, english);
        QVERIFY(onlyWindow());
        QCOMPARE(playText(), QStringLiteral("Play"));
        laboratory.play();
        EVENTUALLY(laboratory.picture() && laboratory.picture()->snapshot->iteration > 0);
        const RunRecord record(laboratory);
        const QString korean = QLocale(QStringLiteral("ko")).nativeLanguageName();
        for (const QString& language : {korean, QStringLiteral("English"), korean}) {
            const QPointer<MainWindow> old = onlyWindow();
            choose(language);
            EVENTUALLY(!old); // nor a second window
            QVERIFY(onlyWindow() && onlyWindow()->isVisible());
            QCOMPARE(playText() == QStringLiteral("Pause"), language != korean);
            const std::int64_t then = laboratory.picture()->snapshot->iteration;
            EVENTUALLY(laboratory.picture()->snapshot->iteration > then);
        }
        QVERIFY(laboratory.isRunning());
        QVERIFY(!record.wasReset());
        QCOMPARE(Preferences::load().language, QStringLiteral("ko"));
    }

    void anotherLanguageKeepsThePlaceOfTheWalk() {
        Laboratory laboratory;
        Preferences english;
        english.language = QStringLiteral("en");
        const Desk desk(*qApp, laboratory, english);
        onlyWindow()->bench().findChild<QTabBar*>()->setCurrentIndex(1);
        const auto walk = [] { return &onlyWindow()->bench().walk(); };
        EVENTUALLY(walk()->iteration());
        walk()->goTo(9);
        walk()->setScope(WalkScope::both);
        walk()->setPace(4);
        const auto digits = [] {
            return onlyWindow()->bench().backprop().walkPage().panelOfAll().grid(0).textAt({0, 0}).size();
        };
        onlyWindow()->bench().findChild<QComboBox*>(QStringLiteral("decimals"))->setCurrentIndex(4);
        const auto before5 = digits();
        const auto before = walk()->iteration()->before;
        const QPointer<MainWindow> old = onlyWindow();
        choose(QLocale(QStringLiteral("ko")).nativeLanguageName());
        EVENTUALLY(!old && onlyWindow());
        EVENTUALLY(walk()->iteration());
        QCOMPARE(walk()->position(), std::size_t{9});
        QCOMPARE(walk()->scope(), WalkScope::both);
        QCOMPARE(walk()->pace(), 4.0);
        QCOMPARE(onlyWindow()->bench().findChild<QComboBox*>(QStringLiteral("pace"))->currentData().toDouble(), 4.0);
        QCOMPARE(digits(), before5);
        QVERIFY(walk()->iteration()->before == before);
    }

private:
    static MainWindow* onlyWindow() {
        MainWindow* found = nullptr;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* window = qobject_cast<MainWindow*>(widget)) {
                if (found) {
                    return nullptr;
                }
                found = window;
            }
        }
        return found;
    }

    static QString playText() { return onlyWindow()->findChild<PlaybackBar*>()->playAction()->text(); }

    static void choose(const QString& language) {
        for (QAction* action : onlyWindow()->menu().findChildren<QAction*>()) {
            if (action->text() == language) {
                action->trigger();
                return;
            }
        }
        QFAIL("The menu does not offer the language.");
    }

    QTemporaryDir settings_;
};

QTEST_MAIN(WindowLanguageTest)
#include "window_language_test.moc"
