#include "core/network/gradient_check.h"

#include <gtest/gtest.h>

#include "core/network/cost.h"
#include "core/network/layer.h"
#include "core/network/network.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

constexpr double allowed = 1e-7;
constexpr double clearlyWrong = 1e-3;

enum class Mistake { none, sign, noDerivative, wrongTranspose, noPerExample };

/// S9 put together from the layer functions, with room for the classical mistakes.
Parameters<double> backwardWith(Mistake mistake, const RandomCase<double>& c) {
    const Eigen::Index m = c.X.cols();
    Caches<double> caches(c.architecture, m, Caches<double>::For::forwardAndBackward);
    modelForward<double>(c.architecture, c.parameters, c.X, caches);
    auto& layers = caches.layers;
    Parameters<double> gradients = zeroParameters<double>(c.architecture);
    binaryCrossEntropyBackward<double>(layers.back().A, c.Y, layers.back().dZ);
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix<double>& APrevious = l == 0 ? c.X : layers[l - 1].A;
        linearBackward<double>(layers[l].dZ, APrevious, mistake == Mistake::noPerExample ? 1 : m, gradients[l]);
        if (l == 0) {
            break;
        }
        LayerParameters<double> layer = c.parameters[l];
        if (mistake == Mistake::wrongTranspose && layer.W.rows() == layer.W.cols()) {
            layer.W.transposeInPlace(); // fits in shape, so that only the numbers give it away
        }
        linearBackwardInput<double>(layer, layers[l].dZ, layers[l - 1].dA);
        const Activation g = mistake == Mistake::noDerivative ? Activation::linear : c.architecture.activations[l - 1];
        activationBackward<double>(g, layers[l - 1].dA, layers[l - 1].Z, layers[l - 1].A, layers[l - 1].dZ);
    }
    if (mistake == Mistake::sign) {
        gradients.front().W *= -1;
    }
    return gradients;
}

GradientCheck check(const RandomCase<double>& c, const Parameters<double>& gradients) {
    return checkGradients(c.architecture, c.parameters, c.X, c.Y, gradients);
}

class GradientCheckByDepth : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(HiddenLayers, GradientCheckByDepth, testing::Range(0, 5));

TEST_P(GradientCheckByDepth, BackwardIsTheSlopeOfTheCostOnRandomNetworks) {
    Random random(static_cast<std::uint64_t>(100 + GetParam()));
    for (int i = 0; i < 70; ++i) {
        const Architecture architecture = randomArchitecture(random, GetParam(), 7, smoothActivations);
        const auto m = static_cast<Eigen::Index>(1 + random.below(25));
        const auto c = randomCase<double>(random, architecture, m);
        EXPECT_LE(check(c, gradientsOf(c.architecture, c.parameters, c.X, c.Y)).relativeError, allowed)
            << "network " << i;
    }
}

TEST(GradientCheck, HoldsForWideLayers) {
    Random random(7);
    for (const int units : {12, 16, 21}) {
        const Architecture architecture{{2, units, units, 1},
                                        {Activation::tanh, Activation::sigmoid, Activation::sigmoid}};
        const auto c = randomCase<double>(random, architecture, 19);
        EXPECT_LE(check(c, gradientsOf(c.architecture, c.parameters, c.X, c.Y)).relativeError, allowed) << units;
    }
}

class GradientCheckOfMistake : public testing::TestWithParam<Mistake> {
protected:
    /// Two square hidden layers, none of them linear.
    RandomCase<double> squareCase(std::uint64_t seed) {
        Random random(seed);
        const Architecture architecture{{2, 3, 3, 3, 1},
                                        {Activation::tanh, Activation::sigmoid, Activation::tanh, Activation::sigmoid}};
        return randomCase<double>(random, architecture, 11);
    }
};
INSTANTIATE_TEST_SUITE_P(Mistakes, GradientCheckOfMistake,
                         testing::Values(Mistake::sign, Mistake::noDerivative, Mistake::wrongTranspose,
                                         Mistake::noPerExample));

TEST_P(GradientCheckOfMistake, IsFound) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto c = squareCase(seed);
        EXPECT_LE(check(c, backwardWith(Mistake::none, c)).relativeError, allowed) << "seed " << seed;
        EXPECT_GE(check(c, backwardWith(GetParam(), c)).relativeError, clearlyWrong) << "seed " << seed;
    }
}

TEST(GradientCheck, NamesTheWorstParameter) {
    Random random(3);
    const auto c = randomCase<double>(random, {{2, 4, 1}, {Activation::tanh, Activation::sigmoid}}, 9);
    for (Eigen::Index i = 0; i < parameterCount(c.parameters); ++i) {
        Parameters<double> gradients = gradientsOf(c.architecture, c.parameters, c.X, c.Y);
        parameterAt(gradients, i) += 0.01;
        const GradientCheck result = check(c, gradients);
        EXPECT_EQ(result.worstParameter, i);
        EXPECT_GT(result.relativeError, allowed);
    }
}

} // namespace
} // namespace perceptible
