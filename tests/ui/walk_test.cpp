#include "ui/backprop/walk/walk.h"

#include <QtTest>

#include "core/data/generators.h"
#include "ui/live/laboratory.h"

using namespace perceptible;

namespace {

constexpr int kPatience = 60'000; // for a busy machine under a sanitizer; measures nothing
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatience)

/// A laboratory in which somebody walks.
struct Walking {
    Laboratory laboratory;
    Walk walk{laboratory};

    const Snapshot& now() const { return *laboratory.picture()->snapshot; }
    bool begin() {
        walk.begin();
        return QTest::qWaitFor([this] { return walk.iteration() != nullptr; }, kPatience);
    }
    bool stepped(std::int64_t iteration) {
        return QTest::qWaitFor([&] { return now().iteration == iteration && !laboratory.awaitsStep(); }, kPatience);
    }
    void toOneBeforeTheEnd() { walk.goTo(walk.subSteps().size() - 1); }
};

Hyperparameters withOptimizer(Optimizer::Kind kind) {
    Hyperparameters h;
    h.optimizer.kind = kind;
    h.learningRate = 0.01;
    return h;
}

} // namespace

class WalkTest : public QObject {
    Q_OBJECT

private slots:
    void aWholeWalkIsOneStep_data() {
        QTest::addColumn<Hyperparameters>("hyperparameters");
        for (const Optimizer::Kind kind : Optimizer::allKinds) {
            QTest::newRow(std::string(nameOf(kind)).c_str()) << withOptimizer(kind);
        }
        Hyperparameters batches;
        batches.batchSize = 16;
        QTest::newRow("mini-batches") << batches;
        Hyperparameters all = withOptimizer(Optimizer::Kind::adam);
        all.hiddenLayers = {{9, Activation::relu, 0.3}, {7, Activation::silu}, {5, Activation::elu}};
        all.l1 = 0.01;
        all.l2 = 0.1;
        all.clipNorm = 0.05;
        all.batchSize = 30;
        QTest::newRow("everything at once") << all;
    }
    void aWholeWalkIsOneStep() {
        QFETCH(Hyperparameters, hyperparameters);
        Walking w;
        w.laboratory.setHyperparameters(hyperparameters);
        w.laboratory.reset(); // no parameters of the structure before
        EVENTUALLY(w.laboratory.picture() && w.now().run == 2);
        QVERIFY(w.begin());
        Trainer<float> trainer(w.laboratory.data(), hyperparameters);
        for (std::int64_t iteration = 1; iteration <= 3; ++iteration) {
            while (!w.walk.isAtEnd()) {
                QCOMPARE(w.now().iteration, iteration - 1); // not before the last sub-step
                w.walk.next();
            }
            QVERIFY(w.stepped(iteration));
            trainer.step();
            QVERIFY(w.now().parameters == trainer.parameters());
            QVERIFY(w.walk.iteration()->after == trainer.parameters());
            w.walk.next();
            QCOMPARE(w.walk.position(), std::size_t{0});
            QCOMPARE(w.walk.iteration()->before.iteration, iteration);
        }
    }

    void leavingHalfwayChangesNothing() {
        Walking w;
        QVERIFY(w.begin());
        const auto before = w.walk.iteration()->before;
        w.toOneBeforeTheEnd();
        w.walk.end();
        QVERIFY(!w.walk.iteration());
        w.walk.begin();
        EVENTUALLY(w.walk.iteration());
        QVERIFY(w.walk.iteration()->before == before);
        QCOMPARE(w.walk.position(), std::size_t{0});
    }

    void goingBackFromTheEndTakesTheUpdateBack() {
        Walking w;
        w.laboratory.setHyperparameters(withOptimizer(Optimizer::Kind::adam));
        QVERIFY(w.begin());
        EVENTUALLY(w.walk.iteration()->hyperparameters == w.laboratory.hyperparameters());
        const auto before = w.walk.iteration()->before;
        const auto after = w.walk.iteration()->after;
        for (int times = 0; times < 3; ++times) {
            w.walk.toEnd();
            QVERIFY(w.stepped(1));
            QVERIFY(w.now().parameters == after);
            w.walk.back();
            EVENTUALLY(w.now().iteration == 0);
            QVERIFY(w.now().parameters == before.parameters);
            QVERIFY(w.now().next->before == before);
            QCOMPARE(w.now().costs.back().iteration, std::int64_t{0});
            QCOMPARE(w.walk.position(), w.walk.subSteps().size() - 1);
        }
    }

