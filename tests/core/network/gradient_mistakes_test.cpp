// The gradient check finds the classical mistakes of backward, whatever the task.

#include <gtest/gtest.h>

#include <tuple>

#include "core/network/cost.h"
#include "core/network/gradient_check.h"
#include "core/network/layer.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

constexpr double allowed = 1e-7;
constexpr double clearlyWrong = 1e-3;

enum class Mistake {
    none,
    sign,
    noPerExample,
    noDerivative,
    wrongTranspose,
    forgottenL1,
    forgottenL2,
    penaltyOfBiases,
    noDropoutBackward
};

/// Layer l's dA and dZ from the dZ of the layer above it.
void throughActivation(Mistake mistake, const Objective& objective, const Parameters<double>& parameters, std::size_t l,
                       std::vector<LayerCache<double>>& layers) {
    Parameters<double> turned = parameters;
    auto W = turned[l].W;
    if (mistake == Mistake::wrongTranspose && W.rows() == W.cols()) {
        W.transposeInPlace(); // fits in shape, so that only the numbers give it away
    }
    LayerCache<double>& layer = layers[l - 1];
    linearBackwardInput<double>(std::as_const(turned)[l], layers[l].dZ, layer.dA);
    if (mistake != Mistake::noDropoutBackward) {
        layer.dA.array() *= layer.D.array();
    }
    const Activation g =
        mistake == Mistake::noDerivative ? Activation::linear : objective.architecture.activations[l - 1];
    activationBackward<double>(g, objective.architecture.leakySlope, layer.dA, layer.Z, layer.gZ, layer.dZ);
}

/// S9 put together from the layer functions, with room for the classical mistakes.
Parameters<double> backwardWith(Mistake mistake, const Objective& objective, const Parameters<double>& parameters) {
    const Eigen::Index m = objective.X.cols();
    Caches<double> caches(objective.architecture, m, Caches<double>::For::forwardAndBackwardWithDropout);
    modelForward<double>(objective.architecture, parameters, objective.X, *objective.dropout, 0, caches);
    auto& layers = caches.layers;
    Parameters<double> gradients(objective.architecture.units);
    lossBackward<double>(layers.back().A, objective.Y, layers.back().dZ);
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix<double>& APrevious = l == 0 ? objective.X : layers[l - 1].A;
        linearBackward<double>(layers[l].dZ, APrevious, mistake == Mistake::noPerExample ? 1 : m, gradients[l]);
        if (l > 0) {
            throughActivation(mistake, objective, parameters, l, layers);
        }
    }
    Penalty penalty = objective.penalty;
    penalty.l1 = mistake == Mistake::forgottenL1 ? 0 : penalty.l1;
    penalty.l2 = mistake == Mistake::forgottenL2 ? 0 : penalty.l2;
    penalty.addGradient(parameters, gradients);
    if (mistake == Mistake::penaltyOfBiases) {
        for (std::size_t l = 0; l < parameters.size(); ++l) {
            gradients[l].b += penalty.l2 / static_cast<double>(penalty.m) * parameters[l].b;
        }
    }
    if (mistake == Mistake::sign) {
        gradients[0].W *= -1;
    }
    return gradients;
}

class GradientCheckOfMistake : public testing::TestWithParam<std::tuple<Mistake, Task>> {};
INSTANTIATE_TEST_SUITE_P(Mistakes, GradientCheckOfMistake,
                         testing::Combine(testing::Values(Mistake::sign, Mistake::noPerExample, Mistake::noDerivative,
                                                          Mistake::wrongTranspose, Mistake::forgottenL1,
                                                          Mistake::forgottenL2, Mistake::penaltyOfBiases,
                                                          Mistake::noDropoutBackward),
                                          testing::ValuesIn(allTasks)));

TEST_P(GradientCheckOfMistake, IsFound) {
    const auto [mistake, task] = GetParam();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random(seed);
        // Square hidden layers, none of them linear.
        const int outputs = task == Task::multiclass ? 4 : 1;
        const Architecture architecture{{2, 4, 4, 4, outputs},
                                        {Activation::tanh, Activation::silu, Activation::tanh, outputActivation(task)},
                                        leakyReluSlope,
                                        task};
        const auto c = randomCase<double>(random, architecture, 11);
        const Objective objective{c.architecture, c.X, c.Y, {0.5, 1, 11}, Dropout{{0.2, 0.3, 0.4}, seed}};
        const auto right =
            checkGradients(objective, c.parameters, backwardWith(Mistake::none, objective, c.parameters));
        const auto wrong = checkGradients(objective, c.parameters, backwardWith(mistake, objective, c.parameters));
        EXPECT_LE(right->relativeError, allowed) << "seed " << seed;
        EXPECT_GE(wrong->relativeError, clearlyWrong) << "seed " << seed;
    }
}

} // namespace
} // namespace perceptible
