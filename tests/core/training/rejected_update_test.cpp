// An update that is taken back leaves no trace: not in the parameters, not in the optimizer's memory, not in the order
// of the mini-batches.

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>
#include <utility>

#include "core/data/generators.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

class RejectedUpdate : public testing::TestWithParam<std::tuple<Optimizer::Kind, std::optional<int>>> {
protected:
    Hyperparameters hyperparameters() const {
        Hyperparameters h;
        h.learningRate = 0.02;
        h.optimizer.kind = std::get<0>(GetParam());
        h.batchSize = std::get<1>(GetParam());
        h.hiddenLayers[0].dropout = 0.2; // its masks too are those of the iteration
        return h;
    }
};
INSTANTIATE_TEST_SUITE_P(Optimizers, RejectedUpdate,
                         testing::Combine(testing::ValuesIn(Optimizer::allKinds),
                                          testing::Values(std::nullopt, 8, 40)));

TEST_P(RejectedUpdate, LeavesTheStateBeforeIt) {
    Trainer<float> trainer(generate({Generator::moons, 40, 0.2, 3}), hyperparameters());
    EXPECT_FALSE(trainer.rejectLastUpdate()) << "there is none";
    trainer.reset();
    for (int i = 0; i < 7; ++i) { // with batches of 8, an epoch ends after 5
        const auto before = trainer.state();
        ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
        const auto after = trainer.state();
        EXPECT_NE(after, before);
        EXPECT_TRUE(trainer.rejectLastUpdate());
        EXPECT_EQ(trainer.state(), before);
        EXPECT_EQ(trainer.step(), Trainer<float>::Outcome::diverged) << "until something changes";
        EXPECT_FALSE(trainer.rejectLastUpdate()) << "one update is remembered, not two";
        EXPECT_EQ(trainer.state(), before);
        trainer.setHyperparameters(hyperparameters());
        ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
        EXPECT_EQ(trainer.state(), after) << "the same update again";
    }
}

/// It was made in good faith, from a mini-batch that is no more.
TEST_P(RejectedUpdate, IsNoneFromBeforeAnEdit) {
    Trainer<float> trainer(generate({Generator::moons, 40, 0.2, 3}), hyperparameters());
    const auto expectNone = [&] {
        const auto state = trainer.state();
        EXPECT_FALSE(trainer.rejectLastUpdate());
        EXPECT_EQ(trainer.state(), state);
    };
    ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
    Hyperparameters other = hyperparameters();
    other.learningRate = 0.01;
    trainer.setHyperparameters(other);
    expectNone();

    trainer.setHyperparameters(hyperparameters());
    ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
    std::vector<Example> farAway;
    for (int i = 0; i < 20; ++i) {
        const double x = i % 2 == 0 ? 3e38 : -3e38;
        farAway.push_back({x, x, static_cast<double>(i % 2)}); // whose z are infinite
    }
    other.hiddenLayers.assign(1, {8, Activation::relu});
    trainer.setHyperparameters(other);
    ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
    trainer.setData(DataSet(farAway));
    const auto state = trainer.state();
    EXPECT_EQ(trainer.step(), Trainer<float>::Outcome::diverged);
    EXPECT_EQ(trainer.state(), state);
    expectNone();
}

/// The trainer takes the update back by itself after which an output overflows.
TEST(RejectedUpdates, AreThoseThatMakeAnOutputNotFinite) {
    std::vector<Example> examples;
    for (int i = 0; i < 40; ++i) {
        examples.push_back({i * 1e4, -1e5 + i * 1e3, static_cast<double>(i % 2)});
    }
    for (const auto kind : {Optimizer::Kind::gradientDescent, Optimizer::Kind::momentum, Optimizer::Kind::nesterov}) {
        Hyperparameters h;
        h.hiddenLayers.assign(4, {8, Activation::relu});
        h.initialization = Initialization::he;
        h.learningRate = 100;
        h.batchSize = 8;
        h.optimizer.kind = kind;
        Trainer<float> trainer(DataSet(examples), h);
        TrainingState<float> before = trainer.state();
        TrainingState<float> last = before;
        while (trainer.step() == Trainer<float>::Outcome::updated) {
            ASSERT_LT(trainer.iteration(), 2000) << "this was meant to diverge";
            before = std::exchange(last, trainer.state());
        }
        const auto left = trainer.state();
        EXPECT_TRUE(left == before || left == last) << "whole states, not a mixture";
        EXPECT_TRUE(left.parameters.allFinite());
        EXPECT_TRUE(std::isfinite(trainer.measure(Role::train)->cost));
    }
}

} // namespace
} // namespace perceptible
