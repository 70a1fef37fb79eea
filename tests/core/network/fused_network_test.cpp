// The quick way through narrow networks against the readable one.

#include "core/network/fused_network.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

#include "core/network/network.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

template <class Scalar>
constexpr double tolerance = std::is_same_v<Scalar, double> ? 1e-13 : 1e-5;

/// What the readable way makes, and how much was added up to make it: the sums of the addends' absolute values, which
/// bound what another order of additions may change.
template <class Scalar>
struct Expected {
    Parameters<Scalar> gradients;
    Parameters<double> magnitudes;
    bool nearAKink = false; ///< a z of a ReLU so near to 0 that rounding decides on which side it is
};

template <class Scalar>
Expected<Scalar> expectedFor(const RandomCase<Scalar>& c) {
    const auto all = backprop<Scalar>(c.architecture, c.parameters, c.X, c.Y);
    Expected<Scalar> result{all.gradients, Parameters<double>(c.architecture.units)};
    for (std::size_t l = 0; l < c.parameters.size(); ++l) {
        const auto& cache = all.caches.layers[l];
        const Matrix<double> dZ = cache.dZ.cwiseAbs().template cast<double>() / static_cast<double>(c.X.cols());
        const Matrix<double> A = (l == 0 ? c.X : all.caches.layers[l - 1].A).cwiseAbs().template cast<double>();
        result.magnitudes[l].W = dZ * A.transpose();
        result.magnitudes[l].b = dZ.rowwise().sum();
        result.nearAKink |= hasKink(c.architecture.activations[l]) &&
                            static_cast<double>(cache.Z.cwiseAbs().minCoeff()) < tolerance<Scalar>;
    }
    return result;
}

template <class Scalar>
void expectNear(const Parameters<Scalar>& actual, const Expected<Scalar>& expected) {
    for (std::size_t l = 0; l < actual.size(); ++l) {
        const auto expectedAt = expected.gradients[l];
        EXPECT_LE((actual[l].W - expectedAt.W).norm(), tolerance<Scalar> * expected.magnitudes[l].W.norm())
            << "dW" << l + 1;
        EXPECT_LE((actual[l].b - expectedAt.b).norm(), tolerance<Scalar> * expected.magnitudes[l].b.norm())
            << "db" << l + 1;
    }
}

/// False when the case says nothing because of a kink.
template <class Scalar>
bool expectEqualsReadable(const RandomCase<Scalar>& c) {
    const Expected<Scalar> expected = expectedFor(c);
    if (expected.nearAKink) {
        return false;
    }
    FusedNetwork<Scalar> fused(c.architecture);
    Parameters<Scalar> gradients(c.architecture.units);
    EXPECT_TRUE(fused.addGradients(c.parameters, c.X, c.Y, c.X.cols(), gradients));
    expectNear(gradients, expected);
    return true;
}

template <class Scalar>
class Fused : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Fused, Scalars);

TYPED_TEST(Fused, EqualsTheReadableWayOnRandomNetworks) {
    Random random(21);
    int compared = 0;
    for (int i = 0; compared < 330 && i < 1000; ++i) {
        const Task task = allTasks[i % 3];
        const Architecture architecture = randomArchitecture(
            random, static_cast<int>(random.below(7)), i % 4 == 0 ? 40 : 8, allActivations, task, 3 + i % 8, 1 + i % 7);
        if (FusedNetwork<TypeParam>::suits(architecture)) {
            SCOPED_TRACE("network " + std::to_string(i));
            const auto m = static_cast<Eigen::Index>(i % 10 == 9 ? 71 + random.below(400) : 1 + random.below(70));
            compared += expectEqualsReadable(randomCase<TypeParam>(random, architecture, m)) ? 1 : 0;
        }
    }
    EXPECT_GE(compared, 330);
}

/// Every number of examples that the blocks of one and of two registers can leave over.
TYPED_TEST(Fused, EqualsTheReadableWayForEveryNumberOfExamples) {
    Random random(22);
    for (const Task task : allTasks) {
        const Architecture architecture = randomArchitecture(random, 2, 8, smoothActivations, task, 5);
        for (Eigen::Index m = 1; m <= 70; ++m) {
            SCOPED_TRACE("m = " + std::to_string(m));
            EXPECT_TRUE(expectEqualsReadable(randomCase<TypeParam>(random, architecture, m)));
        }
    }
}

TYPED_TEST(Fused, EqualsTheReadableWayForEveryActivationAndTheWidestLayersItTakes) {
    Random random(23);
    for (const Activation g : allActivations) {
        const Architecture architecture{{7, 28, 26, 1}, {g, g, Activation::sigmoid}, 0.2};
        ASSERT_TRUE(FusedNetwork<TypeParam>::suits(architecture));
        int compared = 0;
        for (int i = 0; i < 10; ++i) {
            SCOPED_TRACE(nameOf(g));
            compared += expectEqualsReadable(randomCase<TypeParam>(random, architecture, 33)) ? 1 : 0;
        }
        EXPECT_GE(compared, 5) << nameOf(g);
    }
}

