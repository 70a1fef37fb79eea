#include "core/network/dropout.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/network/network.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

Matrix<double> maskOf(const Dropout& dropout, std::size_t l, Eigen::Index units, Eigen::Index examples,
                      Eigen::Index first = 0) {
    Matrix<double> D(units, examples);
    dropout.draw<double>(l, first, D);
    return D;
}

double droppedShare(const Matrix<double>& D) { return (D.array() == 0).cast<double>().mean(); }

/// Within 4.5 standard deviations of the share of `count` independent draws.
void expectShare(double share, double rate, Eigen::Index count) {
    EXPECT_NEAR(share, rate, 4.5 * std::sqrt(rate * (1 - rate) / static_cast<double>(count)));
}

TEST(Dropout, DropsTheShareThatItsRateSays) {
    for (const double rate : {0.05, 0.2, 0.5, 0.75, 0.95}) {
        for (const std::uint64_t key : {0U, 1U, 77U}) {
            const Matrix<double> D = maskOf({{rate}, key}, 1, 64, 2000);
            expectShare(droppedShare(D), rate, D.size());
            for (Eigen::Index i = 0; i < D.rows(); ++i) {
                expectShare(droppedShare(D.row(i)), rate, D.cols());
            }
        }
    }
}

TEST(Dropout, DividesWhatItKeepsByTheShareThatIsKept) {
    for (const double rate : {0.05, 0.2, 0.5, 0.95}) {
        const Matrix<double> D = maskOf({{rate}, 3}, 1, 20, 100);
        Matrix<float> single(20, 100);
        Dropout{{rate}, 3}.draw<float>(1, 0, single);
        EXPECT_TRUE((D.array() == 0 || D.array() == 1 / (1 - rate)).all());
        EXPECT_EQ(single, D.cast<float>()) << "float and double drop the same ones";
        EXPECT_NEAR(D.mean(), 1, 5 * std::sqrt(rate / (1 - rate) / 2000));
    }
}

TEST(Dropout, IsTheSameInWhateverBlocksItIsDrawn) {
    const Dropout dropout{{0.4, 0.6}, 12345};
    for (const std::size_t l : {1U, 2U}) {
        const Matrix<double> whole = maskOf(dropout, l, 9, 100);
        EXPECT_EQ(maskOf(dropout, l, 9, 100), whole);
        for (const Eigen::Index block : {1, 7, 16, 99}) {
            for (Eigen::Index first = 0; first < 100; first += block) {
                const Eigen::Index size = std::min(block, 100 - first);
                EXPECT_EQ(maskOf(dropout, l, 9, size, first), whole.middleCols(first, size));
            }
        }
        EXPECT_EQ(maskOf(dropout, l, 5, 100), whole.topRows(5)) << "a wider layer drops the same of its first units";
    }
}

/// Two independent masks drop the same activation at rate².
TEST(Dropout, IsIndependentOfOtherKeysLayersUnitsAndExamples) {
    const double rate = 0.3;
    const Dropout dropout{{rate, rate}, 8};
    const Matrix<double> D = maskOf(dropout, 1, 65, 1001);
    const auto expectIndependent = [&](const Matrix<double>& A, const Matrix<double>& B) {
        expectShare((A.array() == 0 && B.array() == 0).cast<double>().mean(), rate * rate, A.size());
    };
    for (const std::uint64_t key : {0U, 7U, 9U, 1U << 20}) {
        expectIndependent(D, maskOf({{rate}, key}, 1, 65, 1001));
    }
    expectIndependent(D, maskOf(dropout, 2, 65, 1001));
    expectIndependent(D.topRows(64), D.bottomRows(64));
    expectIndependent(D.leftCols(1000), D.rightCols(1000));
}

TEST(Dropout, IsInThoseLayersThatHaveARate) {
    EXPECT_FALSE(Dropout{}.isActive());
    EXPECT_FALSE((Dropout{{0, 0}}.isActive()));
    const Dropout dropout{{0, 0.5}};
    EXPECT_TRUE(dropout.isActive());
    EXPECT_FALSE(dropout.isIn(1));
    EXPECT_TRUE(dropout.isIn(2));
    EXPECT_FALSE(dropout.isIn(3)) << "the output";
}

