// The formulas as text, for whatever names. That they are true is for tests/cli/export_test.py to say.

#include "core/walk/numpy_formulas.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace perceptible::numpy {
namespace {

TEST(NumpyFormulas, ReadAsInTheLecture) {
    EXPECT_EQ(linearForward("W2", "A1", "b2"), "W2 @ A1 + b2");
    EXPECT_EQ(outputBackward("A2", "Y"), "A2 - Y");
    EXPECT_EQ(weightGradient("dZ2", "A1", "m"), "(1 / m) * dZ2 @ A1.T");
    EXPECT_EQ(biasGradient("dZ2", "400"), "(1 / 400) * np.sum(dZ2, axis=1, keepdims=True)");
    EXPECT_EQ(inputGradient("W2", "dZ2"), "W2.T @ dZ2");
    EXPECT_EQ(update(Optimizer::Kind::gradientDescent, {"W1", "dW1", "", ""}),
              std::vector<std::string>{"W1 = W1 - alpha * dW1"});
    EXPECT_EQ(learningRate(Schedule::Kind::constant), "alpha");
}

TEST(NumpyFormulas, MultiplySumsInParentheses) {
    EXPECT_EQ(activationBackward(Activation::tanh, "dA1", "Z1", "A1", ""), "dA1 * (1 - A1**2)");
    EXPECT_EQ(activationBackward(Activation::relu, "dA1", "Z1", "A1", ""), "dA1 * (Z1 > 0)");
    EXPECT_EQ(activationBackward(Activation::sigmoid, "dA1", "Z1", "A1", ""), "dA1 * A1 * (1 - A1)");
}

TEST(NumpyFormulas, UseTheNamesTheyAreGivenAndNoOthers) {
    for (const Activation g : allActivations) {
        const std::string text = activation(g, "Q7", "R8") + derivative(g, "Q7", "P9", "R8");
        EXPECT_EQ(text.find('Z'), std::string::npos) << text;
        EXPECT_EQ(text.find('A'), std::string::npos) << text;
        EXPECT_NE(text.find("Q7"), std::string::npos) << text;
        EXPECT_EQ(text.find("R8") != std::string::npos, g == Activation::leakyRelu) << text;
    }
}

TEST(NumpyFormulas, LeaveOutThePenaltyThatIsNot) {
    EXPECT_EQ(penaltyGradient("W1", 0.5, 0, "m"), "lambda1 / m * np.sign(W1)");
    EXPECT_EQ(penaltyGradient("W1", 0, 0.5, "m"), "lambda2 / m * W1");
    EXPECT_EQ(penaltyGradient("W1", 1, 1, "m"), "lambda2 / m * W1 + lambda1 / m * np.sign(W1)");
    EXPECT_EQ(penalty("W1", 0.5, 0, "m"), "lambda1 / m * np.sum(np.abs(W1))");
    EXPECT_EQ(penalty("W1", 0, 0, "m"), "");
}

TEST(NumpyFormulas, NamesAreOnesThatPythonCanHave) {
    for (const Activation g : allActivations) {
        EXPECT_TRUE(std::ranges::all_of(pythonName(g), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
    }
    EXPECT_EQ(pythonName(Activation::leakyRelu), "leaky_relu");
}

} // namespace
} // namespace perceptible::numpy
