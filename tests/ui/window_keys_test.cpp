#include <QAbstractButton>
#include <QComboBox>
#include <QSlider>
#include <QSpinBox>

#include "ui/panels/ladder_spin_box.h"
#include "window_in_use.h"

using namespace perceptible;

/// The keys that play, step and reset, wherever the focus is.
class WindowKeysTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
    }
    void cleanup() { use_.reset(); }

    void everyArrowIsExactlyOneIteration() {
        for (int pressed = 1; pressed <= 3; ++pressed) {
            use_->press(Qt::Key_Right);
            EVENTUALLY(use_->now().iteration == pressed);
        }
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, 3);
        QVERIFY(!use_->laboratory().isRunning());
        QCOMPARE(use_->now().costs.size(), std::size_t{4}); // J at first, and after each
    }

    void arrowsFasterThanTheStepsWaitForThem() {
        use_->laboratory().generateData({.examples = GeneratorSettings::maxExamples});
        EVENTUALLY(use_->now().data == use_->laboratory().data());
        for (int i = 0; i < 3; ++i) { // as many as may wait
            use_->press(Qt::Key_Right);
        }
        EVENTUALLY(use_->now().iteration == 3);
        for (int i = 0; i < 20; ++i) {
            use_->press(Qt::Key_Right);
        }
        EVENTUALLY(use_->now().iteration >= 6);
        QVERIFY(use_->settle());
        const std::int64_t then = use_->now().iteration;
        QVERIFY(then <= 23);
        use_->press(Qt::Key_Right); // the dropped ones stand in nobody's way
        EVENTUALLY(use_->now().iteration > then);
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, then + 1);
    }

    void anArrowWhileItRunsIsOneMoreIterationAndAPause() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        use_->press(Qt::Key_Right);
        QVERIFY(!use_->laboratory().isRunning());
        EVENTUALLY(use_->now().activity == Activity::paused);
        QVERIFY(use_->settle());
        const std::int64_t then = use_->now().iteration;
        use_->press(Qt::Key_Right);
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, then + 1);
    }

    void spaceTogglesAndRResets() {
        use_->press(Qt::Key_Space);
        QVERIFY(use_->laboratory().isRunning());
        EVENTUALLY(use_->now().iteration > 0);
        use_->press(Qt::Key_Space);
        QVERIFY(!use_->laboratory().isRunning());
        EVENTUALLY(use_->now().activity == Activity::paused);
        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().iteration == 0);
        QVERIFY(!use_->laboratory().isRunning());
    }

    void resetWhileItRunsGoesOnFromZero() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 200);
        const std::uint64_t run = use_->now().run;
        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().run != run);
        QVERIFY(use_->laboratory().isRunning());
        EVENTUALLY(use_->now().iteration > 0);
    }

    void aFieldBeingEditedKeepsItsKeys() {
        const Hyperparameters before = use_->laboratory().hyperparameters();
        use_->beginTyping("learningRate", "0.51");
        const auto& field = use_->field<LadderSpinBox>("learningRate");
        QVERIFY(field.hasFocus());
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_R, Qt::Key_N, Qt::Key_D}) {
            use_->press(key);
        }
        QVERIFY(!use_->laboratory().isRunning());
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, 0);
        QCOMPARE(use_->laboratory().hyperparameters(), before); // nothing is committed yet
        use_->beginTyping("learningRate", "0.5");
        use_->press(Qt::Key_2); // a digit, not class 1
        QCOMPARE(use_->canvas().toolSettings().label, 0);
        use_->press(Qt::Key_Return);
        QCOMPARE(use_->laboratory().hyperparameters().learningRate, 0.52);
        use_->press(Qt::Key_Space); // Return gave the keyboard back
        QVERIFY(use_->laboratory().isRunning());
    }

    void aFieldWhoseArrowWasClickedLeavesTheKeysToTheWindow() {
        auto& field = use_->field<LadderSpinBox>("learningRate");
        const QPoint arrowUp = field.mapTo(&use_->window(), QPoint(field.width() - 8, 6));
        QTest::mouseClick(use_->window().windowHandle(), Qt::LeftButton, {}, arrowUp);
        const double rate = use_->laboratory().hyperparameters().learningRate;
        QCOMPARE(rate, 1.0);
        use_->press(Qt::Key_Space);
        QVERIFY(use_->laboratory().isRunning());
        use_->press(Qt::Key_Space);
        QVERIFY(!use_->laboratory().isRunning());
        QVERIFY(use_->settle());
        const std::int64_t then = use_->now().iteration;
        use_->press(Qt::Key_Right);
        EVENTUALLY(use_->now().iteration == then + 1);
        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().iteration == 0);
        QCOMPARE(use_->laboratory().hyperparameters().learningRate, rate);
    }

    void wordsTypedIntoAFieldCostNoRun() {
        use_->press(Qt::Key_Right);
        EVENTUALLY(use_->now().iteration == 1);
        const Hyperparameters before = use_->laboratory().hyperparameters();
        for (const char* name : {"iterations", "learningRate", "seed"}) {
            use_->click(use_->field<QAbstractSpinBox>(name)); // and nothing selected or deleted first
            for (const char key : QByteArray("nr no run")) {
                QTest::keyClick(use_->window().windowHandle(), key);
            }
            use_->press(Qt::Key_Return);
        }
        use_->type("iterations", "no limit");
        QVERIFY(!use_->laboratory().isRunning());
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, 1);
        QCOMPARE(use_->now().run, std::uint64_t{1});
        QCOMPARE(use_->laboratory().hyperparameters(), before);
    }

    void undoInAFieldIsTheFieldsOwn() {
        use_->draw({{-1, 0}, {1, 0}});
        const DataSetPtr drawn = use_->laboratory().data();
        use_->beginTyping("learningRate", "0.5");
        use_->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(use_->laboratory().data(), drawn);
    }

    void aSliderInFocusTakesArrowsOnly() {
        auto& slider = use_->field<QSlider>("speed");
        slider.setFocus(Qt::TabFocusReason);
        const int notch = slider.value();
        use_->press(Qt::Key_Right);
        QCOMPARE(slider.value(), notch + 1);
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, 0);
        use_->press(Qt::Key_Space);
        QVERIFY(use_->laboratory().isRunning());
        const std::uint64_t run = use_->now().run;
        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().run != run);
    }

    void aListInFocusSearches() {
        use_->field<QComboBox>("activation1").setFocus(Qt::TabFocusReason);
        use_->press(Qt::Key_R);
        QCOMPARE(use_->laboratory().hyperparameters().hiddenLayers[0].activation, Activation::relu);
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().run, std::uint64_t{1});
    }

    void spacePressesAButtonReachedWithTab() {
        const std::uint64_t seed = use_->laboratory().generator().seed;
        use_->field<QAbstractButton>("nextSeed").setFocus(Qt::TabFocusReason);
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->laboratory().generator().seed == seed + 1);
        QVERIFY(!use_->laboratory().isRunning());
    }

    void aClickOnAButtonLeavesSpaceToPlay() {
        use_->click(QStringLiteral("Clear"));
        use_->press(Qt::Key_Z, Qt::ControlModifier);
        for (const char* text : {"New weights", "Reset", "Step"}) {
            use_->click(QLatin1String(text));
        }
        use_->press(Qt::Key_Space);
        QVERIFY(use_->laboratory().isRunning());
    }

private:
    std::unique_ptr<WindowInUse> use_;
};

QTEST_MAIN(WindowKeysTest)
#include "window_keys_test.moc"
