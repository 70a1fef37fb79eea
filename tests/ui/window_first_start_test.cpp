#include <algorithm>

#include "ui/diagram/network_diagram.h"
#include "ui/plots/cost_plot.h"
#include "ui/plots/layers_bench.h"
#include "window_in_use.h"

using namespace perceptible;

/// What a person meets who has just started the program and drawn or set nothing.
class WindowFirstStartTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
    }
    void cleanup() { use_.reset(); }

    void dataANetworkAndAPictureAreThere() {
        const Laboratory& laboratory = use_->laboratory();
        QVERIFY(laboratory.data()->count(Role::train) > 0);
        QVERIFY(laboratory.data()->count(Role::test) > 0);
        QVERIFY(!laboratory.hyperparameters().hiddenLayers.empty());
        QVERIFY(!laboratory.isRunning());

        const Picture& picture = *laboratory.picture();
        QCOMPARE(picture.snapshot->iteration, 0);
        QCOMPARE(picture.snapshot->data, laboratory.data());
        QCOMPARE(picture.snapshot->architecture, laboratory.hyperparameters().architecture());
        QCOMPARE(picture.unitMaps.size(), picture.snapshot->architecture.units.size());
        QVERIFY(picture.boundary.allFinite());
        QVERIFY(picture.boundary.maxCoeff() > picture.boundary.minCoeff());
        QVERIFY(picture.snapshot->train && picture.snapshot->test);
    }

    void theFirstSentenceNamesTheFirstThingToDo() { QVERIFY(use_->status().contains(QStringLiteral("Play"))); }

    void oneClickOnPlayMovesEverything() {
        const double firstCost = use_->now().train->cost;
        const Matrix<float> firstBoundary = use_->laboratory().picture()->boundary;
        const QWidget* const views[] = {&use_->canvas(), &use_->view<NetworkDiagram>(), &use_->view<LayersBench>(),
                                        &use_->view<CostPlot>()};
        EVENTUALLY(std::ranges::none_of(views, [&](const QWidget* view) { return use_->seen(*view).isNull(); }));

        use_->click(QStringLiteral("Play"));
        QVERIFY(use_->laboratory().isRunning());
        EVENTUALLY(use_->now().iteration > 0);
        std::vector<QImage> before; // after the click, which may change what is seen too
        for (const QWidget* view : views) {
            before.push_back(use_->seen(*view));
        }
        for (std::size_t i = 0; i < before.size(); ++i) {
            EVENTUALLY(use_->seen(*views[i]) != before[i]);
        }
        const std::int64_t then = use_->now().iteration;
        EVENTUALLY(use_->now().iteration > then);
        EVENTUALLY(use_->now().train->cost < 0.9 * firstCost);
        QVERIFY(use_->laboratory().picture()->boundary != firstBoundary);

        use_->click(QStringLiteral("Pause"));
        QVERIFY(!use_->laboratory().isRunning());
        EVENTUALLY(use_->now().activity == Activity::paused);
        const std::int64_t stoppedAt = use_->now().iteration;
        QVERIFY(use_->settle());
        QCOMPARE(use_->now().iteration, stoppedAt);
    }

private:
    std::unique_ptr<WindowInUse> use_;
};

QTEST_MAIN(WindowFirstStartTest)
#include "window_first_start_test.moc"
