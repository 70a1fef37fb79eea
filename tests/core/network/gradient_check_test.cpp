#include "core/network/gradient_check.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

constexpr double allowed = kToleratedError;

GradientCheck check(const Objective& objective, const Parameters<double>& parameters) {
    return *checkGradients(objective, parameters, *gradientsOf(objective, parameters));
}

/// A single ReLU unit of one input, read by a linear output: z[1] = w x + b.
Objective oneRelu(Activation g, double x) {
    return {{{1, 1, 1}, {g, Activation::linear}, 0.3, Task::regression},
            Matrix<double>::Constant(1, 1, x),
            Matrix<double>::Constant(1, 1, 2)};
}

Parameters<double> oneReluParameters(double w, double b) {
    Parameters<double> parameters(std::vector<int>{1, 1, 1});
    parameters.values() << w, b, 0.7, 0.1; // W[1], b[1], W[2], b[2]
    return parameters;
}

TEST(GradientCheck, HoldsForWideLayers) {
    Random random(7);
    for (const int units : {12, 16, 21}) {
        const Architecture architecture{{2, units, units, 1},
                                        {Activation::tanh, Activation::sigmoid, Activation::sigmoid}};
        const auto c = randomCase<double>(random, architecture, 19);
        EXPECT_LE(check({c.architecture, c.X, c.Y}, c.parameters).relativeError, allowed) << units;
    }
}

TEST(GradientCheck, NamesTheWorstParameterAndItsLayer) {
    Random random(3);
    const auto c = randomCase<double>(random, {{2, 4, 1}, {Activation::tanh, Activation::sigmoid}}, 9);
    const Objective objective{c.architecture, c.X, c.Y};
    for (Eigen::Index i = 0; i < c.parameters.values().size(); ++i) {
        Parameters<double> gradients = *gradientsOf(objective, c.parameters);
        gradients.values()[i] += 0.01;
        const GradientCheck result = *checkGradients(objective, c.parameters, gradients);
        EXPECT_EQ(result.worst.index, i);
        EXPECT_GT(result.relativeError, allowed);
        const std::size_t wrongLayer = placeOf(c.architecture.units, i).layer == 1 ? 0 : 1;
        EXPECT_FALSE(result.layers[wrongLayer].passes(allowed));
        EXPECT_TRUE(result.layers[1 - wrongLayer].passes(allowed));
    }
}

TEST(GradientCheck, TakesANotFiniteGradientForWrong) {
    Random random(3);
    const auto c = randomCase<double>(random, {{2, 4, 1}, {Activation::tanh, Activation::sigmoid}}, 9);
    const Objective objective{c.architecture, c.X, c.Y};
    Parameters<double> gradients = *gradientsOf(objective, c.parameters);
    gradients.values()[5] = std::numeric_limits<double>::quiet_NaN();
    const GradientCheck result = *checkGradients(objective, c.parameters, gradients);
    EXPECT_FALSE(result.relativeError <= allowed);
    EXPECT_EQ(result.worst.index, 5);
}

TEST(GradientCheck, LeavesOutWhatMovesAReluAcrossItsKink) {
    for (const Activation g : {Activation::relu, Activation::leakyRelu}) {
        for (const double b : {-1.0, -1 + 3e-6, -1 - 3e-6}) { // z[1] = 0, and so near to it that ε crosses it
            const GradientCheck result = check(oneRelu(g, 1), oneReluParameters(1, b));
            EXPECT_EQ(result.atKinks, 2) << "W[1] and b[1]";
            EXPECT_EQ(result.compared, 2);
            EXPECT_LE(result.relativeError, allowed);
        }
        const GradientCheck away = check(oneRelu(g, 1), oneReluParameters(1, -1 + 3e-5));
        EXPECT_EQ(away.atKinks, 0);
        EXPECT_EQ(away.compared, 4);
        EXPECT_LE(away.relativeError, allowed);
    }
}

/// All weights zero: every z[1] stands on the kink, and nothing of layer 1 is known.
TEST(GradientCheck, TakesALayerOfWhichNothingIsComparedForUnchecked) {
    const GradientCheck result = check(oneRelu(Activation::relu, 1), oneReluParameters(0, 0));
    EXPECT_EQ(result.layers[0], Agreement{});
    EXPECT_FALSE(result.layers[0].passes(allowed));
    EXPECT_EQ(result.layers[1].compared, 2);
    EXPECT_EQ(result.compared, 2);
    EXPECT_EQ(result.uncheckedLayers(), std::vector<int>{1});
    EXPECT_TRUE(result.passes(allowed));
}