TEST(DropoutForward, GivesTheNextLayerWhatIsKeptAndKeepsTheActivations) {
    Random random(51);
    const Architecture architecture{{2, 6, 5, 1}, {Activation::tanh, Activation::silu, Activation::sigmoid}};
    const auto c = randomCase<double>(random, architecture, 40);
    const Dropout dropout{{0.5, 0}, 4};
    const auto dropped = backprop<double>(c.architecture, c.parameters, c.X, c.Y, &dropout);
    const auto plain = backprop<double>(c.architecture, c.parameters, c.X, c.Y);
    const auto& first = dropped.caches.layers[0];
    const Matrix<double> D = maskOf(dropout, 1, 6, 40);
    EXPECT_EQ(first.Z, plain.caches.layers[0].Z);
    EXPECT_EQ(first.gZ, plain.caches.layers[0].A);
    EXPECT_EQ(first.D, D);
    EXPECT_EQ(first.A, Matrix<double>(first.gZ.array() * D.array()));
    EXPECT_EQ(dropped.caches.layers[1].A.rows(), 5);
    EXPECT_NE(dropped.caches.layers[1].Z, plain.caches.layers[1].Z);
    EXPECT_TRUE((D.array() == 0).select(first.dZ, 0).isZero(0)) << "nothing comes back to what was dropped";
}

TEST(DropoutForward, HasRoomOnlyWhereSomethingIsDropped) {
    using Kept = Caches<double>;
    const Architecture architecture{{2, 6, 5, 4, 1},
                                    {Activation::tanh, Activation::relu, Activation::silu, Activation::sigmoid}};
    const Dropout dropout{{0, 0.25, 0}, 4};
    for (const auto purpose : {Kept::For::forward, Kept::For::gradients, Kept::For::forwardAndBackward}) {
        const Kept caches(architecture, 3, purpose, &dropout);
        for (std::size_t l = 1; l <= caches.layers.size(); ++l) {
            const LayerCache<double>& layer = caches.layers[l - 1];
            EXPECT_EQ(layer.D.size(), l == 2 ? 15 : 0) << l;
            EXPECT_EQ(layer.gZ.size(), l == 2 ? 15 : 0) << l;
        }
    }
}

/// Whatever is kept, and whatever g′ is made of.
TEST(DropoutBackward, HasTheSameGradientsInPlace) {
    using Kept = Caches<double>;
    Random random(53);
    for (const Activation g : allActivations) {
        const auto c = randomCase<double>(random, {{2, 6, 5, 4, 1}, {g, g, g, Activation::sigmoid}, 0.1}, 40);
        const Dropout dropout{{0.5, 0, 0.3}, 4};
        Kept caches(c.architecture, 40, Kept::For::gradients, &dropout);
        Parameters<double> gradients(c.architecture.units);
        modelForward<double>(c.architecture, c.parameters, c.X, caches, &dropout);
        modelBackward<double>(c.architecture, c.parameters, c.X, c.Y, 40, caches, gradients);
        EXPECT_EQ(gradients, backprop<double>(c.architecture, c.parameters, c.X, c.Y, &dropout).gradients) << nameOf(g);
    }
}

TEST(DropoutForward, ChangesNothingOnAverage) {
    Random random(52);
    const auto c =
        randomCase<double>(random, {{2, 20, 1}, {Activation::tanh, Activation::linear}, 0, Task::regression}, 3);
    const auto plain = backprop<double>(c.architecture, c.parameters, c.X, c.Y);
    constexpr int draws = 4000;
    Matrix<double> sum = Matrix<double>::Zero(1, 3);
    Matrix<double> squares = Matrix<double>::Zero(1, 3);
    for (int key = 0; key < draws; ++key) {
        const Dropout dropout{{0.5}, static_cast<std::uint64_t>(key)};
        const auto all = backprop<double>(c.architecture, c.parameters, c.X, c.Y, &dropout);
        const Matrix<double> Z = all.caches.layers.back().Z;
        sum += Z;
        squares.array() += Z.array().square();
    }
    const Matrix<double> mean = sum / draws;
    const Matrix<double> variance = squares.array() / draws - mean.array().square();
    for (Eigen::Index j = 0; j < 3; ++j) { // z[2] is linear in a[1]
        EXPECT_NEAR(mean(0, j), plain.caches.layers.back().Z(0, j), 4.5 * std::sqrt(variance(0, j) / draws));
    }
}

} // namespace
} // namespace perceptible
