#include "ui/backprop/walk/walk_page.h"

#include <QtTest>

#include "core/data/generators.h"
#include "ui/backprop/equation/equation_panel.h"
#include "ui/backprop/walk/walk.h"
#include "ui/live/laboratory.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

constexpr int kPatience = 60'000; // for a busy machine under a sanitizer; measures nothing
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatience)

DataSetPtr dataOf(Task task) {
    std::vector<Example> examples = generate({Generator::blobs, 24, 0.4, 1}).examples();
    for (Example& e : examples) {
        e.y = task == Task::binary ? e.y : task == Task::multiclass ? (e.x1 > 0 ? 2 : e.y) : e.x1 - e.x2;
    }
    return std::make_shared<DataSet>(examples, task, 3);
}

/// All that an update can have, with three of the activations.
Hyperparameters withAll(Optimizer::Kind kind, std::size_t firstActivation) {
    Hyperparameters h;
    h.optimizer.kind = kind;
    h.learningRate = 0.01;
    h.l1 = 0.01;
    h.l2 = 0.1;
    h.clipNorm = 0.5;
    h.batchSize = 7;
    h.hiddenLayers.clear();
    for (std::size_t i = 0; i < 3; ++i) {
        const Activation g = allActivations[(firstActivation + i) % std::size(allActivations)];
        h.hiddenLayers.push_back({4, g, i == 1 ? 0.25 : 0});
    }
    return h;
}

} // namespace

/// The page itself, for what the core can do and the window's panels cannot choose yet.
class WalkPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void showsEveryTaskOptimizerAndActivation_data() {
        QTest::addColumn<int>("task");
        QTest::addColumn<int>("optimizer");
        QTest::addColumn<int>("activation");
        int activation = 0;
        for (const Task task : allTasks) {
            for (const Optimizer::Kind kind : Optimizer::allKinds) {
                QTest::addRow("task %d, %s", static_cast<int>(task), std::string(nameOf(kind)).c_str())
                    << static_cast<int>(task) << static_cast<int>(kind) << activation;
                activation += 2;
            }
        }
    }
    void showsEveryTaskOptimizerAndActivation() {
        QFETCH(int, task);
        QFETCH(int, optimizer);
        QFETCH(int, activation);
        const Hyperparameters h =
            withAll(static_cast<Optimizer::Kind>(optimizer), static_cast<std::size_t>(activation));
        const DataSetPtr data = dataOf(static_cast<Task>(task));
        Laboratory laboratory;
        laboratory.editData(data, {});
        laboratory.setHyperparameters(h);
        laboratory.reset(); // no parameters of the network before
        Walk walk(laboratory);
        WalkPage page(walk, laboratory);
        page.resize(750, 420);
        page.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        walk.begin();
        EVENTUALLY(walk.iteration() && laboratory.picture()->snapshot->run == 2);
        walk.setScope(WalkScope::both);
        walk.setUnfolded(true);
        QSet<QString> equations;
        while (!walk.isAtEnd()) {
            walk.next();
            equations << page.panelOfAll().equationText();
            QVERIFY(!page.title().isEmpty());
            QVERIFY(page.panelOfAll().entryLine().contains(QStringLiteral(" = ")));
            QVERIFY(!page.grab().isNull());
        }
        QCOMPARE(static_cast<std::size_t>(equations.size()), walk.subSteps().size()); // all of them different
        EVENTUALLY(laboratory.picture()->snapshot->iteration == 1);
        Trainer<float> trainer(data, h);
        trainer.step();
        QVERIFY(laboratory.picture()->snapshot->parameters == trainer.parameters());
    }

    /// What one example gives to dW is framed among the terms of all.
    void theShareOfOneExampleIsFramedAmongThoseOfAll() {
        Laboratory laboratory;
        Walk walk(laboratory);
        WalkPage page(walk, laboratory);
        page.resize(750, 420);
        page.setVisible(true);
        walk.begin();
        EVENTUALLY(walk.iteration());
        const auto& steps = walk.subSteps();
        const auto found = std::ranges::find(steps, SubStep{Operation::linearBackwardWeights, 2});
        walk.goTo(static_cast<std::size_t>(found - steps.begin()) + 1);
        walk.setScope(WalkScope::both);
        walk.setColumn(41);
        page.panelOfAll().choose({2, 3});
        QCOMPARE(page.panelOfAll().grid(1).framed(), (std::optional<MatrixGrid::Place>({2, 41})));
        QCOMPARE(page.panelOfAll().grid(2).framed(), (std::optional<MatrixGrid::Place>({41, 3})));
        QCOMPARE(page.panelOfOne().grid(0).font().pixelSize(), page.panelOfAll().grid(0).font().pixelSize());
        page.panelOfOne().choose({2, 3});
        QCOMPARE(page.panelOfOne().grid(1).textAt({2, 0}), page.panelOfAll().grid(1).textAt({2, 41}));
        QCOMPARE(page.panelOfOne().grid(2).textAt({0, 3}), page.panelOfAll().grid(2).textAt({41, 3}));
        walk.setScope(WalkScope::all);
        QVERIFY(!page.panelOfAll().grid(1).framed());
        // The two parts of a loss are not two examples.
        walk.setScope(WalkScope::both);
        walk.setColumn(1);
        walk.goTo(static_cast<std::size_t>(std::ranges::find(steps, SubStep{Operation::loss, 3}) - steps.begin()) + 1);
        page.panelOfAll().choose({0, 7});
        QVERIFY(page.panelOfAll().equationText().startsWith(QStringLiteral("ℒ")));
        QVERIFY(!page.panelOfAll().grid(1).framed() && !page.panelOfAll().grid(2).framed());
    }
};

QTEST_MAIN(WalkPageTest)
#include "walk_page_test.moc"