    void backAndForthIsTheSameEverywhere() {
        Walking w;
        QVERIFY(w.begin());
        const auto numbers = [&] {
            const Equation equation = w.walk.equation({});
            return equation.result().at(equation.result().rows.count - 1, equation.result().columns.count - 1);
        };
        std::vector<double> forth;
        while (w.walk.position() + 1 < w.walk.subSteps().size()) {
            forth.push_back(numbers());
            w.walk.next();
        }
        while (w.walk.position() > 0) {
            w.walk.back();
            QCOMPARE(numbers(), forth[w.walk.position()]);
        }
    }

    void anEditIsFollowedAtTheSamePlace() {
        Walking w;
        QVERIFY(w.begin());
        w.toOneBeforeTheEnd();
        const std::size_t position = w.walk.position();
        Hyperparameters h = w.laboratory.hyperparameters();
        h.learningRate = 1;
        w.laboratory.setHyperparameters(h);
        EVENTUALLY(w.walk.iteration() && w.walk.iteration()->alpha == 1);
        QCOMPARE(w.walk.position(), position);
        w.laboratory.editData(std::make_shared<DataSet>(), {});
        EVENTUALLY(!w.walk.iteration() && w.walk.missing() == Walk::Missing::noExamples);
        w.walk.next(); // there is nothing, and nothing happens
        QCOMPARE(w.walk.position(), std::size_t{0});
    }

    void anEditOfTheNumberOfPointsIsFollowed_data() {
        QTest::addColumn<bool>("atEnd");
        QTest::newRow("in the middle") << false;
        QTest::newRow("at the end") << true;
    }
    void anEditOfTheNumberOfPointsIsFollowed() {
        QFETCH(bool, atEnd);
        Walking w;
        QVERIFY(w.begin());
        if (atEnd) {
            w.walk.toEnd();
            QVERIFY(w.stepped(1));
        } else {
            w.walk.goTo(7);
        }
        const auto follows = [&] {
            return QTest::qWaitFor(
                [&] {
                    return w.walk.iteration() && w.now().next && w.now().data == w.laboratory.data() &&
                           (w.walk.isAtEnd() || w.walk.iteration()->m() == w.now().next->m());
                },
                kPatience);
        };
        std::vector<Example> examples = w.laboratory.data()->examples();
        examples.push_back({0.5, 0.5, 1});
        w.laboratory.editData(std::make_shared<DataSet>(examples), "draw");
        QVERIFY(follows());
        w.laboratory.setTestShare(0.5);
        QVERIFY(follows());
        w.laboratory.undoStack().undo();
        QVERIFY(follows());
        w.laboratory.generateData({.examples = 30});
        QVERIFY(follows());
        w.walk.back();
        QVERIFY(follows());
        w.walk.toEnd();
        EVENTUALLY(!w.laboratory.awaitsStep());
        QVERIFY(w.walk.isAtEnd());
    }

    void aResetWhileAnUpdateIsTakenBackIsFollowed() {
        for (int times = 0; times < 20; ++times) {
            Walking w;
            QVERIFY(w.begin());
            w.walk.toEnd();
            QVERIFY(w.stepped(1));
            w.walk.next();
            w.walk.toEnd();
            QVERIFY(w.stepped(2));
            w.walk.back();
            w.laboratory.reset();
            EVENTUALLY(w.now().run == 2 && w.walk.iteration() && w.walk.iteration()->before.iteration == 0);
            QCOMPARE(w.walk.position(), std::size_t{0});
            QVERIFY(w.walk.iteration()->before.parameters == w.now().parameters);
        }
    }

    void noUpdateIsMadeThatDiffersFromWhatIsShown() {
        Walking w;
        QVERIFY(w.begin());
        w.walk.goTo(5);
        Hyperparameters h = w.laboratory.hyperparameters();
        h.learningRate = 1;
        w.laboratory.setHyperparameters(h);
        w.walk.toEnd(); // before the edit has come back from the training
        QCOMPARE(w.walk.position(), std::size_t{5});
        QVERIFY(!w.laboratory.awaitsStep());
        EVENTUALLY(w.walk.iteration()->alpha == 1);
        w.walk.toEnd();
        QVERIFY(w.stepped(1));
        QVERIFY(w.now().parameters == w.walk.iteration()->after);
    }

