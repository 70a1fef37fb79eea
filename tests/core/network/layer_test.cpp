// A layer's results written over each other, where it works in registers, against those written apart.

#include "core/network/layer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/network/network.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

constexpr double slope = 0.2;

template <class Scalar>
Matrix<Scalar> randomMatrix(Random& random, Eigen::Index rows, Eigen::Index columns) {
    return Matrix<Scalar>::NullaryExpr(rows, columns, [&] { return static_cast<Scalar>(random.uniform(-1, 1)); });
}

/// Numbers that all tiles and what they leave over are met with: 1…75 rows, 1…100 columns.
struct Sizes {
    Eigen::Index n, k, m;

    explicit Sizes(Random& random)
        : n(1 + static_cast<Eigen::Index>(random.below(75)))
        , k(1 + static_cast<Eigen::Index>(random.below(75)))
        , m(1 + static_cast<Eigen::Index>(random.below(100))) {}
};

/// One layer's W and b.
template <class Scalar>
Parameters<Scalar> randomLayer(Random& random, const Sizes& size) {
    Parameters<Scalar> parameters({static_cast<int>(size.k), static_cast<int>(size.n)});
    parameters.values() = randomMatrix<Scalar>(random, parameters.values().size(), 1);
    return parameters;
}

template <class Scalar>
class Layer : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Layer, Scalars);

TYPED_TEST(Layer, IsTheSameBitForBitWhenAIsWrittenOverZ) {
    Random random(41);
    for (int i = 0; i < 30; ++i) {
        for (const Activation g : allActivations) {
            const Sizes size(random);
            const Parameters<TypeParam> parameters = randomLayer<TypeParam>(random, size);
            const auto layer = parameters[0];
            const Matrix<TypeParam> X = randomMatrix<TypeParam>(random, size.k, size.m);
            Matrix<TypeParam> Z(size.n, size.m);
            Matrix<TypeParam> A(size.n, size.m);
            Matrix<TypeParam> inPlace(size.n, size.m);
            linearActivationForward<TypeParam>(layer, g, slope, X, Z, A);
            linearActivationForward<TypeParam>(layer, g, slope, X, inPlace, inPlace);
            EXPECT_EQ(inPlace, A) << nameOf(g) << ' ' << size.n << 'x' << size.k << 'x' << size.m;
        }
    }
}

TYPED_TEST(Layer, IsTheSameBitForBitWhenDZIsWrittenOverWhatItComesFrom) {
    Random random(42);
    for (int i = 0; i < 30; ++i) {
        for (const Activation g : allActivations) {
            const Sizes size(random);
            const Parameters<TypeParam> parameters = randomLayer<TypeParam>(random, size);
            const auto layer = parameters[0];
            const Matrix<TypeParam> dZ = randomMatrix<TypeParam>(random, size.n, size.m);
            const Matrix<TypeParam> ZPrevious = randomMatrix<TypeParam>(random, size.k, size.m);
            Matrix<TypeParam> APrevious(size.k, size.m);
            activate<TypeParam>(g, slope, ZPrevious, APrevious);
            Matrix<TypeParam> dA(size.k, size.m);
            Matrix<TypeParam> dZPrevious(size.k, size.m);
            Matrix<TypeParam> inPlace(size.k, size.m);
            linearActivationBackward<TypeParam>(layer, dZ, g, slope, ZPrevious, APrevious, dA, dZPrevious);
            linearActivationBackward<TypeParam>(layer, dZ, g, slope, ZPrevious, APrevious, inPlace, inPlace);
            EXPECT_EQ(inPlace, dZPrevious) << nameOf(g) << ' ' << size.n << 'x' << size.k << 'x' << size.m;
            if (isQuick(g)) {
                Matrix<TypeParam>& all = APrevious;
                linearActivationBackward<TypeParam>(layer, dZ, g, slope, all, all, all, all);
                EXPECT_EQ(all, dZPrevious) << nameOf(g) << ' ' << size.n << 'x' << size.k << 'x' << size.m;
            }
        }
    }
}

TYPED_TEST(Layer, AddsItsGradientsForAnyNumberOfUnitsAndExamples) {
    const double tolerance = std::is_same_v<TypeParam, double> ? 1e-14 : 1e-6;
    Random random(43);
    for (int i = 0; i < 200; ++i) {
        const Sizes size(random);
        const Eigen::Index m = i % 10 == 0 ? size.m + 300 : size.m; // some of several stretches
        const Matrix<TypeParam> dZ = randomMatrix<TypeParam>(random, size.n, m);
        const Matrix<TypeParam> A = randomMatrix<TypeParam>(random, size.k, m);
        Parameters<TypeParam> gradients({static_cast<int>(size.k), static_cast<int>(size.n)});
        gradients.values().setConstant(1);
        linearBackward<TypeParam>(dZ, A, 2 * m, gradients[0]);
        const Matrix<double> exactDZ = dZ.template cast<double>() / static_cast<double>(2 * m);
        const Matrix<double> dW = (exactDZ * A.template cast<double>().transpose()).array() + 1;
        const Vector<double> db = exactDZ.rowwise().sum().array() + 1;
        EXPECT_LE((gradients[0].W.template cast<double>() - dW).cwiseAbs().maxCoeff(), tolerance);
        EXPECT_LE((gradients[0].b.template cast<double>() - db).cwiseAbs().maxCoeff(), tolerance);
    }
}

/// What training keeps is less than what the walk through backprop shows; the gradients are the same.
TYPED_TEST(Layer, GivesTheSameGradientsBitForBitWhenNothingElseIsKept) {
    using Kept = Caches<TypeParam>;
    Random random(44);
    for (int i = 0; i < 150; ++i) {
        const Task task = allTasks[i % 3];
        const Architecture architecture = randomArchitecture(random, i % 5, 75, allActivations, task, 4);
        const auto c = randomCase<TypeParam>(random, architecture, 1 + static_cast<Eigen::Index>(random.below(200)));
        const auto expected = backprop<TypeParam>(architecture, c.parameters, c.X, c.Y);
        Kept caches(architecture, c.X.cols(), Kept::For::gradients);
        Parameters<TypeParam> gradients(architecture.units);
        for (int again = 0; again < 2; ++again) { // nothing of the time before is left
            gradients.values().setZero();
            modelForward<TypeParam>(architecture, c.parameters, c.X, caches);
            EXPECT_EQ(caches.layers.back().Z.leftCols(c.X.cols()), expected.caches.layers.back().Z);
            modelBackward<TypeParam>(architecture, c.parameters, c.X, c.Y, c.X.cols(), caches, gradients);
            EXPECT_EQ(gradients, expected.gradients) << "network " << i;
        }
    }
}

} // namespace
} // namespace perceptible
