// Norms, dead units and saturated units, layer by layer.

#include <gtest/gtest.h>

#include <cmath>

#include "core/training/metrics.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

template <class Derived>
double plainNorm(const Eigen::DenseBase<Derived>& values) {
    double squares = 0;
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
        for (Eigen::Index j = 0; j < values.cols(); ++j) {
            squares += static_cast<double>(values(i, j)) * static_cast<double>(values(i, j));
        }
    }
    return std::sqrt(squares);
}

TEST(LayerMetrics, HoldTheNormsOfParametersAndGradients) {
    Random random(91);
    for (int i = 0; i < 60; ++i) {
        const Task task = allTasks[i % 3];
        const Architecture architecture = randomArchitecture(random, i % 5, 7, allActivations, task, 4);
        const auto c = randomCase<double>(random, architecture, 1 + i);
        const auto metrics = layerMetrics<double>(architecture, c.parameters, {c.X, c.Y});
        const auto gradients = backprop<double>(architecture, c.parameters, c.X, c.Y).gradients;
        ASSERT_EQ(metrics.size(), c.parameters.size());
        for (std::size_t l = 0; l < metrics.size(); ++l) {
            EXPECT_NEAR(metrics[l].weightNorm, plainNorm(c.parameters[l].W), 1e-12);
            EXPECT_NEAR(metrics[l].biasNorm, plainNorm(c.parameters[l].b), 1e-12);
            EXPECT_NEAR(metrics[l].weightGradientNorm, plainNorm(gradients[l].W), 1e-12);
            EXPECT_NEAR(metrics[l].biasGradientNorm, plainNorm(gradients[l].b), 1e-12);
        }
    }
}

/// One hidden layer whose unit i has z = z(i, j) for example j, because W[1] = z and the inputs are one-hot.
class UnitsOf {
public:
    UnitsOf(Activation g, const Matrix<double>& z)
        : architecture_{{static_cast<int>(z.cols()), static_cast<int>(z.rows()), 1}, {g, Activation::sigmoid}}
        , parameters_(architecture_.units)
        , examples_{Matrix<double>::Identity(z.cols(), z.cols()), Matrix<double>::Zero(1, z.cols())} {
        parameters_[0].W = z;
    }
    LayerMetrics hidden() const { return layerMetrics<double>(architecture_, parameters_, examples_)[0]; }

private:
    Architecture architecture_;
    Parameters<double> parameters_;
    ExampleMatrix<double> examples_;
};

TEST(LayerMetrics, CountUnitsThatNoExampleReachesAsDead) {
    Matrix<double> z(4, 3);
    z << -1, -2, -3,  // no example
        -1, -2, 0,    // the slope at 0 is 0
        -1, -2, 1e-3, //
        1, 2, 3;
    EXPECT_DOUBLE_EQ((UnitsOf{Activation::relu, z}.hidden().dead), 0.5);
    EXPECT_DOUBLE_EQ((UnitsOf{Activation::relu, z}.hidden().saturated), 0) << "a ReLU is meant to be flat on one side";
    for (const Activation g : allActivations) {
        if (g != Activation::relu) {
            EXPECT_DOUBLE_EQ((UnitsOf{g, z}.hidden().dead), 0) << nameOf(g);
        }
    }
}

TEST(LayerMetrics, CountUnitsThatAreFlatForNearlyAllExamplesAsSaturated) {
    constexpr Eigen::Index m = 40;
    Matrix<double> z = Matrix<double>::Constant(4, m, 30);
    z.row(1).head(2).setZero();            // 5 % of the examples in the steep part: still saturated
    z.row(2).head(3).setZero();            // 7.5 %
    z.row(3).setConstant(0.1);             //
    z.row(0).head(m / 2).setConstant(-30); // flat on either side
    for (const Activation g : {Activation::sigmoid, Activation::tanh}) {
        EXPECT_DOUBLE_EQ((UnitsOf{g, z}.hidden().saturated), 0.5) << nameOf(g);
        EXPECT_DOUBLE_EQ((UnitsOf{g, Matrix<double>::Zero(3, m)}.hidden().saturated), 0);
    }
    for (const Activation g : {Activation::softplus, Activation::elu, Activation::silu, Activation::linear}) {
        EXPECT_DOUBLE_EQ((UnitsOf{g, z}.hidden().saturated), 0) << nameOf(g);
    }
}

/// g′ is 5 % of its largest where σ (1 − σ) = 0.0125, at |z| = 4.357, and where 1 − tanh² = 0.05, at |z| = 2.178.
TEST(LayerMetrics, TakeFivePercentOfTheSteepestSlopeAsFlat) {
    const auto saturated = [](Activation g, double z) {
        return UnitsOf{g, Matrix<double>::Constant(1, 1, z)}.hidden().saturated;
    };
    for (const double side : {-1.0, 1.0}) {
        EXPECT_EQ(saturated(Activation::sigmoid, side * 4.35), 0);
        EXPECT_EQ(saturated(Activation::sigmoid, side * 4.365), 1);
        EXPECT_EQ(saturated(Activation::tanh, side * 2.17), 0);
        EXPECT_EQ(saturated(Activation::tanh, side * 2.19), 1);
    }
}

TEST(LayerMetrics, LookAtTheOutputLayerToo) {
    Matrix<double> X(2, 3);
    X << 1, 2, 3, 0, 0, 0;
    Parameters<double> parameters(std::vector<int>{2, 1});
    parameters[0].W << 50, 0;
    const auto saturated =
        layerMetrics<double>({{2, 1}, {Activation::sigmoid}}, parameters, {X, Matrix<double>::Ones(1, 3)});
    EXPECT_EQ(saturated.size(), 1U);
    EXPECT_EQ(saturated[0].saturated, 1);
    Parameters<double> three(std::vector<int>{2, 3});
    three[0].W.setConstant(50);
    const Matrix<double> Y = Matrix<double>::Identity(3, 3);
    const auto softmax = layerMetrics<double>({{2, 3}, {Activation::softmax}, 0, Task::multiclass}, three, {X, Y});
    EXPECT_EQ(softmax[0].saturated, 0) << "its units depend on each other";
    EXPECT_EQ(softmax[0].dead, 0);
}

} // namespace
} // namespace perceptible
