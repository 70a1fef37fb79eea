// The trainer takes the quick way (fused_network.h) for narrow networks, and it leads where the readable one does.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/data/random.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

constexpr int updates = 50;

DataSet dataFor(Task task, int m) {
    Random random(71);
    std::vector<Example> examples = generate({Generator::spirals, m, 0.3, 2}).examples();
    for (Example& e : examples) {
        e.y = task == Task::binary       ? e.y
              : task == Task::multiclass ? static_cast<double>(random.below(4))
                                         : std::sin(e.x1) + 0.3 * e.x2;
    }
    return DataSet(examples, task, 4);
}

template <class Scalar>
struct Loop {
    Trainer<Scalar> trainer; ///< for what both ways share: data, initial parameters, measuring
    Parameters<Scalar> parameters;
    OptimizerState<Scalar> state, next;
    MiniBatches<Scalar> batches;
    int t = 0;

    Loop(const DataSet& data, const Hyperparameters& h)
        : trainer(data, h)
        , parameters(trainer.parameters())
        , state(h.optimizer, parameters.values().size())
        , next(state)
        , batches({h.batchSize, h.shuffle, h.seed}) {
        batches.setExamples(exampleMatrix<Scalar>(data, Role::train, trainer.inputs()));
    }

    /// One update with the gradient that `gradientOf` makes of the parameters and a mini-batch.
    template <class GradientOf>
    double update(const GradientOf& gradientOf) {
        const Hyperparameters& h = trainer.hyperparameters();
        const auto batch = batches.next();
        Parameters<Scalar> gradients = gradientOf(parameters, batches.examples().X.middleCols(batch.first, batch.size),
                                                  batches.examples().Y.middleCols(batch.first, batch.size));
        trainer.penalty().addGradient(parameters, gradients);
        Parameters<Scalar> updated = parameters;
        perceptible::update(h.optimizer, h.schedule.rate(h.learningRate, t++), parameters.values(), gradients.values(),
                            state, updated.values(), next);
        std::swap(parameters, updated);
        std::swap(state, next);
        batches.take();
        trainer.setParameters(parameters);
        return trainer.measure(Role::train)->cost;
    }
};

template <class Scalar>
class FusedTraining : public testing::Test {
protected:
    static constexpr double tolerance = std::is_same_v<Scalar, double> ? 1e-11 : 1e-4;

    static Hyperparameters hyperparameters(int i) {
        Hyperparameters h;
        h.hiddenLayers = {{7, Activation::tanh}, {5, Activation::silu}};
        h.optimizer.kind = Optimizer::allKinds[i % 5];
        h.learningRate = h.optimizer.hasSquares() ? 0.005 : 0.05;
        h.optimizer.epsilon = 1e-3; // so that nothing is divided by next to nothing
        h.batchSize = i % 2 == 0 ? std::nullopt : std::optional(17);
        h.l2 = i % 3;
        return h;
    }
};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(FusedTraining, Scalars);

TYPED_TEST(FusedTraining, HasTheCostsOfTheReadableWay) {
    for (const Task task : allTasks) {
        for (int i = 0; i < 10; ++i) {
            SCOPED_TRACE(testing::Message() << nameOf(task) << ' ' << i);
            const Hyperparameters h = this->hyperparameters(i);
            const DataSet data = dataFor(task, 100);
            Trainer<TypeParam> trainer(data, h);
            ASSERT_TRUE(FusedNetwork<TypeParam>::suits(trainer.architecture()));
            Loop<TypeParam> readable(data, h);
            for (int t = 0; t < updates; ++t) {
                ASSERT_EQ(trainer.step(), Trainer<TypeParam>::Outcome::updated);
                const double expected = readable.update([&](const auto& parameters, const auto& X, const auto& Y) {
                    return backprop<TypeParam>(trainer.architecture(), parameters, X, Y).gradients;
                });
                ASSERT_NEAR(trainer.measure(Role::train)->cost, expected, this->tolerance * expected) << t;
            }
        }
    }
}

/// Bit for bit, which no other way of adding up gives.
TYPED_TEST(FusedTraining, IsWhatTheTrainerDoesWithNarrowNetworks) {
    for (const Task task : allTasks) {
        const Hyperparameters h = this->hyperparameters(1);
        const DataSet data = dataFor(task, 100);
        Trainer<TypeParam> trainer(data, h);
        Loop<TypeParam> quick(data, h);
        Loop<TypeParam> readable(data, h);
        FusedNetwork<TypeParam> fused(trainer.architecture());
        for (int t = 0; t < updates; ++t) {
            ASSERT_EQ(trainer.step(), Trainer<TypeParam>::Outcome::updated);
            quick.update([&](const auto& parameters, const auto& X, const auto& Y) {
                Parameters<TypeParam> gradients(trainer.architecture().units);
                EXPECT_TRUE(fused.addGradients(parameters, X, Y, X.cols(), gradients));
                return gradients;
            });
            readable.update([&](const auto& parameters, const auto& X, const auto& Y) {
                return backprop<TypeParam>(trainer.architecture(), parameters, X, Y).gradients;
            });
        }
        EXPECT_EQ(trainer.parameters(), quick.parameters) << nameOf(task);
        EXPECT_NE(trainer.parameters(), readable.parameters) << nameOf(task);
    }
}

TYPED_TEST(FusedTraining, IsLeftAsideForWideNetworksWithTheSameCosts) {
    Hyperparameters h = this->hyperparameters(0);
    h.hiddenLayers.assign(2, {40, Activation::tanh});
    const DataSet data = dataFor(Task::multiclass, 100);
    Trainer<TypeParam> trainer(data, h);
    ASSERT_FALSE(FusedNetwork<TypeParam>::suits(trainer.architecture()));
    Loop<TypeParam> readable(data, h);
    for (int t = 0; t < updates; ++t) {
        ASSERT_EQ(trainer.step(), Trainer<TypeParam>::Outcome::updated);
        const double expected = readable.update([&](const auto& parameters, const auto& X, const auto& Y) {
            return backprop<TypeParam>(trainer.architecture(), parameters, X, Y).gradients;
        });
        ASSERT_NEAR(trainer.measure(Role::train)->cost, expected, this->tolerance * expected) << t;
    }
}

} // namespace
} // namespace perceptible
