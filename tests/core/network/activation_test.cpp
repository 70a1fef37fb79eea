#include "core/network/activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>

namespace perceptible {
namespace {

/// More columns than the widest SIMD register has lanes, and not a multiple of them: both code paths are met.
constexpr Eigen::Index columns = 37;
constexpr double slope = leakyReluSlope;

Matrix<double> valuesFromTo(double low, double high) {
    Matrix<double> Z(1, columns);
    for (Eigen::Index j = 0; j < columns; ++j) {
        Z(0, j) = low + (high - low) * static_cast<double>(j) / (columns - 1);
    }
    return Z;
}

double exactly(Activation g, double z) {
    switch (g) {
    case Activation::sigmoid:
        return 1 / (1 + std::exp(-z));
    case Activation::tanh:
        return std::tanh(z);
    case Activation::relu:
        return z > 0 ? z : 0;
    case Activation::leakyRelu:
        return z > 0 ? z : 0.01 * z;
    case Activation::elu:
        return z > 0 ? z : std::expm1(z);
    case Activation::softplus:
        return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
    case Activation::silu:
        return z / (1 + std::exp(-z));
    case Activation::sine:
        return std::sin(z);
    case Activation::linear:
        return z;
    case Activation::softmax:
        break; // not elementwise
    }
    return NAN;
}

template <class Scalar>
Matrix<Scalar> activated(Activation g, const Matrix<Scalar>& Z) {
    Matrix<Scalar> A(Z.rows(), Z.cols());
    activate<Scalar>(g, slope, Z, A);
    return A;
}

template <class Scalar>
Matrix<Scalar> derivative(Activation g, const Matrix<Scalar>& Z) {
    Matrix<Scalar> dZ(Z.rows(), Z.cols());
    const Matrix<Scalar> ones = Matrix<Scalar>::Ones(Z.rows(), Z.cols());
    activationBackward<Scalar>(g, slope, ones, Z, activated(g, Z), dZ);
    return dZ;
}

class EachActivation : public testing::TestWithParam<Activation> {};
INSTANTIATE_TEST_SUITE_P(Activations, EachActivation, testing::ValuesIn(allActivations));

TEST_P(EachActivation, HasItsValues) {
    const Matrix<double> Z = valuesFromTo(-7, 7);
    const Matrix<double> A = activated(GetParam(), Z);
    const Matrix<float> single = activated<float>(GetParam(), Z.cast<float>());
    for (Eigen::Index j = 0; j < columns; ++j) {
        EXPECT_NEAR(A(0, j), exactly(GetParam(), Z(0, j)), 1e-14) << Z(0, j);
        EXPECT_NEAR(single(0, j), exactly(GetParam(), Z(0, j)), 2e-6) << Z(0, j);
    }
}

TEST_P(EachActivation, HasTheDerivativeOfItsValues) {
    constexpr double h = 1e-6;
    const Matrix<double> Z = valuesFromTo(-4.9, 5); // no point within h of the kink at 0
    const Matrix<double> byFormula = derivative(GetParam(), Z);
    const Matrix<float> single = derivative<float>(GetParam(), Z.cast<float>());
    for (Eigen::Index j = 0; j < columns; ++j) {
        const double z = Z(0, j);
        const double numeric = (exactly(GetParam(), z + h) - exactly(GetParam(), z - h)) / (2 * h);
        EXPECT_NEAR(byFormula(0, j), numeric, 1e-9) << z;
        EXPECT_NEAR(single(0, j), numeric, 2e-6) << z;
    }
}

TEST_P(EachActivation, MultipliesTheDerivativeWithWhatComesFromAbove) {
    const Matrix<double> Z = valuesFromTo(-3, 3);
    const Matrix<double> dA = valuesFromTo(5, -8);
    Matrix<double> dZ(1, columns);
    activationBackward<double>(GetParam(), slope, dA, Z, activated(GetParam(), Z), dZ);
    EXPECT_TRUE(dZ.isApprox(Matrix<double>(dA.array() * derivative(GetParam(), Z).array()), 1e-15));
}

TEST_P(EachActivation, WorksInPlace) {
    const Matrix<double> Z = valuesFromTo(-3, 3);
    Matrix<double> A = Z;
    activate<double>(GetParam(), slope, A, A);
    EXPECT_EQ(A, activated(GetParam(), Z));
    Matrix<double> d = valuesFromTo(5, -8);
    Matrix<double> dZ(1, columns);
    activationBackward<double>(GetParam(), slope, d, Z, A, dZ);
    activationBackward<double>(GetParam(), slope, d, Z, A, d);
    EXPECT_EQ(d, dZ);
}

TEST_P(EachActivation, NeedsOnlyAWhereItSaysSo) {
    const Matrix<double> Z = valuesFromTo(-3, 3); // with 0 itself
    const Matrix<double> A = activated(GetParam(), Z);
    const Matrix<double> ones = Matrix<double>::Ones(1, columns);
    Matrix<double> dZ(1, columns);
    activationBackward<double>(GetParam(), slope, ones, A, A, dZ);
    EXPECT_EQ(dZ == derivative(GetParam(), Z), backwardNeedsOnlyA(GetParam()));
}

TEST_P(EachActivation, StaysFiniteFarFromZero) {
    for (const Matrix<double>& Z : {valuesFromTo(-1e4, -1e3), valuesFromTo(1e3, 1e4)}) {
        EXPECT_TRUE(activated(GetParam(), Z).allFinite());
        EXPECT_TRUE(derivative(GetParam(), Z).allFinite());
        EXPECT_TRUE(activated<float>(GetParam(), Z.cast<float>()).allFinite());
        EXPECT_TRUE(derivative<float>(GetParam(), Z.cast<float>()).allFinite());
    }
}

/// Where float and double have run out of digits or of range on the way, the values are those of the limit.
template <class Scalar>
void expectTheLimits(Activation g, double right, double left, double slopeRight, double slopeLeft) {
    const Matrix<Scalar> Z = (Matrix<Scalar>(1, 2) << Scalar(1e4), Scalar(-1e4)).finished().replicate(1, columns);
    const Matrix<Scalar> A = activated<Scalar>(g, Z);
    const Matrix<Scalar> slopes = derivative<Scalar>(g, Z);
    constexpr double nearlyNothing = std::numeric_limits<Scalar>::min(); // e^−10000 may be given as less than this
    for (Eigen::Index j = 0; j < Z.cols(); j += 2) {
        EXPECT_NEAR(static_cast<double>(A(0, j)), right, nearlyNothing) << nameOf(g);
        EXPECT_NEAR(static_cast<double>(A(0, j + 1)), left, nearlyNothing) << nameOf(g);
        EXPECT_NEAR(static_cast<double>(slopes(0, j)), slopeRight, nearlyNothing) << nameOf(g);
        EXPECT_NEAR(static_cast<double>(slopes(0, j + 1)), slopeLeft, nearlyNothing) << nameOf(g);
    }
}

TEST(Activation, IsExactlyItsLimitFarFromZero) {
    const auto limits = [](Activation g, double right, double left, double slopeRight, double slopeLeft) {
        expectTheLimits<double>(g, right, left, slopeRight, slopeLeft);
        expectTheLimits<float>(g, right, left, slopeRight, slopeLeft);
    };
    limits(Activation::sigmoid, 1, 0, 0, 0);
    limits(Activation::tanh, 1, -1, 0, 0);
    limits(Activation::relu, 1e4, 0, 1, 0);
    limits(Activation::elu, 1e4, -1, 1, 0);
    limits(Activation::softplus, 1e4, 0, 1, 0);
    limits(Activation::silu, 1e4, 0, 1, 0);
    limits(Activation::linear, 1e4, -1e4, 1, 1);
}

TEST(Activation, KeepsThePhaseOfASineFarFromZero) {
    const Matrix<float> Z = valuesFromTo(-1e4, 1e4).cast<float>();
    const Matrix<float> A = activated<float>(Activation::sine, Z);
    const Matrix<float> slopes = derivative<float>(Activation::sine, Z);
    for (Eigen::Index j = 0; j < columns; ++j) {
        EXPECT_NEAR(A(0, j), std::sin(static_cast<double>(Z(0, j))), 2e-6) << Z(0, j);
        EXPECT_NEAR(slopes(0, j), std::cos(static_cast<double>(Z(0, j))), 2e-6) << Z(0, j);
    }
}

/// expm1 and log1p, not e^z − 1 and log(1 + e^z), which lose the digits of small numbers.
TEST(Activation, KeepsTheDigitsOfSmallNumbers) {
    for (const double z : {-1e-3, -1e-7, -1e-12, -1e-30}) {
        const Matrix<double> Z = Matrix<double>::Constant(1, columns, z);
        const Matrix<double> A = activated(Activation::elu, Z);
        EXPECT_LE((A.array() / std::expm1(z) - 1).abs().maxCoeff(), 1e-14) << z;
    }
    for (const double z : {-20.0, -40.0, -300.0}) {
        const Matrix<double> A = activated<double>(Activation::softplus, Matrix<double>::Constant(1, columns, z));
        EXPECT_LE((A.array() / std::log1p(std::exp(z)) - 1).abs().maxCoeff(), 1e-14) << z;
    }
}

TEST(Activation, HasTheLeakySlopeThatIsAskedFor) {
    const Matrix<double> Z = valuesFromTo(-3, 3.1);
    const Matrix<double> ones = Matrix<double>::Ones(1, columns);
    for (const double leakySlope : {0.0, 0.01, 0.3, 1.0}) {
        Matrix<double> A(1, columns);
        Matrix<double> dZ(1, columns);
        activate<double>(Activation::leakyRelu, leakySlope, Z, A);
        activationBackward<double>(Activation::leakyRelu, leakySlope, ones, Z, A, dZ);
        for (Eigen::Index j = 0; j < columns; ++j) {
            EXPECT_EQ(A(0, j), Z(0, j) > 0 ? Z(0, j) : leakySlope * Z(0, j));
            EXPECT_EQ(dZ(0, j), Z(0, j) > 0 ? 1 : leakySlope);
        }
        activate<double>(Activation::relu, leakySlope, Z, A);
        EXPECT_EQ(A.minCoeff(), 0) << "the slope is of leaky ReLU alone";
    }
}

TEST(Activation, KeepsWhatIsNotANumber) {
    for (const Activation g : allActivations) {
        const Matrix<double> Z = Matrix<double>::Constant(1, columns, std::nan(""));
        EXPECT_TRUE(activated(g, Z).array().isNaN().all()) << nameOf(g);
    }
}

TEST(Activation, HasTheLectureSlopesAtTheKink) {
    const Matrix<double> zero = Matrix<double>::Zero(1, columns);
    EXPECT_EQ(derivative(Activation::relu, zero), zero);
    EXPECT_EQ(derivative(Activation::leakyRelu, zero), Matrix<double>::Constant(1, columns, 0.01));
    EXPECT_EQ(derivative(Activation::sigmoid, zero), Matrix<double>::Constant(1, columns, 0.25));
}

TEST(Activation, HasNamesToTellThemApart) {
    std::set<std::string> names;
    for (const Activation g : allActivations) {
        EXPECT_FALSE(nameOf(g).empty());
        names.emplace(nameOf(g));
    }
    EXPECT_EQ(names.size(), std::size(allActivations));
}

} // namespace
} // namespace perceptible