    void unfoldingStaysAtTheSubStep() {
        Walking w;
        QVERIFY(w.begin());
        w.walk.goTo(10);
        const auto step = w.walk.subStep();
        w.walk.setUnfolded(true);
        QCOMPARE(w.walk.subStep(), step);
        QCOMPARE(w.walk.position(), std::size_t{11});
        w.walk.setUnfolded(false);
        QCOMPARE(w.walk.position(), std::size_t{10});
        w.walk.toEnd();
        w.walk.setUnfolded(true);
        QVERIFY(w.walk.isAtEnd());
    }

    void aRunningTrainingIsNotWalkedThrough() {
        Walking w;
        QVERIFY(w.begin());
        w.laboratory.play();
        QVERIFY(!w.walk.iteration());
        QCOMPARE(w.walk.missing(), Walk::Missing::running);
        EVENTUALLY(w.now().iteration > 10);
        w.laboratory.pause();
        EVENTUALLY(w.walk.iteration());
        QCOMPARE(w.walk.iteration()->before.iteration, w.now().iteration);
    }

    void beginningPausesTheTraining() {
        Walking w;
        EVENTUALLY(w.laboratory.picture());
        w.laboratory.play();
        EVENTUALLY(w.now().iteration > 10);
        QVERIFY(w.begin());
        QVERIFY(!w.laboratory.isRunning());
    }

    void aRefusedUpdateDoesNotEndTheWalk() {
        Walking w;
        Hyperparameters h;
        h.iterations = 1;
        w.laboratory.setHyperparameters(h);
        QVERIFY(w.begin());
        w.walk.toEnd();
        QVERIFY(w.stepped(1));
        w.walk.next();
        QCOMPARE(w.walk.position(), std::size_t{0});
        w.walk.toEnd(); // the limit is reached
        QCOMPARE(w.walk.position(), w.walk.subSteps().size() - 1);
        QCOMPARE(w.now().iteration, std::int64_t{1});
    }

    void aDivergingUpdateDoesNotEndTheWalk() {
        Walking w;
        Hyperparameters h;
        h.learningRate = 100;
        h.hiddenLayers = {{8, Activation::linear}, {8, Activation::linear}, {8, Activation::linear}};
        w.laboratory.setHyperparameters(h);
        QVERIFY(w.begin());
        for (int i = 0; i < 60 && w.walk.iteration()->isMade; ++i) {
            const std::int64_t iteration = w.walk.iteration()->before.iteration;
            w.walk.toEnd();
            EVENTUALLY(!w.laboratory.awaitsStep());
            if (!w.walk.isAtEnd()) {
                break;
            }
            QVERIFY(w.stepped(iteration + 1));
            w.walk.next();
        }
        QVERIFY(w.walk.iteration());
        QVERIFY2(!w.walk.iteration()->isMade || !w.walk.isAtEnd(), "it should have diverged");
        w.walk.toEnd();
        EVENTUALLY(!w.laboratory.awaitsStep() && !w.walk.isAtEnd());
        QCOMPARE(w.now().activity, Activity::diverged);
    }

    void itWalksByItselfFromIterationToIteration() {
        Walking w;
        QVERIFY(w.begin());
        w.walk.setPace(1000);
        w.walk.setPlaying(true);
        QVERIFY(w.walk.isPlaying());
        EVENTUALLY(w.now().iteration >= 2);
        w.walk.end();
        QVERIFY(!w.walk.isPlaying());
    }

    void anExampleIsChosenByItsPlaceInTheData() {
        Walking w;
        QVERIFY(w.begin());
        const std::size_t example = w.walk.iteration()->examples[7];
        QVERIFY(w.walk.chooseExample(example));
        QCOMPARE(w.walk.column(), Eigen::Index{7});
        QCOMPARE(w.walk.example(), std::optional(example));
        const auto& examples = w.laboratory.data()->examples();
        const auto test = std::ranges::find(examples, Role::test, &Example::role) - examples.begin();
        QVERIFY(!w.walk.chooseExample(static_cast<std::size_t>(test)));
        QCOMPARE(w.walk.column(), Eigen::Index{7});
    }
};

QTEST_MAIN(WalkTest)
#include "walk_test.moc"
