// The gradient check finds the classical mistakes of backward, whatever the task.

#include <gtest/gtest.h>

#include <tuple>

#include "core/network/gradient_mistake.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

constexpr double allowed = 1e-7;
constexpr double clearlyWrong = 1e-3;

struct Checked {
    Objective objective;
    Parameters<double> parameters;
};

/// Square hidden layers, none of them linear, and all that a cost can have.
Checked regularisedNetwork(Task task, std::uint64_t seed) {
    Random random(seed);
    const int outputs = task == Task::multiclass ? 4 : 1;
    const Architecture architecture{{2, 4, 4, 4, outputs},
                                    {Activation::tanh, Activation::silu, Activation::tanh, outputActivation(task)},
                                    leakyReluSlope,
                                    task};
    const auto c = randomCase<double>(random, architecture, 11);
    return {{c.architecture, c.X, c.Y, {0.5, 1, 11}, Dropout{{0.2, 0.3, 0.4}, seed}}, c.parameters};
}

double errorOf(const Checked& c, const Parameters<double>& gradients) {
    return checkGradients(c.objective, c.parameters, gradients)->relativeError;
}

class GradientCheckOfMistake : public testing::TestWithParam<std::tuple<GradientMistake, Task>> {};
INSTANTIATE_TEST_SUITE_P(Mistakes, GradientCheckOfMistake,
                         testing::Combine(testing::ValuesIn(allGradientMistakes), testing::ValuesIn(allTasks)));

TEST_P(GradientCheckOfMistake, IsFoundInRegularisedNetworks) {
    const auto [mistake, task] = GetParam();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Checked c = regularisedNetwork(task, seed);
        EXPECT_GE(errorOf(c, *gradientsOf(c.objective, c.parameters, mistake)), clearlyWrong) << "seed " << seed;
    }
}

/// Of any depth and width, 1 unit and 1 example among them; where canShow() says that nothing changes, nothing does.
TEST_P(GradientCheckOfMistake, IsFoundWhereverItCanShow) {
    const auto [mistake, task] = GetParam();
    Random random(11);
    int shown = 0;
    int hidden = 0;
    for (int i = 0; i < 150; ++i) {
        SCOPED_TRACE(testing::Message() << "network " << i);
        const Architecture architecture =
            randomArchitecture(random, i % 5, 5, smoothActivations, task, 3 + i % 4, 1 + i % 3);
        const auto c = randomCase<double>(random, architecture, static_cast<Eigen::Index>(1 + random.below(12)));
        const Objective objective{c.architecture, c.X, c.Y};
        const Parameters<double> right = *gradientsOf(objective, c.parameters);
        const Parameters<double> wrong = *gradientsOf(objective, c.parameters, mistake);
        if (canShow(mistake, architecture, objective.X.cols())) {
            ++shown;
            EXPECT_FALSE(checkGradients(objective, c.parameters, wrong)->passes(allowed));
        } else {
            ++hidden;
            EXPECT_EQ(wrong.values(), right.values());
        }
    }
    EXPECT_GE(shown, 50);
    EXPECT_EQ(hidden == 0, mistake == GradientMistake::wrongSign);
}

class GradientMistakes : public testing::TestWithParam<Task> {};
INSTANTIATE_TEST_SUITE_P(Tasks, GradientMistakes, testing::ValuesIn(allTasks));

TEST_P(GradientMistakes, WithoutOneTheCopyIsTheBackwardThatTrains) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Checked c = regularisedNetwork(GetParam(), seed);
        for (const bool dropped : {true, false}) {
            if (!dropped) {
                c.objective.dropout = {};
            }
            const Parameters<double> right = *gradientsOf(c.objective, c.parameters);
            EXPECT_EQ(*gradientsOf(c.objective, c.parameters, GradientMistake::none), right);
            EXPECT_LE(errorOf(c, right), allowed);
        }
    }
}

/// What is forgotten of regularisation.
TEST_P(GradientMistakes, OfPenaltiesAndDropoutAreFound) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Checked c = regularisedNetwork(GetParam(), seed);
        Objective forgotten = c.objective;
        forgotten.penalty.l1 = 0;
        EXPECT_GE(errorOf(c, *gradientsOf(forgotten, c.parameters)), clearlyWrong) << "L1";
        forgotten.penalty = c.objective.penalty;
        forgotten.penalty.l2 = 0;
        EXPECT_GE(errorOf(c, *gradientsOf(forgotten, c.parameters)), clearlyWrong) << "L2";

        Parameters<double> ofBiases = *gradientsOf(c.objective, c.parameters);
        for (std::size_t l = 0; l < ofBiases.size(); ++l) {
            ofBiases[l].b += c.objective.penalty.l2 / static_cast<double>(c.objective.penalty.m) * c.parameters[l].b;
        }
        EXPECT_GE(errorOf(c, ofBiases), clearlyWrong) << "a penalty of the biases";

        Caches<double> caches(c.objective.architecture, c.objective.X.cols(), Caches<double>::For::forwardAndBackward,
                              &c.objective.dropout);
        modelForward<double>(c.objective.architecture, c.parameters, c.objective.X, caches, &c.objective.dropout);
        for (LayerCache<double>& layer : caches.layers) {
            layer.D.setOnes();
        }
        Parameters<double> undropped(c.objective.architecture.units);
        modelBackward<double>(c.objective.architecture, c.parameters, c.objective.X, c.objective.Y,
                              c.objective.X.cols(), caches, undropped);
        c.objective.penalty.addGradient(c.parameters, undropped);
        EXPECT_GE(errorOf(c, undropped), clearlyWrong) << "dropout in forward alone";
    }
}

} // namespace
} // namespace perceptible
