// Softmax cross-entropy and squared error; binary cross-entropy is in cost_test.cpp.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/network/cost.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

template <class Scalar>
constexpr double relative = std::is_same_v<Scalar, double> ? 1e-14 : 1e-6;

template <class Scalar>
Matrix<Scalar> lossesOf(Task task, const Matrix<Scalar>& Z, const Matrix<Scalar>& Y) {
    Matrix<Scalar> loss(1, Z.cols());
    lossOf<Scalar>(task, Z, Y, loss);
    return loss;
}

template <class Scalar>
Matrix<Scalar> outputsOf(Task task, const Matrix<Scalar>& Z) {
    Matrix<Scalar> A(Z.rows(), Z.cols());
    activate<Scalar>(outputActivation(task), 0, Z, A);
    return A;
}

/// log Σ_k e^(z_k − z_right), which is log(1 + Σ of the others) and loses no digits however small it is.
template <class Scalar>
long double softmaxLoss(const Matrix<Scalar>& Z, Eigen::Index column, Eigen::Index right) {
    Eigen::Index top = 0;
    Z.col(column).maxCoeff(&top);
    const auto z = [&](Eigen::Index k) { return static_cast<long double>(Z(k, column)); };
    long double others = 0;
    for (Eigen::Index k = 0; k < Z.rows(); ++k) {
        others += k == top ? 0 : std::exp(z(k) - z(top));
    }
    return (z(top) - z(right)) + std::log1p(others);
}

/// Outputs of size `scale`, and a class for each of them.
template <class Scalar>
std::pair<Matrix<Scalar>, Matrix<Scalar>> outputsAndTargets(Random& random, Task task, int K, double scale) {
    constexpr Eigen::Index columns = 29;
    Matrix<Scalar> Z(K, columns);
    Matrix<Scalar> Y = Matrix<Scalar>::Zero(K, columns);
    for (Eigen::Index j = 0; j < columns; ++j) {
        for (Eigen::Index k = 0; k < K; ++k) {
            Z(k, j) = static_cast<Scalar>(random.uniform(-scale, scale));
        }
        if (task == Task::multiclass) {
            Y(static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(K))), j) = 1;
        } else {
            Y(0, j) = static_cast<Scalar>(task == Task::binary ? static_cast<double>(j % 2) : random.uniform(-3, 3));
        }
    }
    return {Z, Y};
}

template <class Scalar>
class CostOfTasks : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(CostOfTasks, Scalars);

TYPED_TEST(CostOfTasks, SoftmaxCrossEntropyIsExactUpToTenThousand) {
    constexpr double epsilon = std::numeric_limits<TypeParam>::epsilon();
    Random random(31);
    for (const double scale : {0.1, 1.0, 5.0, 30.0, 100.0, 1e3, 1e4}) {
        for (int K = 2; K <= 10; ++K) {
            const auto [Z, Y] = outputsAndTargets<TypeParam>(random, Task::multiclass, K, scale);
            const Matrix<TypeParam> loss = lossesOf(Task::multiclass, Z, Y);
            for (Eigen::Index j = 0; j < Z.cols(); ++j) {
                Eigen::Index right = 0;
                Y.col(j).maxCoeff(&right);
                const auto expected = static_cast<double>(softmaxLoss(Z, j, right));
                const double smallest = std::numeric_limits<TypeParam>::min(); // below it vector code may give zero
                // A tiny loss is about e^−d, d the lead of the right output: rounding d costs it d units of its last
                // place.
                const double lead = expected < 1 && expected > 0 ? -std::log(expected) : 0;
                const double allowed = (relative<TypeParam> + lead * epsilon) * expected + smallest;
                EXPECT_NEAR(static_cast<double>(loss(0, j)), expected, allowed)
                    << "K = " << K << ", z = " << Z.col(j).transpose();
            }
        }
    }
}

/// All outputs are huge, and what counts is the small difference between them.
TYPED_TEST(CostOfTasks, SoftmaxCrossEntropyKeepsItsDigitsWhenTheRightOutputIsLargeAndAhead) {
    for (const double offset : {0.0, 100.0, 1e4, -1e4}) {
        Matrix<TypeParam> Z(3, 4);
        Z << 10, 20, 60, 0, 0, 0, 0, 0, -1, -2, -4, 0;
        Z.array() += static_cast<TypeParam>(offset);
        Matrix<TypeParam> Y = Matrix<TypeParam>::Zero(3, 4);
        Y.row(0).setOnes();
        const Matrix<TypeParam> loss = lossesOf(Task::multiclass, Z, Y);
        for (Eigen::Index j = 0; j < 4; ++j) {
            const auto expected = static_cast<double>(softmaxLoss(Z, j, 0));
            EXPECT_NEAR(static_cast<double>(loss(0, j)), expected, relative<TypeParam> * expected) << offset;
        }
    }
}

