#include "core/network/penalty.h"

#include <gtest/gtest.h>

#include "core/data/random.h"

namespace perceptible {
namespace {

/// W[1] = (1 −2; 0 3), b[1] = (5, 7), W[2] = (−4 0.5), b[2] = 11: Σ|W| = 10.5, ΣW² = 30.25.
template <class Scalar>
Parameters<Scalar> small() {
    Parameters<Scalar> parameters(std::vector<int>{2, 2, 1});
    parameters.values() << 1, -2, 0, 3, 5, 7, -4, 0.5, 11;
    return parameters;
}

template <class Scalar>
class PenaltyOf : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(PenaltyOf, Scalars);

TYPED_TEST(PenaltyOf, WeightsIsTheLectureFormulaAndOfBiasesNothing) {
    const auto parameters = small<TypeParam>();
    EXPECT_EQ((Penalty{0, 0, 4}.of(parameters)), 0);
    EXPECT_DOUBLE_EQ((Penalty{0, 8, 4}.of(parameters)), 30.25); // 8 / (2 · 4) · 30.25
    EXPECT_DOUBLE_EQ((Penalty{2, 0, 4}.of(parameters)), 5.25);  // 2 / 4 · 10.5
    EXPECT_DOUBLE_EQ((Penalty{2, 8, 4}.of(parameters)), 35.5);
    EXPECT_DOUBLE_EQ((Penalty{2, 8, 1}.of(parameters)), 142);
}

TYPED_TEST(PenaltyOf, WeightsHasTheGradientOfTheFormulaAndAddsIt) {
    const auto parameters = small<TypeParam>();
    Parameters<TypeParam> gradients(parameters.units());
    gradients.values().setConstant(100);
    Penalty{2, 8, 4}.addGradient(parameters, gradients); // 2 W + 0.5 sign(W)
    Vector<TypeParam> expected(9);
    expected << 102.5, 95.5, 100, 106.5, 100, 100, 91.5, 101.5, 100;
    EXPECT_EQ(gradients.values(), expected);
}

TYPED_TEST(PenaltyOf, WeightsAddsNothingWhenItIsOff) {
    const auto parameters = small<TypeParam>();
    Parameters<TypeParam> gradients(parameters.units());
    EXPECT_FALSE((Penalty{0, 0, 4}.isActive()));
    Penalty{0, 0, 4}.addGradient(parameters, gradients);
    EXPECT_TRUE(gradients.values().isZero(0));
    EXPECT_TRUE((Penalty{1e-9, 0, 4}.isActive()));
    EXPECT_TRUE((Penalty{0, 1e-9, 4}.isActive()));
}

TEST(PenaltyGradient, IsTheSlopeOfThePenalty) {
    constexpr double h = 1e-5;
    Random random(61);
    for (const Penalty& penalty : {Penalty{0.7, 0, 5}, Penalty{0, 1.3, 5}, Penalty{0.4, 0.9, 30}}) {
        Parameters<double> parameters(std::vector<int>{3, 5, 4, 2});
        for (double& value : parameters.values()) {
            value = random.uniform(-2, 2);
        }
        Parameters<double> gradients(parameters.units());
        penalty.addGradient(parameters, gradients);
        for (Eigen::Index i = 0; i < parameters.values().size(); ++i) {
            Parameters<double> above = parameters;
            Parameters<double> below = parameters;
            above.values()[i] += h;
            below.values()[i] -= h;
            EXPECT_NEAR(gradients.values()[i], (penalty.of(above) - penalty.of(below)) / (2 * h), 1e-9);
        }
    }
}

} // namespace
} // namespace perceptible
