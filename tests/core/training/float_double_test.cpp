// Float, which trains, against double, which checks.

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

#include "core/data/random.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

constexpr int updates = 100;

/// Points of a smooth function of the plane, as classes or as it is.
DataSet dataFor(Random& random, Task task, int m) {
    std::vector<Example> examples;
    for (int i = 0; i < m; ++i) {
        Example e{random.uniform(-2, 2), random.uniform(-2, 2)};
        const double f = std::sin(2 * e.x1) + e.x2 * e.x1 / 2; // about −3…3
        e.y = task == Task::binary ? (f > 0 ? 1 : 0) : task == Task::multiclass ? std::floor(std::abs(f * 1.3)) : f;
        examples.push_back(e);
    }
    return DataSet(examples, task, 4);
}

Hyperparameters hyperparametersFor(Random& random, Activation g, Optimizer::Kind kind) {
    Hyperparameters h;
    h.hiddenLayers.assign(1 + random.below(3), {2 + static_cast<int>(random.below(10)), g});
    h.optimizer.kind = kind;
    h.optimizer.epsilon = 1e-4; // a difference in a tiny gradient's last digit isn't divided by its size
    const bool normalised = kind == Optimizer::Kind::rmsprop || kind == Optimizer::Kind::adam;
    h.learningRate = normalised ? 0.003 : 0.02;
    h.standardize = random.below(2) == 0;
    h.l1 = random.below(2) == 0 ? 0 : 0.01;
    h.l2 = random.below(2) == 0 ? 0 : 0.1;
    h.clipNorm = random.below(2) == 0 ? std::nullopt : std::optional(0.5);
    h.schedule.kind = Schedule::allKinds[random.below(std::size(Schedule::allKinds))];
    h.schedule.period = 30;
    h.seed = random.below(1'000'000);
    return h;
}

double costAfterUpdates(auto trainer) {
    for (int i = 0; i < updates; ++i) {
        EXPECT_EQ(trainer.step(), decltype(trainer)::Outcome::updated);
    }
    return trainer.measure(Role::train)->cost;
}

class FloatAgainstDouble : public testing::TestWithParam<std::tuple<Activation, Task>> {};
INSTANTIATE_TEST_SUITE_P(Networks, FloatAgainstDouble,
                         testing::Combine(testing::ValuesIn(allActivations), testing::ValuesIn(allTasks)));

TEST_P(FloatAgainstDouble, HasTheSameCostAfterAHundredUpdates) {
    const auto [g, task] = GetParam();
    Random random(95);
    for (const Optimizer::Kind kind : Optimizer::allKinds) {
        for (int i = 0; i < 6; ++i) {
            Hyperparameters h = hyperparametersFor(random, g, kind);
            h.batchSize = i % 2 == 0 ? std::nullopt : std::optional(15);
            h.hiddenLayers[0].dropout = i < 4 ? 0 : 0.3; // both ways: fused and layer by layer
            const DataSet data = dataFor(random, task, 80);
            const double exact = costAfterUpdates(Trainer<double>(data, h));
            const double single = costAfterUpdates(Trainer<float>(data, h));
            EXPECT_NEAR(single, exact, 1e-4 * exact) << nameOf(kind) << ", network " << i;
        }
    }
}

TEST(FloatAndDouble, BeginWithTheSameParametersAndDealTheSameMiniBatches) {
    Random random(96);
    Hyperparameters h = hyperparametersFor(random, Activation::tanh, Optimizer::Kind::adam);
    h.batchSize = 7;
    const DataSet data = dataFor(random, Task::multiclass, 40);
    Trainer<double> exact(data, h);
    Trainer<float> single(data, h);
    EXPECT_EQ(convert<float>(exact.parameters()), single.parameters());
    for (int i = 0; i < 20; ++i) {
        exact.step();
        single.step();
        EXPECT_EQ(exact.state().batches.epoch, single.state().batches.epoch);
        EXPECT_EQ(exact.state().batches.done, single.state().batches.done);
    }
}

} // namespace
} // namespace perceptible
