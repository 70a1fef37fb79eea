#include <gtest/gtest.h>

#include <limits>

#include "core/data/random.h"
#include "core/network/activation.h"

namespace perceptible {
namespace {

constexpr Eigen::Index columns = 19;

template <class Scalar>
Matrix<Scalar> randomMatrix(Random& random, Eigen::Index rows, double scale) {
    Matrix<Scalar> result(rows, columns);
    for (Scalar& value : result.reshaped()) {
        value = static_cast<Scalar>(random.uniform(-scale, scale));
    }
    return result;
}

template <class Scalar>
Matrix<Scalar> softmaxOf(const Matrix<Scalar>& Z) {
    Matrix<Scalar> A(Z.rows(), Z.cols());
    activate<Scalar>(Activation::softmax, 0, Z, A);
    return A;
}

template <class Scalar>
class Softmax : public testing::Test {
protected:
    static constexpr double epsilon = std::numeric_limits<Scalar>::epsilon();
};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Softmax, Scalars);

TYPED_TEST(Softmax, GivesEachColumnAShareOfOne) {
    Random random(41);
    for (const double scale : {1e-3, 1.0, 10.0, 100.0, 1e4}) {
        for (Eigen::Index K = 1; K <= 10; ++K) {
            const Matrix<TypeParam> A = softmaxOf(randomMatrix<TypeParam>(random, K, scale));
            EXPECT_GE(A.minCoeff(), 0);
            EXPECT_LE(A.maxCoeff(), 1);
            EXPECT_LE((A.colwise().sum().array() - 1).abs().maxCoeff(), 10 * this->epsilon) << scale;
        }
    }
}

TYPED_TEST(Softmax, IsTheTextbookFormulaColumnByColumn) {
    Random random(42);
    const Matrix<TypeParam> Z = randomMatrix<TypeParam>(random, 5, 6);
    const Matrix<TypeParam> A = softmaxOf(Z);
    const Matrix<double> powers = Z.template cast<double>().array().exp();
    for (Eigen::Index j = 0; j < columns; ++j) {
        for (Eigen::Index k = 0; k < 5; ++k) {
            const double expected = powers(k, j) / powers.col(j).sum();
            EXPECT_NEAR(static_cast<double>(A(k, j)), expected, 20 * this->epsilon * expected);
        }
    }
}

TYPED_TEST(Softmax, DoesNotChangeWhenAllOutputsAreShifted) {
    Random random(43);
    Matrix<TypeParam> Z = randomMatrix<TypeParam>(random, 6, 4);
    Z = (Z.array() * 16).round() / 16; // so that nothing is rounded when it is shifted
    const Matrix<TypeParam> A = softmaxOf(Z);
    EXPECT_EQ(softmaxOf<TypeParam>(Z.array() + 1024), A);
    EXPECT_EQ(softmaxOf<TypeParam>(Z.array() - 8192), A);
}

/// J(i, k) = ∂a_i/∂z_k = a_i (δ_ik − a_k)
TYPED_TEST(Softmax, PropagatesBackwardByItsWholeJacobian) {
    Random random(44);
    for (Eigen::Index K = 2; K <= 10; ++K) {
        const Matrix<TypeParam> Z = randomMatrix<TypeParam>(random, K, 3);
        const Matrix<TypeParam> A = softmaxOf(Z);
        const Matrix<TypeParam> dA = randomMatrix<TypeParam>(random, K, 5);
        Matrix<TypeParam> dZ(K, columns);
        activationBackward<TypeParam>(Activation::softmax, 0, dA, Z, A, dZ);
        for (Eigen::Index j = 0; j < columns; ++j) {
            const Vector<double> a = A.col(j).template cast<double>();
            const Matrix<double> jacobian = Matrix<double>(a.asDiagonal()) - a * a.transpose();
            const Vector<double> expected = jacobian.transpose() * dA.col(j).template cast<double>();
            EXPECT_LE((dZ.col(j).template cast<double>() - expected).cwiseAbs().maxCoeff(), 50 * this->epsilon);
        }
    }
}

TEST(SoftmaxBackward, IsTheSlopeOfSoftmax) {
    constexpr double h = 1e-5;
    Random random(45);
    const Matrix<double> Z = randomMatrix<double>(random, 4, 3);
    const Matrix<double> A = softmaxOf(Z);
    for (Eigen::Index i = 0; i < 4; ++i) { // row i of the Jacobian, for all columns at once
        Matrix<double> dA = Matrix<double>::Zero(4, columns);
        dA.row(i).setOnes();
        Matrix<double> dZ(4, columns);
        activationBackward<double>(Activation::softmax, 0, dA, Z, A, dZ);
        for (Eigen::Index k = 0; k < 4; ++k) {
            Matrix<double> above = Z;
            Matrix<double> below = Z;
            above.row(k).array() += h;
            below.row(k).array() -= h;
            const Matrix<double> slope = (softmaxOf(above).row(i) - softmaxOf(below).row(i)) / (2 * h);
            EXPECT_LE((dZ.row(k) - slope).cwiseAbs().maxCoeff(), 1e-9);
        }
    }
}

TYPED_TEST(Softmax, WorksInPlace) {
    Random random(46);
    const Matrix<TypeParam> Z = randomMatrix<TypeParam>(random, 5, 3);
    const Matrix<TypeParam> A = softmaxOf(Z);
    Matrix<TypeParam> inPlace = Z;
    activate<TypeParam>(Activation::softmax, 0, inPlace, inPlace);
    EXPECT_EQ(inPlace, A);
    Matrix<TypeParam> d = randomMatrix<TypeParam>(random, 5, 3);
    Matrix<TypeParam> dZ(5, columns);
    activationBackward<TypeParam>(Activation::softmax, 0, d, Z, A, dZ);
    activationBackward<TypeParam>(Activation::softmax, 0, d, Z, A, d);
    EXPECT_EQ(d, dZ);
}

} // namespace
} // namespace perceptible