TYPED_TEST(CostOfTasks, SoftmaxOfTwoClassesIsTheSigmoidOfTheDifference) {
    Random random(32);
    const auto [Z, Y] = outputsAndTargets<TypeParam>(random, Task::multiclass, 2, 8);
    const Matrix<TypeParam> difference = Z.row(1) - Z.row(0);
    const Matrix<TypeParam> labels = Y.row(1);
    const Matrix<TypeParam> a = lossesOf(Task::multiclass, Z, Y);
    const Matrix<TypeParam> b = lossesOf(Task::binary, difference, labels);
    EXPECT_LE((a - b).cwiseAbs().maxCoeff(), 1e-6);
}

TYPED_TEST(CostOfTasks, SquaredErrorIsHalfTheSquareOfTheDistance) {
    Matrix<TypeParam> Z(1, 6);
    Z << 0, 1, -2, 3.5, 1e4, -1e4;
    Matrix<TypeParam> Y(1, 6);
    Y << 0, 1, 1, 0.5, 0, 1e4;
    Matrix<TypeParam> expected(1, 6);
    expected << 0, 0, 4.5, 4.5, 5e7, 2e8;
    EXPECT_EQ(lossesOf(Task::regression, Z, Y), expected);
}

TYPED_TEST(CostOfTasks, StayFiniteUpToTenThousandAndSoDoTheirGradients) {
    Random random(33);
    for (const Task task : allTasks) {
        const int K = task == Task::multiclass ? 6 : 1;
        const auto [Z, Y] = outputsAndTargets<TypeParam>(random, task, K, 1e4);
        const Matrix<TypeParam> A = outputsOf(task, Z);
        Matrix<TypeParam> dZ(K, Z.cols());
        lossBackward<TypeParam>(A, Y, dZ);
        EXPECT_TRUE(lossesOf(task, Z, Y).allFinite()) << nameOf(task);
        EXPECT_TRUE(A.allFinite()) << nameOf(task);
        EXPECT_TRUE(dZ.allFinite()) << nameOf(task);
    }
}

TEST(CostOfTasks, HaveTheSlopeThatBackwardGives) {
    constexpr double h = 1e-5;
    Random random(34);
    for (const Task task : allTasks) {
        const int K = task == Task::multiclass ? 5 : 1;
        const auto [Z, Y] = outputsAndTargets<double>(random, task, K, 6);
        Matrix<double> dZ(K, Z.cols());
        lossBackward<double>(outputsOf(task, Z), Y, dZ);
        for (Eigen::Index k = 0; k < K; ++k) {
            Matrix<double> above = Z;
            Matrix<double> below = Z;
            above.row(k).array() += h;
            below.row(k).array() -= h;
            const Matrix<double> slope = (lossesOf(task, above, Y) - lossesOf(task, below, Y)) / (2 * h);
            EXPECT_LE((dZ.row(k) - slope).cwiseAbs().maxCoeff(), 1e-9) << nameOf(task);
        }
    }
}

/// The two ways of the lecture to dZ[L]: ∂ℒ/∂a through the activation's derivative, and A − Y.
TYPED_TEST(CostOfTasks, TheGradientThroughTheActivationIsTheCollapsedOne) {
    Random random(35);
    for (const Task task : allTasks) {
        const int K = task == Task::multiclass ? 7 : 1;
        const auto [Z, Y] = outputsAndTargets<TypeParam>(random, task, K, 6);
        const Matrix<TypeParam> A = outputsOf(task, Z);
        Matrix<TypeParam> dA(K, Z.cols());
        Matrix<TypeParam> dZ(K, Z.cols());
        Matrix<TypeParam> collapsed(K, Z.cols());
        lossGradient<TypeParam>(task, A, Y, dA);
        activationBackward<TypeParam>(outputActivation(task), 0, dA, Z, A, dZ);
        lossBackward<TypeParam>(A, Y, collapsed);
        EXPECT_LE((dZ - collapsed).cwiseAbs().maxCoeff(), 4 * std::numeric_limits<TypeParam>::epsilon() * 10)
            << nameOf(task);
    }
}

TEST(LossGradient, IsInfiniteOrZeroWhereTheOutputIsExactlyZeroOrOne) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Matrix<double> A(1, 4);
    A << 0, 1, 0, 1;
    Matrix<double> Y(1, 4);
    Y << 0, 1, 1, 0;
    Matrix<double> dA(1, 4);
    lossGradient<double>(Task::binary, A, Y, dA);
    EXPECT_EQ(dA(0, 0), 1);
    EXPECT_EQ(dA(0, 1), -1);
    EXPECT_EQ(dA(0, 2), -infinity);
    EXPECT_EQ(dA(0, 3), infinity);
    Matrix<double> P(3, 1);
    P << 0, 1, 0;
    Matrix<double> T(3, 1);
    T << 0, 1, 0;
    Matrix<double> dP(3, 1);
    lossGradient<double>(Task::multiclass, P, T, dP);
    EXPECT_EQ(dP, (Matrix<double>(3, 1) << 0, -1, 0).finished());
}

} // namespace
} // namespace perceptible
