#include <bit>

#include "window_in_use.h"

using namespace perceptible;

namespace {

bool sameBits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

} // namespace

/// Draws two clouds with the mouse, trains on them, and draws on while the training runs.
class WindowDrawingTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
        use_->drawTwoClouds();
        EVENTUALLY(use_->now().data == use_->laboratory().data());
    }
    void cleanup() { use_.reset(); }

    void theCloudsAreWhereTheyWereDrawn() {
        std::size_t ofClass1 = 0;
        for (const Example& e : use_->laboratory().data()->examples()) {
            QCOMPARE(e.label(), e.x1 + e.x2 < 0 ? 1 : 0);
            ofClass1 += e.label() == 1 ? 1 : 0;
        }
        const std::size_t m = use_->laboratory().data()->size();
        QVERIFY(ofClass1 > 20 && m - ofClass1 > 20);
    }

    void theBoundarySeparatesTheDrawnClouds() {
        const double firstCost = use_->now().train->cost;
        QVERIFY(!use_->separatesThePoints()); // or there would be nothing to learn
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().train->accuracy == 1 && use_->separatesThePoints());
        EVENTUALLY(use_->now().train->cost < 0.5 * firstCost);
        QVERIFY(use_->now().test->accuracy == 1);
        // The field that is painted says the same: its first row is the top one.
        const Matrix<float>& boundary = use_->laboratory().picture()->boundary;
        const auto side = boundary.rows();
        QVERIFY(boundary(side / 4, 3 * side / 4) < 0.5F);
        QVERIFY(boundary(3 * side / 4, side / 4) > 0.5F);
    }

    void drawingGoesOnWhileTheTrainingRuns() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        const RunRecord record(use_->laboratory());
        const DataSetPtr before = use_->laboratory().data();

        use_->press(Qt::Key_1);
        use_->pressAt({-4, 4});
        use_->moveTo({-3, 4});
        EVENTUALLY(use_->now().data->size() > before->size()); // already before the button is let go
        const std::size_t midway = use_->now().data->size();
        use_->moveTo({-1, 4});
        use_->release({-1, 4});
        EVENTUALLY(use_->now().data == use_->laboratory().data());
        QVERIFY(use_->now().data->size() > midway);
        const std::int64_t then = use_->now().iteration;
        EVENTUALLY(use_->now().iteration > then);

        QVERIFY(use_->laboratory().isRunning());
        QCOMPARE(use_->now().activity, Activity::running);
        QVERIFY(record.pictures() > 1);
        QVERIFY(!record.wasReset());
        EVENTUALLY(use_->separatesThePoints());
    }

    void undoTakesExactlyTheLastStrokeBack() {
        use_->press(Qt::Key_Space);
        const DataSetPtr before = use_->laboratory().data();
        use_->draw({{-4, 4}, {-2, 4}});
        const DataSetPtr first = use_->laboratory().data();
        use_->draw({{4, -4}, {2, -4}, {2, -2}});
        const DataSetPtr second = use_->laboratory().data();
        QVERIFY(before->size() < first->size() && first->size() < second->size());

        const RunRecord record(use_->laboratory());
        use_->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(*use_->laboratory().data(), *first);
        EVENTUALLY(*use_->now().data == *first);
        use_->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(*use_->laboratory().data(), *before);
        use_->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(*use_->laboratory().data(), *first);
        use_->press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(*use_->laboratory().data(), *second);
        EVENTUALLY(*use_->now().data == *second);
        QVERIFY(use_->laboratory().isRunning());
        QVERIFY(!record.wasReset());
    }

    void resetReturnsToTheFirstCostBitForBit() {
        const Snapshot first = use_->now();
        QCOMPARE(first.iteration, 0);
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().train->cost < first.train->cost);
        use_->draw({{-4, 4}, {-2, 4}});
        EVENTUALLY(use_->now().data == use_->laboratory().data());
        use_->press(Qt::Key_Z, Qt::ControlModifier);
        use_->press(Qt::Key_Space);
        QVERIFY(!use_->laboratory().isRunning());

        use_->press(Qt::Key_R);
        EVENTUALLY(use_->now().run != first.run);
        QCOMPARE(use_->now().iteration, 0);
        QCOMPARE(use_->now().costs.size(), std::size_t{1});
        QVERIFY(sameBits(use_->now().train->cost, first.train->cost));
        QVERIFY(sameBits(use_->now().test->cost, first.test->cost));
        QVERIFY(use_->now().parameters == first.parameters);
    }

    void newWeightsBeginAtAnotherCost() {
        const Snapshot first = use_->now();
        use_->click(QStringLiteral("New weights"));
        EVENTUALLY(use_->now().run != first.run);
        QCOMPARE(use_->now().iteration, 0);
        QVERIFY(use_->now().parameters != first.parameters);
        QVERIFY(!sameBits(use_->now().train->cost, first.train->cost));
    }

private:
    std::unique_ptr<WindowInUse> use_;
};

QTEST_MAIN(WindowDrawingTest)
#include "window_drawing_test.moc"
