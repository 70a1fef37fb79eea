#include "core/network/initialization.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

namespace perceptible {
namespace {

Architecture tanhNetwork(std::vector<int> units) {
    std::vector<Activation> activations(units.size() - 1, Activation::tanh);
    activations.back() = Activation::sigmoid;
    return {std::move(units), std::move(activations)};
}

struct Moments {
    double mean, deviation;
};

Moments momentsOf(ConstMatrixView<double> W) {
    const double mean = W.mean();
    return {mean, std::sqrt((W.array() - mean).square().mean())};
}

class EachInitialization : public testing::TestWithParam<Initialization> {};
INSTANTIATE_TEST_SUITE_P(Initializations, EachInitialization, testing::ValuesIn(allInitializations));

TEST_P(EachInitialization, HasZeroBiasesAndTheShapesOfTheArchitecture) {
    const auto parameters = initialParameters(tanhNetwork({2, 5, 3, 1}), {GetParam()}, 4);
    ASSERT_EQ(parameters.size(), 3U);
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        EXPECT_EQ(parameters[l].b, Vector<double>::Zero(parameters[l].W.rows()));
    }
    EXPECT_EQ(parameters[1].W.rows(), 3);
    EXPECT_EQ(parameters[1].W.cols(), 5);
}

TEST_P(EachInitialization, IsTheSameForTheSameSeed) {
    const Architecture architecture = tanhNetwork({2, 8, 8, 1});
    EXPECT_EQ(initialParameters(architecture, {GetParam()}, 9), initialParameters(architecture, {GetParam()}, 9));
}

TEST_P(EachInitialization, HasItsVariance) {
    constexpr int fanIn = 100;
    constexpr int fanOut = 60;
    double expected = 0;
    switch (GetParam()) {
    case Initialization::zeros:
        break;
    case Initialization::smallRandom:
        expected = 0.01;
        break;
    case Initialization::xavier:
        expected = std::sqrt(2.0 / (fanIn + fanOut));
        break;
    case Initialization::he:
        expected = std::sqrt(2.0 / fanIn);
        break;
    case Initialization::lecun:
        expected = std::sqrt(1.0 / fanIn);
        break;
    case Initialization::uniform:
        expected = 0.5 / std::sqrt(3.0); // of U(−½, ½)
        break;
    }
    const auto parameters = initialParameters(tanhNetwork({2, fanIn, fanOut, 1}), {GetParam()}, 1);
    const Moments moments = momentsOf(parameters[1].W);
    // 6,000 numbers: the deviation is known to about 1 %, the mean to 0.013 deviations
    EXPECT_NEAR(moments.deviation, expected, 0.04 * expected);
    EXPECT_NEAR(moments.mean, 0, 0.05 * expected);
}

TEST(Initialization, IsNormal) {
    const auto parameters = initialParameters(tanhNetwork({2, 128, 128, 1}), {Initialization::he}, 2);
    const Matrix<double> W = parameters[1].W;
    const double sigma = momentsOf(W).deviation;
    const auto within = [&](double times) {
        return static_cast<double>((W.array().abs() < times * sigma).count()) / static_cast<double>(W.size());
    };
    EXPECT_NEAR(within(1), 0.6827, 0.015);
    EXPECT_NEAR(within(2), 0.9545, 0.01);
    EXPECT_NEAR(within(3), 0.9973, 0.003);
}

TEST(Initialization, KeepsUniformWeightsInTheirRangeAndSetsTheBiases) {
    const auto parameters = initialParameters(tanhNetwork({2, 40, 40, 1}), {Initialization::uniform, 0.02, -0.3}, 3);
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        EXPECT_LE(parameters[l].W.cwiseAbs().maxCoeff(), 0.02);
        EXPECT_EQ(parameters[l].b, Vector<double>::Constant(parameters[l].b.size(), -0.3));
    }
    EXPECT_GT(parameters[1].W.maxCoeff(), 0.019);
    EXPECT_LT(parameters[1].W.minCoeff(), -0.019);
}

TEST(Initialization, DiffersWithTheSeedAndBetweenRowsAndLayers) {
    const Architecture architecture = tanhNetwork({2, 64, 64, 64, 1});
    const auto parameters = initialParameters(architecture, {Initialization::he}, 1);
    const auto others = initialParameters(architecture, {Initialization::he}, 2);
    EXPECT_NE(parameters[1].W, others[1].W);
    EXPECT_NE(parameters[1].W, parameters[2].W);
    std::set<double> distinct;
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        distinct.insert(parameters[l].W.data(), parameters[l].W.data() + parameters[l].W.size());
    }
    EXPECT_EQ(distinct.size(), 2 * 64 + 2 * 64 * 64 + 64U);
}

TEST(Initialization, HasTheSameNumbersWhereAWiderOrDeeperNetworkHasTheSameWeights) {
    const auto small = initialParameters(tanhNetwork({2, 3, 4, 1}), {Initialization::smallRandom}, 5);
    const auto large = initialParameters(tanhNetwork({2, 6, 9, 2, 1}), {Initialization::smallRandom}, 5);
    EXPECT_EQ(small[0].W, large[0].W.topLeftCorner(3, 2));
    EXPECT_EQ(small[1].W, large[1].W.topLeftCorner(4, 3));
}

TEST(Initialization, HasNamesToTellThemApart) {
    std::set<std::string> names;
    for (const Initialization initialization : allInitializations) {
        names.emplace(nameOf(initialization));
    }
    EXPECT_EQ(names, (std::set<std::string>{"zeros", "small-random", "xavier", "he", "lecun", "uniform"}));
}

} // namespace
} // namespace perceptible