TEST(GradientCheck, ComparesAtAKinkWhatDoesNotMoveIt) {
    const GradientCheck result = check(oneRelu(Activation::relu, 0), oneReluParameters(1, 0)); // z[1] = 0 w + 0
    EXPECT_EQ(result.atKinks, 1) << "b[1]";
    EXPECT_EQ(result.compared, 3);
    EXPECT_LE(result.relativeError, allowed);
}

TEST(GradientCheck, LeavesOutWeightsAtTheKinkOfAnL1Penalty) {
    Random random(5);
    auto c = randomCase<double>(random, {{2, 3, 1}, {Activation::tanh, Activation::sigmoid}}, 8);
    c.parameters[0].W(1, 0) = 0;
    c.parameters[0].W(2, 1) = -4e-6;
    c.parameters[1].W(0, 0) = 4e-5;
    c.parameters[0].b[0] = 0; // biases aren't penalised
    const GradientCheck withL1 = check({c.architecture, c.X, c.Y, {0.5, 0, 8}}, c.parameters);
    EXPECT_EQ(withL1.atKinks, 2);
    EXPECT_LE(withL1.relativeError, allowed);
    const GradientCheck withL2 = check({c.architecture, c.X, c.Y, {0, 0.5, 8}}, c.parameters);
    EXPECT_EQ(withL2.atKinks, 0);
    EXPECT_LE(withL2.relativeError, allowed);
}

/// Zero weights and as many examples of each class: nothing can be better than ŷ = 1/K, and all gradients are 0.
TEST(GradientCheck, IsZeroAndNotNoiseWhereAllGradientsAreZero) {
    for (const Task task : allTasks) {
        const int outputs = task == Task::multiclass ? 3 : 1;
        const Architecture architecture{{2, 4, outputs}, {Activation::tanh, outputActivation(task)}, 0.01, task};
        Matrix<double> X(2, 6);
        X << 1, 2, -0.3, 0.8, -5, 0.1, -1, 3, 0.2, 0.9, 2, 2;
        Matrix<double> Y = Matrix<double>::Zero(outputs, 6);
        for (Eigen::Index j = 0; j < 6; ++j) {
            Y(task == Task::multiclass ? j % 3 : 0, j) = task == Task::multiclass ? 1
                                                         : task == Task::binary   ? static_cast<double>(j % 2)
                                                         : j % 2 == 0             ? 2.3
                                                                                  : -2.3;
        }
        const GradientCheck result = check({architecture, X, Y}, Parameters<double>(architecture.units));
        EXPECT_EQ(result.relativeError, 0) << nameOf(task);
        EXPECT_EQ(result.layers, (std::vector<Agreement>{{0, true, 12}, {0, true, 5 * outputs}})) << nameOf(task);
    }
}

TEST(CheckedParameter, HasNoErrorWhereBothGradientsAreZero) {
    EXPECT_EQ((CheckedParameter{0, 0, 0}.relativeError()), 0);
    EXPECT_EQ((CheckedParameter{0, 3, 1}.relativeError()), 0.5);
    EXPECT_EQ((CheckedParameter{0, -3, 1}.relativeError()), 1);
}

TEST(ParameterPlaces, LeadThereAndBack) {
    const std::vector<int> units{2, 5, 1, 3};
    Parameters<double> parameters(units);
    for (Eigen::Index i = 0; i < parameters.values().size(); ++i) {
        const ParameterPlace place = placeOf(units, i);
        EXPECT_EQ(indexOf(units, place), i);
        const auto layer = parameters[static_cast<std::size_t>(place.layer - 1)];
        const double* const w = place.isBias ? &layer.b[place.row] : &layer.W(place.row, place.column);
        EXPECT_EQ(w, &parameters.values()[i]);
    }
}

TEST(CheckedParameter, HasTheChordOfTheCostForItsNumericGradient) {
    Random random(4);
    auto c = randomCase<double>(random, {{2, 4, 1}, {Activation::tanh, Activation::sigmoid}}, 9);
    c.parameters.values() = (c.parameters.values().array() * 4).round() / 4; // w ± ε is exact
    const Objective objective{c.architecture, c.X, c.Y};
    const double epsilon = 0.0078125;
    const double offsets[] = {-epsilon, epsilon};
    const Parameters<double> gradients = *gradientsOf(objective, c.parameters);
    for (Eigen::Index i = 0; i < c.parameters.values().size(); ++i) {
        const auto costs = costAlong(objective, c.parameters, i, offsets);
        EXPECT_EQ(((*costs)[1] - (*costs)[0]) / (2 * epsilon),
                  checkParameter(objective, c.parameters, gradients, i, epsilon).numeric);
    }
}

} // namespace
} // namespace perceptible
