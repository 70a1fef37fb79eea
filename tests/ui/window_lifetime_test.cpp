#include "core/data/random.h"
#include "window_in_use.h"

using namespace perceptible;

namespace {

constexpr int kClosings = 20;

// Sanitizers look for errors that do not need 128 units, and make arithmetic fifty times as slow.
#ifdef __SANITIZE_ADDRESS__
constexpr int kUnits = 32;
#else
constexpr int kUnits = Hyperparameters::maxUnits;
#endif

Hyperparameters largestNetwork() {
    Hyperparameters h;
    h.hiddenLayers.assign(Hyperparameters::maxHiddenLayers, {kUnits, Activation::relu});
    h.initialization = Initialization::he;
    h.learningRate = 0.001;
    return h;
}

} // namespace

/// Windows that close or are built anew in the middle of a training, and the largest network there can be.
class WindowLifetimeTest : public QObject {
    Q_OBJECT

private slots:
    void closingWhileItTrains_data() {
        QTest::addColumn<bool>("large");
        QTest::newRow("small network") << false;
        QTest::newRow("12 layers of 128 units, 20,000 points") << true;
    }

    void closingWhileItTrains() {
        QFETCH(const bool, large);
        Random random(1);
        for (int i = 0; i < kClosings; ++i) {
            WindowInUse use;
            Laboratory& laboratory = use.laboratory();
            laboratory.setSpeed(std::nullopt);
            if (large) {
                laboratory.setHyperparameters(largestNetwork());
                laboratory.generateData({.generator = Generator::spirals, .examples = 20'000});
            }
            use.window().show();
            laboratory.play();
            QVERIFY(laboratory.isRunning());
            if (i % 10 == 9) {
                EVENTUALLY(laboratory.picture() &&
                           use.now().architecture == laboratory.hyperparameters().architecture());
            }
            QTest::qWait(static_cast<int>(random.below(30))); // a random moment: nothing is waited for
            use.window().close();
        }
    }

    void theWindowIsBuiltAnewWhileItTrains() {
        WindowInUse use;
        QVERIFY(use.open());
        use.press(Qt::Key_Space);
        EVENTUALLY(use.now().iteration > 0);
        const RunRecord record(use.laboratory());
        for (int i = 0; i < 5; ++i) {
            use.rebuild();
            const std::int64_t then = use.now().iteration;
            EVENTUALLY(use.now().iteration > then);
        }
        QVERIFY(use.laboratory().isRunning());
        QVERIFY(!record.wasReset());

        QVERIFY(use.activate());
        use.press(Qt::Key_Space); // the new window's keys work, and each once
        QVERIFY(!use.laboratory().isRunning());
        const std::size_t before = use.laboratory().data()->size();
        use.draw({{-1, 0}, {1, 0}});
        QVERIFY(use.laboratory().data()->size() > before);
    }

    void aFieldBeingEditedMayGoWithItsWindow() {
        WindowInUse use;
        QVERIFY(use.open());
        use.press(Qt::Key_Space);
        use.beginTyping("units1", "12");
        use.rebuild();
        QVERIFY(use.activate());
        use.beginTyping("learningRate", "0.7");
        use.window().close();
        EVENTUALLY(use.now().iteration > 0);
    }

    void theLargestNetworkIsPaintedAndReacts() {
        WindowInUse use;
        QVERIFY(use.open());
        use.laboratory().setHyperparameters(largestNetwork());
        EVENTUALLY(use.now().architecture == largestNetwork().architecture());
        const QImage before = use.window().grab().toImage();
        use.press(Qt::Key_Space);
        EVENTUALLY(use.now().iteration >= 3);
        const std::size_t points = use.laboratory().data()->size();
        use.press(Qt::Key_2);
        use.draw({{-4, 4}, {-2, 4}});
        QVERIFY(use.laboratory().data()->size() > points);
        EVENTUALLY(use.now().data == use.laboratory().data());
        QVERIFY(use.window().grab().toImage() != before);
        use.press(Qt::Key_Space);
        QVERIFY(!use.laboratory().isRunning());
        EVENTUALLY(use.now().activity == Activity::paused);
        use.type("hiddenLayers", "1");
        EVENTUALLY(use.now().architecture.layers() == 2);
    }
};

QTEST_MAIN(WindowLifetimeTest)
#include "window_lifetime_test.moc"
