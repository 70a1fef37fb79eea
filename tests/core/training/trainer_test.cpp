#include "core/training/trainer.h"

#include <gtest/gtest.h>

#include <cmath>

#include <thread>

#include "core/data/generators.h"
#include "core/data/split.h"

namespace perceptible {
namespace {

DataSet moons(int m = 200) { return split(generate({Generator::moons, m, 0.2, 3}), 0.25, 1); }

Hyperparameters inMiniBatches() {
    Hyperparameters h;
    h.batchSize = 16; // 150 training examples: the last batch of an epoch is partial
    return h;
}

void steps(Trainer<float>& trainer, int count) {
    for (int i = 0; i < count; ++i) {
        ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
    }
}

class TrainerWithBatchSize : public testing::TestWithParam<std::optional<int>> {
protected:
    Hyperparameters hyperparameters() const {
        Hyperparameters h;
        h.batchSize = GetParam();
        return h;
    }
};
INSTANTIATE_TEST_SUITE_P(BatchSizes, TrainerWithBatchSize, testing::Values(std::nullopt, 1, 16, 150, 1000));

TEST_P(TrainerWithBatchSize, GivesTheSameBitsForTheSameSeed) {
    Trainer<float> a(moons(), hyperparameters());
    Trainer<float> b(moons(), hyperparameters());
    const Parameters<float> initial = a.parameters();
    steps(a, 300);
    steps(b, 100);
    (void)b.measure(Role::train); // looking on changes nothing
    (void)b.measure(Role::test);
    steps(b, 200);
    EXPECT_EQ(a.iteration(), 300);
    EXPECT_NE(a.parameters(), initial);
    EXPECT_EQ(a.parameters(), b.parameters());
    EXPECT_EQ(a.measure(Role::train), b.measure(Role::train));
    EXPECT_EQ(a.measure(Role::test), b.measure(Role::test));
}

TEST_P(TrainerWithBatchSize, ResetBringsBackTheSameParametersAndTheSameTrajectory) {
    Trainer<float> trainer(moons(), hyperparameters());
    const Parameters<float> initial = trainer.parameters();
    std::vector<Parameters<float>> first;
    for (int i = 0; i < 25; ++i) {
        steps(trainer, 1);
        first.push_back(trainer.parameters());
    }
    trainer.reset();
    EXPECT_EQ(trainer.iteration(), 0);
    EXPECT_EQ(trainer.parameters(), initial);
    for (const auto& parameters : first) {
        steps(trainer, 1);
        ASSERT_EQ(trainer.parameters(), parameters) << "iteration " << trainer.iteration();
    }
}

TEST_P(TrainerWithBatchSize, AnInterruptedStepChangesNothingAndIsRepeatedBitForBit) {
    Trainer<float> trainer(moons(), hyperparameters());
    Trainer<float> undisturbed(moons(), hyperparameters());
    const Interrupt interrupt = true;
    for (int i = 0; i < 30; ++i) {
        const Parameters<float> before = trainer.parameters();
        EXPECT_EQ(trainer.step(interrupt), Trainer<float>::Outcome::interrupted);
        EXPECT_EQ(trainer.parameters(), before);
        EXPECT_EQ(trainer.iteration(), i);
        steps(trainer, 1);
        steps(undisturbed, 1);
        ASSERT_EQ(trainer.parameters(), undisturbed.parameters());
    }
    EXPECT_FALSE(trainer.measure(Role::train, interrupt).has_value());
}

TEST(Trainer, AbandonsAStepInTheMiddleWithoutATrace) {
    Hyperparameters wide;
    wide.hiddenLayers.assign(3, {64, Activation::tanh});
    const DataSet data = moons(10'000); // a step of some forty blocks
    Trainer<float> trainer(data, wide);
    int interrupted = 0;
    for (int attempt = 0; attempt < 20; ++attempt) {
        Interrupt interrupt = false;
        const std::jthread other([&] { interrupt = true; }); // starts while the step computes, or a little before
        interrupted += trainer.step(interrupt) == Trainer<float>::Outcome::interrupted ? 1 : 0;
    }
    EXPECT_GT(interrupted, 0);
    EXPECT_EQ(trainer.iteration(), 20 - interrupted);
    steps(trainer, 1);
    Trainer<float> undisturbed(data, wide);
    steps(undisturbed, static_cast<int>(trainer.iteration()));
    EXPECT_EQ(trainer.parameters(), undisturbed.parameters());
}

TEST(Trainer, StopsAtTheLastFiniteParametersWhenItDiverges) {
    Hyperparameters h;
    h.hiddenLayers.assign(6, {16, Activation::relu});
    h.initialization = Initialization::he;
    h.learningRate = 100;
    Trainer<float> trainer(moons(), h);
    int updates = 0;
    while (updates < 1000 && trainer.step() == Trainer<float>::Outcome::updated) {
        ++updates;
    }
    ASSERT_LT(updates, 1000) << "this was meant to diverge";
    EXPECT_LE(trainer.iteration(), updates) << "an update after which an output is not finite is taken back";
    EXPECT_GE(trainer.iteration(), updates - 1);
    EXPECT_TRUE(std::isfinite(trainer.measure(Role::train)->cost));
    EXPECT_TRUE(trainer.parameters().allFinite());
    const std::int64_t iteration = trainer.iteration();
    const Parameters<float> last = trainer.parameters();
    EXPECT_EQ(trainer.step(), Trainer<float>::Outcome::diverged) << "the same step diverges again";
    EXPECT_EQ(trainer.parameters(), last);
    EXPECT_EQ(trainer.iteration(), iteration);
}

TEST(Trainer, TakesHyperparametersBetweenTwoSteps) {
    Trainer<float> trainer(moons(), inMiniBatches());
    steps(trainer, 10);
    const Parameters<float> trained = trainer.parameters();
    Hyperparameters h = inMiniBatches();
    h.learningRate = 0.01;
    h.hiddenLayers[0].units += 3;
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.iteration(), 10);
    EXPECT_EQ(trainer.parameters()[0].W.topRows(6), trained[0].W);
    EXPECT_EQ(trainer.parameters()[2], trained[2]);
    steps(trainer, 5);
    trainer.reset();
    EXPECT_EQ(trainer.parameters(), Trainer<float>(moons(), h).parameters());
}

TEST(Trainer, TakesAnotherSeedAtTheNextReset) {
    Trainer<float> trainer(moons(), inMiniBatches());
    Hyperparameters h = inMiniBatches();
    h.seed = 77;
    const Parameters<float> before = trainer.parameters();
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.parameters(), before);
    trainer.reset();
    Trainer<float> fresh(moons(), h);
    steps(trainer, 20);
    steps(fresh, 20);
    EXPECT_EQ(trainer.parameters(), fresh.parameters());
    EXPECT_NE(trainer.parameters(), before);
}

TEST(Trainer, ShufflesAndDropsByANewSeedAtOnceSoThatItsStateSaysAll) {
    Hyperparameters h = inMiniBatches();
    h.hiddenLayers[0].dropout = 0.3;
    Trainer<float> trainer(moons(), h);
    Trainer<float> undisturbed(moons(), h);
    steps(trainer, 20);
    steps(undisturbed, 20);
    h.seed = 77;
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.parameters(), undisturbed.parameters());
    Trainer<float> resumed(moons(), h);
    resumed.setState(trainer.state());
    for (Trainer<float>* each : {&trainer, &undisturbed, &resumed}) {
        steps(*each, 20);
    }
    EXPECT_NE(trainer.parameters(), undisturbed.parameters());
    EXPECT_EQ(trainer.parameters(), resumed.parameters());
}