TYPED_TEST(Fused, IsAsStableAsTheReadableWayWhenOutputsAreHuge) {
    Random random(26);
    for (const Task task : allTasks) {
        for (const double size : {-1e4, -700.0, 700.0, 1e4}) {
            const Architecture architecture = randomArchitecture(random, 1, 6, smoothActivations, task, 5);
            auto c = randomCase<TypeParam>(random, architecture, 50);
            c.parameters[1].b.array() += static_cast<TypeParam>(size);
            Parameters<TypeParam> gradients(architecture.units);
            EXPECT_TRUE(FusedNetwork<TypeParam>(architecture).addGradients(c.parameters, c.X, c.Y, 50, gradients));
            const auto expected = backprop<TypeParam>(architecture, c.parameters, c.X, c.Y).gradients;
            EXPECT_TRUE(expected.allFinite());
            EXPECT_TRUE(
                gradients.values().isApprox(expected.values(), static_cast<TypeParam>(1e3 * tolerance<TypeParam>)))
                << nameOf(task) << ", " << size; // a shift of 10,000 has cost z four digits
        }
    }
}

TYPED_TEST(Fused, AddsToWhatIsThereTheShareOfSomeNeighbouringColumns) {
    Random random(24);
    const auto c = randomCase<TypeParam>(random, {{2, 5, 1}, {Activation::tanh, Activation::sigmoid}}, 100);
    FusedNetwork<TypeParam> fused(c.architecture);
    Parameters<TypeParam> gradients(c.architecture.units);
    gradients.values().setConstant(3);
    EXPECT_TRUE(fused.addGradients(c.parameters, c.X.leftCols(37), c.Y.leftCols(37), 100, gradients));
    EXPECT_TRUE(fused.addGradients(c.parameters, c.X.rightCols(63), c.Y.rightCols(63), 100, gradients));
    Expected<TypeParam> expected = expectedFor(c);
    expected.gradients.values().array() += 3;
    expected.magnitudes.values().array() += 3;
    expectNear(gradients, expected);
}

TYPED_TEST(Fused, LeavesTheGradientsAloneWhenAnOutputIsNotFinite) {
    constexpr auto infinity = std::numeric_limits<TypeParam>::infinity();
    constexpr auto nan = std::numeric_limits<TypeParam>::quiet_NaN();
    Random random(25);
    for (const Task task : allTasks) {
        const Architecture architecture = randomArchitecture(random, 1, 4, std::array{Activation::relu}, task);
        for (const auto bad : {infinity, nan}) {
            for (const Eigen::Index at : {0, 13, 40, 69}) {
                auto c = randomCase<TypeParam>(random, architecture, 70);
                c.parameters[0].W.setConstant(1); // so that the bad number reaches every output
                c.parameters[1].W.setConstant(1);
                c.X(0, at) = bad;
                FusedNetwork<TypeParam> fused(c.architecture);
                Parameters<TypeParam> gradients(c.architecture.units);
                gradients.values().setConstant(2);
                const Parameters<TypeParam> before = gradients;
                EXPECT_FALSE(fused.addGradients(c.parameters, c.X, c.Y, 70, gradients)) << nameOf(task) << bad << at;
                EXPECT_EQ(gradients, before);
                c.X.col(at).setZero();
                EXPECT_TRUE(fused.addGradients(c.parameters, c.X, c.Y, 70, gradients)) << "it works again";
                EXPECT_TRUE(gradients.allFinite());
            }
        }
    }
}

TYPED_TEST(Fused, SuitsNetworksOfUpToAThousandAndTwentyFourParameters) {
    const auto suits = [](std::vector<int> units) {
        const std::vector<Activation> activations(units.size() - 1, Activation::tanh);
        return FusedNetwork<TypeParam>::suits({std::move(units), activations});
    };
    EXPECT_TRUE(suits({2, 1}));
    EXPECT_TRUE(suits({2, 8, 8, 8, 8, 8, 8, 1}));
    EXPECT_TRUE(suits({2, 255, 1}));  // 255 · 3 + 256 = 1,021
    EXPECT_FALSE(suits({2, 256, 1})); // 256 · 3 + 257 = 1,025
    EXPECT_TRUE(suits({7, 128}));     // 128 · 8 = 1,024
    EXPECT_FALSE(suits({2, 64, 64, 64, 1}));
}

} // namespace
} // namespace perceptible
