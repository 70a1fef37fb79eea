#include <algorithm>

#include "window_in_use.h"

using namespace perceptible;

/// What cannot be trained is said in a sentence, and the program lives on.
class WindowRefusalsTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
        hearing_ = std::make_unique<Hearing>(use_->laboratory());
    }
    void cleanup() {
        hearing_.reset();
        use_.reset();
    }

    void playWithoutPointsSaysWhyItCannot() {
        use_->click(QStringLiteral("Clear"));
        QVERIFY(use_->laboratory().data()->empty());
        use_->press(Qt::Key_Space);
        QVERIFY(!use_->laboratory().isRunning());
        QVERIFY(hearing_->lastWarning().contains(QStringLiteral("draw some points")));
        QCOMPARE(use_->status(), hearing_->lastWarning());
        use_->press(Qt::Key_Right);
        EVENTUALLY(use_->now().data == use_->laboratory().data());
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, 0);
        QVERIFY(!use_->now().train && !use_->now().test);
        QVERIFY(!use_->window().grab().isNull());

        use_->draw({{0, 0}, {1, 1}});
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
    }

    void erasingAllPointsWhileItRunsPauses() {
        use_->drawTwoClouds();
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        use_->press(Qt::Key_E);
        for (int i = 0; i < 10; ++i) {
            use_->press(Qt::Key_BracketRight); // a wider ring
        }
        use_->draw({{-5, -1}, {-1, -5}});
        QVERIFY(!use_->laboratory().data()->empty());
        QVERIFY(use_->laboratory().isRunning());
        use_->draw({{1, 5}, {5, 1}});
        QVERIFY(use_->laboratory().data()->empty());
        EVENTUALLY(!use_->laboratory().isRunning());
        QCOMPARE(use_->now().activity, Activity::noExamples);
        QVERIFY(hearing_->lastWarning().contains(QStringLiteral("no training points left")));

        const std::int64_t then = use_->now().iteration;
        use_->press(Qt::Key_Z, Qt::ControlModifier);
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > then);
    }

    void clearWhileItRunsPauses() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        use_->click(QStringLiteral("Clear"));
        EVENTUALLY(!use_->laboratory().isRunning());
        QVERIFY(hearing_->lastWarning().contains(QStringLiteral("no training points left")));
    }

    void tooLargeALearningRate_data() {
        QTest::addColumn<double>("learningRate");
        QTest::addColumn<Activation>("activation");
        QTest::addColumn<bool>("mustDiverge");
        QTest::newRow("10 on deep ReLU") << 10.0 << Activation::relu << false;
        QTest::newRow("100 on deep linear layers") << 100.0 << Activation::linear << true;
    }

    // Whether it comes to infinities is the numbers' affair; what must not happen is a crash or a non-finite weight.
    void tooLargeALearningRate() {
        QFETCH(const double, learningRate);
        QFETCH(const Activation, activation);
        QFETCH(const bool, mustDiverge);
        Hyperparameters h;
        h.hiddenLayers.assign(6, {16, activation});
        h.initialization = Initialization::he;
        use_->laboratory().setHyperparameters(h);
        use_->laboratory().setSpeed(std::nullopt);
        EVENTUALLY(use_->now().architecture == h.architecture());
        const double firstCost = use_->now().train->cost;
        use_->type("learningRate", QByteArray::number(learningRate));
        QCOMPARE(use_->laboratory().hyperparameters().learningRate, learningRate);
        use_->press(Qt::Key_Space);
        EVENTUALLY(!use_->laboratory().isRunning() || (!mustDiverge && use_->now().iteration > 300));
        if (mustDiverge || !use_->laboratory().isRunning()) {
            QCOMPARE(use_->now().activity, Activity::diverged);
            QVERIFY(hearing_->lastWarning().contains(QStringLiteral("diverged")));
            QVERIFY(hearing_->lastWarning().contains(QStringLiteral("smaller learning rate")));
        }
        QVERIFY(use_->now().parameters.allFinite());
        QVERIFY(!use_->window().grab().isNull());

        use_->type("learningRate", "0.01");
        QCOMPARE(use_->laboratory().hyperparameters().learningRate, 0.01);
        const std::uint64_t run = use_->now().run;
        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().run != run);
        if (!use_->laboratory().isRunning()) {
            use_->press(Qt::Key_Space);
        }
        EVENTUALLY(use_->now().iteration > 0 && use_->now().train->cost < firstCost);
        QVERIFY(use_->laboratory().isRunning());
    }

private:
    std::unique_ptr<WindowInUse> use_;
    std::unique_ptr<Hearing> hearing_;
};

QTEST_MAIN(WindowRefusalsTest)
#include "window_refusals_test.moc"
