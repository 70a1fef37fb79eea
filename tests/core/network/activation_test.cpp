#include "core/network/activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

namespace perceptible {
namespace {

/// More columns than the widest SIMD register has lanes, and not a multiple of them: both code paths are met.
constexpr Eigen::Index columns = 37;

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
    case Activation::linear:
        return z;
    }
    return NAN;
}

template <class Scalar>
Matrix<Scalar> activated(Activation g, const Matrix<Scalar>& Z) {
    Matrix<Scalar> A(Z.rows(), Z.cols());
    activate<Scalar>(g, Z, A);
    return A;
}

template <class Scalar>
Matrix<Scalar> derivative(Activation g, const Matrix<Scalar>& Z) {
    Matrix<Scalar> dZ(Z.rows(), Z.cols());
    const Matrix<Scalar> ones = Matrix<Scalar>::Ones(Z.rows(), Z.cols());
    activationBackward<Scalar>(g, ones, Z, activated(g, Z), dZ);
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
    const Matrix<double> slope = derivative(GetParam(), Z);
    const Matrix<float> single = derivative<float>(GetParam(), Z.cast<float>());
    for (Eigen::Index j = 0; j < columns; ++j) {
        const double z = Z(0, j);
        const double numeric = (exactly(GetParam(), z + h) - exactly(GetParam(), z - h)) / (2 * h);
        EXPECT_NEAR(slope(0, j), numeric, 1e-9) << z;
        EXPECT_NEAR(single(0, j), numeric, 2e-6) << z;
    }
}

TEST_P(EachActivation, MultipliesTheDerivativeWithWhatComesFromAbove) {
    const Matrix<double> Z = valuesFromTo(-3, 3);
    const Matrix<double> dA = valuesFromTo(5, -8);
    Matrix<double> dZ(1, columns);
    activationBackward<double>(GetParam(), dA, Z, activated(GetParam(), Z), dZ);
    EXPECT_TRUE(dZ.isApprox(Matrix<double>(dA.array() * derivative(GetParam(), Z).array()), 1e-15));
}

TEST_P(EachActivation, WorksInPlace) {
    const Matrix<double> Z = valuesFromTo(-3, 3);
    Matrix<double> A = Z;
    activate<double>(GetParam(), A, A);
    EXPECT_EQ(A, activated(GetParam(), Z));
    Matrix<double> d = valuesFromTo(5, -8);
    Matrix<double> dZ(1, columns);
    activationBackward<double>(GetParam(), d, Z, A, dZ);
    activationBackward<double>(GetParam(), d, Z, A, d);
    EXPECT_EQ(d, dZ);
}

TEST_P(EachActivation, StaysFiniteFarFromZero) {
    for (const Matrix<double>& Z : {valuesFromTo(-1e4, -1e3), valuesFromTo(1e3, 1e4)}) {
        EXPECT_TRUE(activated(GetParam(), Z).allFinite());
        EXPECT_TRUE(derivative(GetParam(), Z).allFinite());
        EXPECT_TRUE(activated<float>(GetParam(), Z.cast<float>()).allFinite());
        EXPECT_TRUE(derivative<float>(GetParam(), Z.cast<float>()).allFinite());
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
