#include "core/network/cost.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace perceptible {
namespace {

template <class Scalar>
Matrix<Scalar> rowOf(const std::vector<double>& values) {
    Matrix<Scalar> row(1, static_cast<Eigen::Index>(values.size()));
    for (Eigen::Index j = 0; j < row.cols(); ++j) {
        row(0, j) = static_cast<Scalar>(values[static_cast<std::size_t>(j)]);
    }
    return row;
}

template <class Scalar>
Matrix<Scalar> lossesFor(const Matrix<Scalar>& z, Scalar y) {
    Matrix<Scalar> loss(1, z.cols());
    lossOf<Scalar>(Task::binary, z, Matrix<Scalar>::Constant(1, z.cols(), y), loss);
    return loss;
}

/// −log ŷ for y = 1 and −log(1 − ŷ) for y = 0 are both log(1 + e^margin), with margin = −z or z.
double exactly(double z, double y) {
    const double margin = y == 1 ? -z : z;
    return margin > 0 ? margin + std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin));
}

const std::vector<double> logits{-1e4, -5000.25, -700, -100, -88, -40, -20, -5,  -1,      -1e-3, 0,
                                 1e-3, 1,        5,    20,   40,  88,  100, 700, 5000.25, 1e4};

TEST(BinaryCrossEntropy, IsTheLectureFormulaWhereThatCanBeComputed) {
    const Matrix<double> z = rowOf<double>({-6, -3, -1, -0.5, 0, 0.25, 1, 2.5, 5, 6, 7});
    for (const double y : {0.0, 1.0}) {
        const Matrix<double> loss = lossesFor(z, y);
        for (Eigen::Index j = 0; j < z.cols(); ++j) {
            const double yhat = 1 / (1 + std::exp(-z(0, j)));
            const double textbook = -(y * std::log(yhat) + (1 - y) * std::log(1 - yhat));
            EXPECT_NEAR(loss(0, j), textbook, 1e-12) << "z = " << z(0, j) << ", y = " << y;
        }
    }
}

/// The loss keeps all its digits when it is tiny, and is |z| when it is huge.
template <class Scalar>
void expectExactForAllLogits(double relative) {
    const Matrix<Scalar> z = rowOf<Scalar>(logits);
    for (const Scalar y : {Scalar(0), Scalar(1)}) {
        const Matrix<Scalar> loss = lossesFor(z, y);
        for (Eigen::Index j = 0; j < z.cols(); ++j) {
            const double expected = exactly(static_cast<double>(z(0, j)), static_cast<double>(y));
            const double smallest = std::numeric_limits<Scalar>::min(); // below it vector code may give zero
            EXPECT_NEAR(static_cast<double>(loss(0, j)), expected, relative * expected + smallest)
                << "z = " << z(0, j) << ", y = " << y;
        }
    }
}

TEST(BinaryCrossEntropy, IsExactInDoubleUpToTenThousand) { expectExactForAllLogits<double>(1e-14); }
TEST(BinaryCrossEntropy, IsExactInFloatUpToTenThousand) { expectExactForAllLogits<float>(1e-6); }

TEST(BinaryCrossEntropyBackward, IsPredictionMinusLabel) {
    const Matrix<double> A = rowOf<double>({0, 0.25, 0.5, 1, 1});
    const Matrix<double> Y = rowOf<double>({0, 1, 0, 1, 0});
    Matrix<double> dZ(1, 5);
    lossBackward<double>(A, Y, dZ);
    EXPECT_EQ(dZ, rowOf<double>({0, -0.75, 0.5, 0, 1}));
}

TEST(BinaryCrossEntropyBackward, IsTheSlopeOfTheLoss) {
    constexpr double h = 1e-5;
    const Matrix<double> z = rowOf<double>({-9, -2, -0.5, 0, 0.1, 1, 3, 12});
    const Matrix<double> A = (1 + (-z.array()).exp()).inverse();
    for (const double y : {0.0, 1.0}) {
        const Matrix<double> Y = Matrix<double>::Constant(1, z.cols(), y);
        Matrix<double> dZ(1, z.cols());
        lossBackward<double>(A, Y, dZ);
        const Matrix<double> above = lossesFor<double>(z.array() + h, y);
        const Matrix<double> below = lossesFor<double>(z.array() - h, y);
        EXPECT_LE((dZ - (above - below) / (2 * h)).cwiseAbs().maxCoeff(), 1e-9);
    }
}

} // namespace
} // namespace perceptible
