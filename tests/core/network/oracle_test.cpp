// The matrix code against plain loops (naive_network.h), for shapes on both sides of every fast path.

#include <gtest/gtest.h>

#include <cmath>

#include "core/network/gradient_check.h"
#include "core/network/network.h"
#include "tests/core/network/naive_network.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

using Grid = NaiveNetwork::Grid;

/// ‖a − b‖ / ‖b‖ over one matrix; what float may lose adds up over a layer's inner products, so it is judged there.
template <class Derived>
double relativeDistance(const Eigen::MatrixBase<Derived>& a, const Grid& b) {
    double difference = 0;
    double norm = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        for (std::size_t j = 0; j < b[i].size(); ++j) {
            const double value = static_cast<double>(a(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
            difference += (value - b[i][j]) * (value - b[i][j]);
            norm += b[i][j] * b[i][j];
        }
    }
    return norm == 0 ? std::sqrt(difference) : std::sqrt(difference / norm);
}

Grid columnOf(const std::vector<double>& values) {
    Grid column;
    for (const double value : values) {
        column.push_back({value});
    }
    return column;
}

/// A pre-activation so close to the kink of ReLU that rounding decides on which side it is.
bool isNearAKink(const NaiveNetwork& naive, double distance) {
    for (const auto& layer : naive.layers) {
        if (layer.g != Activation::relu && layer.g != Activation::leakyRelu) {
            continue;
        }
        for (const auto& row : layer.Z) {
            for (const double z : row) {
                if (std::abs(z) < distance) {
                    return true;
                }
            }
        }
    }
    return false;
}

template <class Scalar>
constexpr double tolerance = std::is_same_v<Scalar, double> ? 1e-11 : 2e-4;

/// False when the case says nothing because of a kink.
template <class Scalar>
bool expectEqualsNaive(const RandomCase<Scalar>& c) {
    const Grid X = NaiveNetwork::gridOf(c.X);
    NaiveNetwork naive(c.architecture, c.parameters);
    naive.forward(X);
    if (isNearAKink(naive, tolerance<Scalar> / 4)) {
        return false;
    }
    naive.backward(X, NaiveNetwork::gridOf(c.Y));

    const Eigen::Index m = c.X.cols();
    Caches<Scalar> caches(c.architecture, m + 5, Caches<Scalar>::For::forwardAndBackward); // room to spare is allowed
    Parameters<Scalar> gradients = Parameters<Scalar>(c.architecture.units);
    modelForward<Scalar>(c.architecture, c.parameters, c.X, caches);
    modelBackward<Scalar>(c.architecture, c.parameters, c.X, c.Y, m, caches, gradients);
    for (std::size_t l = 0; l < naive.layers.size(); ++l) {
        const LayerCache<Scalar>& cache = caches.layers[l];
        EXPECT_LE(relativeDistance(cache.Z.leftCols(m), naive.layers[l].Z), tolerance<Scalar>) << "Z" << l + 1;
        EXPECT_LE(relativeDistance(cache.A.leftCols(m), naive.layers[l].A), tolerance<Scalar>) << "A" << l + 1;
        EXPECT_LE(relativeDistance(cache.dZ.leftCols(m), naive.layers[l].dZ), tolerance<Scalar>) << "dZ" << l + 1;
        EXPECT_LE(relativeDistance(gradients[l].W, naive.layers[l].dW), tolerance<Scalar>) << "dW" << l + 1;
        EXPECT_LE(relativeDistance(gradients[l].b, columnOf(naive.layers[l].db)), tolerance<Scalar>) << "db" << l + 1;
    }
    return true;
}

template <class Scalar>
class Oracle : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Oracle, Scalars);

TYPED_TEST(Oracle, AgreesOnRandomShapes) {
    Random random(11);
    int compared = 0;
    for (int i = 0; i < 200; ++i) {
        const Architecture architecture =
            randomArchitecture(random, static_cast<int>(random.below(6)), i % 4 == 0 ? 24 : 6, allActivations);
        const auto m = static_cast<Eigen::Index>(1 + random.below(40));
        SCOPED_TRACE("network " + std::to_string(i));
        compared += expectEqualsNaive(randomCase<TypeParam>(random, architecture, m)) ? 1 : 0;
    }
    EXPECT_GE(compared, 150);
}

TYPED_TEST(Oracle, AgreesOnTheLargestNetwork) {
    Random random(12);
    Architecture architecture{{2}, std::vector<Activation>(12, Activation::tanh)};
    architecture.units.insert(architecture.units.end(), 12, 128);
    architecture.units.push_back(1);
    architecture.activations.push_back(Activation::sigmoid);
    for (const Eigen::Index m : {1, 31, 67}) {
        SCOPED_TRACE("m = " + std::to_string(m));
        EXPECT_TRUE(expectEqualsNaive(randomCase<TypeParam>(random, architecture, m)));
    }
}

/// Every remainder that the tiles of the products can leave, in columns and in rows.
TYPED_TEST(Oracle, AgreesForEveryNumberOfExamples) {
    Random random(13);
    for (Eigen::Index m = 1; m <= 70; ++m) {
        const Architecture architecture{{2, 5, 8, 1}, {Activation::tanh, Activation::sigmoid, Activation::sigmoid}};
        SCOPED_TRACE("m = " + std::to_string(m));
        EXPECT_TRUE(expectEqualsNaive(randomCase<TypeParam>(random, architecture, m)));
    }
}

TYPED_TEST(Oracle, AgreesForEveryNumberOfUnits) {
    Random random(14);
    for (int n = 1; n <= 20; ++n) {
        for (const int next : {1, 2, 7, 16}) {
            const Architecture architecture{{2, n, next, 1},
                                            {Activation::tanh, Activation::sigmoid, Activation::sigmoid}};
            SCOPED_TRACE(std::to_string(n) + " and " + std::to_string(next) + " units");
            EXPECT_TRUE(expectEqualsNaive(randomCase<TypeParam>(random, architecture, 43)));
        }
    }
}

TEST(CostOf, AgreesWithThePlainFormula) {
    Random random(15);
    for (int i = 0; i < 50; ++i) {
        const Architecture architecture = randomArchitecture(random, i % 4, 6, allActivations);
        const auto c = randomCase<double>(random, architecture, 1 + i);
        NaiveNetwork naive(c.architecture, c.parameters);
        naive.forward(NaiveNetwork::gridOf(c.X));
        EXPECT_NEAR(costOf({c.architecture, c.X, c.Y}, c.parameters), naive.cost(NaiveNetwork::gridOf(c.Y)), 1e-12);
    }
}

} // namespace
} // namespace perceptible
