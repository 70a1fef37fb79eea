#include <QComboBox>
#include <QSpinBox>

#include "window_in_use.h"

using namespace perceptible;

namespace {

/// The largest change of any parameter from one snapshot to another with the same architecture.
float largestChange(const Snapshot& from, const Snapshot& to) {
    float result = 0;
    for (std::size_t l = 0; l < from.parameters.size(); ++l) {
        const auto& [W, b] = from.parameters[l];
        result = std::max(
            {result, (to.parameters[l].W - W).cwiseAbs().maxCoeff(), (to.parameters[l].b - b).cwiseAbs().maxCoeff()});
    }
    return result;
}

} // namespace

/// Hyperparameters (S11) typed into their fields, before and while the training runs.
class WindowHyperparametersTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
    }
    void cleanup() { use_.reset(); }

    // The window adds nothing and leaves nothing out: the same steps without it give the same bits.
    void theWindowTrainsLikeTheTrainerAlone() {
        Trainer<float> alone(*use_->laboratory().data(), use_->laboratory().hyperparameters());
        const auto stepsHere = [&](int count) {
            for (int i = 0; i < count; ++i) {
                QCOMPARE(alone.step(), Trainer<float>::Outcome::updated);
            }
        };
        stepsInWindow(3);
        stepsHere(3);
        use_->type("learningRate", "1.2");
        QCOMPARE(use_->laboratory().hyperparameters().learningRate, 1.2);
        alone.setHyperparameters(use_->laboratory().hyperparameters());
        stepsInWindow(3);
        stepsHere(3);
        QVERIFY(use_->now().parameters == alone.parameters());

        use_->type("batchSize", "16");
        QCOMPARE(use_->laboratory().hyperparameters().batchSize, std::optional(16));
        alone.setHyperparameters(use_->laboratory().hyperparameters());
        use_->type("iterations", "300");
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().activity == Activity::finished);
        for (int i = 6; i < 300; ++i) {
            QCOMPARE(alone.step(), Trainer<float>::Outcome::updated);
        }
        QVERIFY(use_->now().parameters == alone.parameters());
        QCOMPARE(use_->now().train->cost, alone.measure(Role::train)->cost);
    }

    void aResetRunRepeatsItselfBitForBit() {
        use_->type("batchSize", "10");
        use_->type("iterations", "100");
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().activity == Activity::finished);
        const Snapshot first = use_->now();
        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().iteration == 0);
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().activity == Activity::finished);
        QCOMPARE(use_->now().iteration, first.iteration);
        QVERIFY(use_->now().parameters == first.parameters);
        QVERIFY(use_->now().train == first.train && use_->now().test == first.test);
    }

    void learningRateAndBatchSizeActWhileItRuns() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        const RunRecord record(use_->laboratory());

        use_->type("learningRate", "0.000001");
        QVERIFY(use_->settle());
        const Snapshot still = use_->now();
        EVENTUALLY(use_->now().iteration > still.iteration + 100);
        QVERIFY(largestChange(still, use_->now()) < 1e-3F); // 100 steps of 0.3 would move much farther
        use_->type("learningRate", "0.5");
        use_->type("batchSize", "8");
        QVERIFY(use_->settle());
        const Snapshot moving = use_->now();
        EVENTUALLY(use_->now().iteration > moving.iteration + 100);
        QVERIFY(largestChange(moving, use_->now()) > 1e-2F);

        QVERIFY(use_->laboratory().isRunning());
        QVERIFY(!record.wasReset());
    }

    void iterationsEndTheRunAndMoreOfThemGoOn() {
        const Hearing hearing(use_->laboratory());
        use_->type("iterations", "50");
        use_->press(Qt::Key_Space);
        EVENTUALLY(!use_->laboratory().isRunning());
        QCOMPARE(use_->now().iteration, 50);
        QCOMPARE(use_->now().activity, Activity::finished);
        QCOMPARE(use_->status(), QStringLiteral("The limit of iterations is reached: stopped at iteration 50."));

        use_->press(Qt::Key_Space);
        QVERIFY(!use_->laboratory().isRunning());
        QVERIFY(use_->status().contains(QStringLiteral("50")));
        QVERIFY(hearing.lastWarning() == use_->status());
        use_->press(Qt::Key_Right); // no step either
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, 50);

        const RunRecord record(use_->laboratory());
        use_->type("iterations", "80");
        use_->press(Qt::Key_Space);
        QVERIFY(use_->laboratory().isRunning());
        EVENTUALLY(!use_->laboratory().isRunning());
        QCOMPARE(use_->now().iteration, 80);
        QVERIFY(!record.wasReset());
    }

    void aLimitAlreadyPassedEndsTheRunAtOnce() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 20);
        use_->type("iterations", "20");
        EVENTUALLY(!use_->laboratory().isRunning());
        QVERIFY(use_->now().iteration > 20);
        QVERIFY(use_->status().startsWith(QStringLiteral("The limit of iterations")));
        use_->type("iterations", "0"); // no limit
        QVERIFY(!use_->laboratory().hyperparameters().iterations);
        const std::int64_t then = use_->now().iteration;
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > then);
    }

    void newLayersAndUnitsKeepTheWeightsThatSurvive() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 50);
        use_->press(Qt::Key_Space);
        QVERIFY(use_->settle());
        const Snapshot before = use_->now(); // 2-6-4-1
        QCOMPARE(before.architecture.units, (std::vector<int>{2, 6, 4, 1}));

        use_->type("hiddenLayers", "3");
        EVENTUALLY(use_->now().architecture.units == (std::vector<int>{2, 6, 4, 4, 1}));
        const Snapshot deeper = use_->now();
        QVERIFY(deeper.parameters[0] == before.parameters[0]);
        QVERIFY(deeper.parameters[1] == before.parameters[1]);
        QVERIFY(deeper.parameters[3] == before.parameters[2]); // the output's
        QVERIFY(deeper.parameters[2].W.cwiseAbs().maxCoeff() > 0);

        use_->type("units1", "9");
        EVENTUALLY(use_->now().architecture.units == (std::vector<int>{2, 9, 4, 4, 1}));
        const Parameters<float>& wider = use_->now().parameters;
        QVERIFY(wider[0].W.topRows(6) == deeper.parameters[0].W);
        QVERIFY(wider[0].b.head(6) == deeper.parameters[0].b);
        QVERIFY(wider[1].W.leftCols(6) == deeper.parameters[1].W);
        QVERIFY(wider[1].b == deeper.parameters[1].b);
        QVERIFY(wider[2] == deeper.parameters[2] && wider[3] == deeper.parameters[3]);
        QCOMPARE(use_->now().iteration, before.iteration);
        QCOMPARE(use_->now().run, before.run);
    }

    void theStructureChangesWhileItRuns() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        const RunRecord record(use_->laboratory());
        for (const QByteArray count : {"5", "0", "12", "1"}) {
            use_->type("hiddenLayers", count);
            const Architecture wanted = use_->laboratory().hyperparameters().architecture();
            QCOMPARE(wanted.layers(), count.toInt() + 1);
            EVENTUALLY(use_->now().architecture == wanted);
            const std::int64_t then = use_->now().iteration;
            EVENTUALLY(use_->now().iteration > then);
        }
        QVERIFY(use_->laboratory().isRunning());
        QVERIFY(!record.wasReset());
    }

    void anotherSeedOrInitialisationBeginsANewRun() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        const std::uint64_t run = use_->now().run;
        use_->type("seed", "7");
        EVENTUALLY(use_->now().run > run);
        use_->field<QComboBox>("initialization").setFocus(Qt::TabFocusReason);
        use_->press(Qt::Key_Z); // zeros
        EVENTUALLY(use_->now().run > run + 1);
        QCOMPARE(use_->laboratory().hyperparameters().initialization, Initialization::zeros);
        use_->press(Qt::Key_Return);
        use_->press(Qt::Key_Space);
        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().run > run + 2);
        QCOMPARE(use_->now().parameters[0].W.cwiseAbs().maxCoeff(), 0.0F);
    }

private:
    void stepsInWindow(int count) {
        const std::int64_t from = use_->now().iteration;
        for (int i = 1; i <= count; ++i) {
            use_->press(Qt::Key_Right);
            EVENTUALLY(use_->now().iteration == from + i);
        }
    }

    std::unique_ptr<WindowInUse> use_;
};

QTEST_MAIN(WindowHyperparametersTest)
#include "window_hyperparameters_test.moc"