TEST(Trainer, LetsTheWeightsOfAFeatureGoWithIt) {
    Hyperparameters h;
    h.features = {Feature::x1, Feature::x2, Feature::x1x2};
    h.optimizer.kind = Optimizer::Kind::adam;
    Trainer<float> trainer(moons(), h);
    steps(trainer, 5);
    const Parameters<float> trained = trainer.parameters();
    h.features = {Feature::sinX1, Feature::x1x2, Feature::x1};
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.parameters()[0].W.col(1), trained[0].W.col(2));
    EXPECT_EQ(trainer.parameters()[0].W.col(2), trained[0].W.col(0));
    EXPECT_NE(trainer.parameters()[0].W.col(0), trained[0].W.col(1));
    EXPECT_EQ(trainer.parameters()[0].b, trained[0].b);
    EXPECT_EQ(trainer.parameters()[1], trained[1]);
    h.features = {Feature::x1};
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.parameters()[0].W.col(0), trained[0].W.col(0));
    steps(trainer, 5);
}

TEST(Trainer, TakesNewDataBetweenTwoSteps) {
    Trainer<float> trainer(moons(), Hyperparameters{});
    steps(trainer, 10);
    const Parameters<float> trained = trainer.parameters();
    const DataSet circles = generate({Generator::circles, 60, 0.1, 1});
    trainer.setData(circles);
    EXPECT_EQ(trainer.iteration(), 10);
    EXPECT_EQ(trainer.parameters(), trained);
    Trainer<float> fresh(circles, Hyperparameters{});
    fresh.setParameters(trained);
    EXPECT_EQ(trainer.measure(Role::train), fresh.measure(Role::train));
    EXPECT_FALSE(trainer.measure(Role::test).has_value());
    steps(trainer, 1);
    steps(fresh, 1);
    EXPECT_EQ(trainer.parameters(), fresh.parameters());
}

TEST(Trainer, MeasuresNothingWithoutExamples) {
    Trainer<float> trainer(DataSet{}, Hyperparameters{});
    EXPECT_EQ(trainer.size(Role::train), 0);
    EXPECT_FALSE(trainer.measure(Role::train).has_value());
    EXPECT_FALSE(trainer.measure(Role::test).has_value());
}

} // namespace
} // namespace perceptible
