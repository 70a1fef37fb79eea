// A 2-2-1 network, ReLU then sigmoid, and three points chosen so that every number is exact on paper: the logits are
// 0, ln 3 and −ln 3, so ŷ = 1/2, 3/4 and 1/4.

#include <gtest/gtest.h>

#include <numbers>

#include "core/network/gradient_check.h"
#include "core/network/network.h"

namespace perceptible {
namespace {

const double ln2 = std::numbers::ln2;
const double ln3 = std::log(3.0);
constexpr double tolerance = 1e-15;

class HandComputed : public testing::Test {
protected:
    HandComputed() {
        // clang-format off
        parameters[0].W << 2, 1,
                           1, 1;
        parameters[0].b << 1, -1;
        parameters[1].W << ln3, -ln3;
        parameters[1].b << 0;
        X << -2,  1, -4,
              4, -2,  6;
        Y <<  1,  0,  1;
        // clang-format on
        modelForward<double>(architecture, parameters, X, caches);
        modelBackward<double>(architecture, parameters, X, Y, 3, caches, gradients);
    }

    const LayerCache<double>& layer(std::size_t l) const { return caches.layers[l - 1]; }

    Architecture architecture{{2, 2, 1}, {Activation::relu, Activation::sigmoid}};
    Parameters<double> parameters = Parameters<double>(architecture.units);
    Parameters<double> gradients = Parameters<double>(architecture.units);
    Caches<double> caches{architecture, 3, Caches<double>::For::forwardAndBackward};
    Matrix<double> X{2, 3}, Y{1, 3};
};

void expectNear(const Eigen::MatrixXd& actual, const Eigen::MatrixXd& expected) {
    ASSERT_EQ(actual.rows(), expected.rows());
    ASSERT_EQ(actual.cols(), expected.cols());
    EXPECT_LE((actual - expected).cwiseAbs().maxCoeff(), tolerance) << actual << "\nbut expected\n" << expected;
}

TEST_F(HandComputed, ForwardGivesZAndAOfEachLayer) {
    // z1 = 2 x1 + x2 + 1, z2 = x1 + x2 − 1
    expectNear(layer(1).Z, Eigen::MatrixXd{{1, 1, -1}, {1, -2, 1}});
    expectNear(layer(1).A, Eigen::MatrixXd{{1, 1, 0}, {1, 0, 1}});
    // z = ln3 (a1 − a2)
    expectNear(layer(2).Z, Eigen::MatrixXd{{0, ln3, -ln3}});
    expectNear(layer(2).A, Eigen::MatrixXd{{0.5, 0.75, 0.25}});
}

TEST_F(HandComputed, CostIsTheMeanLoss) {
    // −log(1/2), −log(1 − 3/4), −log(1/4)
    EXPECT_NEAR(costOf({architecture, X, Y}, parameters), (ln2 + 2 * ln2 + 2 * ln2) / 3, tolerance);
}

TEST_F(HandComputed, BackwardGivesTheGradientsOfTheOutputLayer) {
    expectNear(layer(2).dZ, Eigen::MatrixXd{{-0.5, 0.75, -0.75}}); // ŷ − y
    expectNear(gradients[1].W, Eigen::MatrixXd{{(-0.5 + 0.75) / 3, (-0.5 - 0.75) / 3}});
    expectNear(gradients[1].b, Eigen::MatrixXd{{(-0.5 + 0.75 - 0.75) / 3}});
}

TEST_F(HandComputed, BackwardGivesTheGradientsOfTheHiddenLayer) {
    // dA[1] = W[2]ᵀ dZ[2]; where z ≤ 0, ReLU lets nothing through
    expectNear(layer(1).dA, ln3 * Eigen::MatrixXd{{-0.5, 0.75, -0.75}, {0.5, -0.75, 0.75}});
    expectNear(layer(1).dZ, ln3 * Eigen::MatrixXd{{-0.5, 0.75, 0}, {0.5, 0, 0.75}});
    // dW[1](1, 1) = (1/3) ln3 (−0.5 · −2 + 0.75 · 1) and so on
    expectNear(gradients[0].W, ln3 / 3 * Eigen::MatrixXd{{1 + 0.75, -2 - 1.5}, {-1 - 3, 2 + 4.5}});
    expectNear(gradients[0].b, ln3 / 3 * Eigen::MatrixXd{{-0.5 + 0.75}, {0.5 + 0.75}});
}

TEST_F(HandComputed, BlocksOfColumnsAddUpToTheWhole) {
    Parameters<double> inBlocks = Parameters<double>(architecture.units);
    for (Eigen::Index j = 0; j < 3; ++j) {
        modelForward<double>(architecture, parameters, X.col(j), caches);
        modelBackward<double>(architecture, parameters, X.col(j), Y.col(j), 3, caches, inBlocks);
    }
    for (std::size_t l = 0; l < 2; ++l) {
        expectNear(inBlocks[l].W, gradients[l].W);
        expectNear(inBlocks[l].b, gradients[l].b);
    }
}

} // namespace
} // namespace perceptible
