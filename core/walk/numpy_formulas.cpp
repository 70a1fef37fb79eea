#include "core/walk/numpy_formulas.h"

#include <algorithm>

namespace perceptible::numpy {

namespace {

std::string sigmoidOf(const std::string& Z) { return "1 / (1 + np.exp(-" + Z + "))"; }

/// Whether it must stand in parentheses to be multiplied.
bool derivativeIsSum(Activation g) { return g == Activation::tanh || g == Activation::relu; }

} // namespace

std::string pythonName(Activation activation) {
    std::string name(nameOf(activation));
    std::ranges::replace(name, '-', '_');
    return name;
}

std::string activation(Activation g, const std::string& Z, const std::string& leakySlope) {
    switch (g) {
    case Activation::sigmoid:
        return sigmoidOf(Z);
    case Activation::tanh:
        return "np.tanh(" + Z + ")";
    case Activation::relu:
        return "np.maximum(0, " + Z + ")";
    case Activation::leakyRelu:
        return "np.maximum(" + leakySlope + " * " + Z + ", " + Z + ")";
    case Activation::elu:
        return "np.where(" + Z + " > 0, " + Z + ", np.expm1(np.minimum(" + Z + ", 0)))";
    case Activation::softplus:
        return "np.logaddexp(0, " + Z + ")";
    case Activation::silu:
        return Z + " / (1 + np.exp(-" + Z + "))";
    case Activation::sine:
        return "np.sin(" + Z + ")";
    case Activation::linear:
        return Z;
    case Activation::softmax:
        return "np.exp(" + Z + " - np.logaddexp.reduce(" + Z + ", axis=0))";
    }
    return {};
}

std::string derivative(Activation g, const std::string& Z, const std::string& A, const std::string& leakySlope) {
    switch (g) {
    case Activation::sigmoid:
        return A + " * (1 - " + A + ")";
    case Activation::tanh:
        return "1 - " + A + "**2";
    case Activation::relu:
        return Z + " > 0";
    case Activation::leakyRelu:
        return "np.where(" + Z + " > 0, 1, " + leakySlope + ").astype(" + Z + ".dtype)";
    case Activation::elu:
        return "np.exp(np.minimum(" + Z + ", 0))";
    case Activation::softplus:
        return sigmoidOf(Z);
    case Activation::silu:
        return "(1 + " + Z + " - " + A + ") / (1 + np.exp(-" + Z + "))";
    case Activation::sine:
        return "np.cos(" + Z + ")";
    case Activation::linear:
        return "np.ones_like(" + Z + ")";
    case Activation::softmax:
        break;
    }
    return {};
}

std::string activationBackward(Activation g, const std::string& dA, const std::string& Z, const std::string& A,
                               const std::string& leakySlope) {
    const std::string slope = derivative(g, Z, A, leakySlope);
    return dA + " * " + (derivativeIsSum(g) ? "(" + slope + ")" : slope);
}

std::string linearForward(const std::string& W, const std::string& APrevious, const std::string& b) {
    return W + " @ " + APrevious + " + " + b;
}

std::string outputBackward(const std::string& A, const std::string& Y) { return A + " - " + Y; }

std::string weightGradient(const std::string& dZ, const std::string& APrevious, const std::string& m) {
    return "(1 / " + m + ") * " + dZ + " @ " + APrevious + ".T";
}

std::string biasGradient(const std::string& dZ, const std::string& m) {
    return "(1 / " + m + ") * np.sum(" + dZ + ", axis=1, keepdims=True)";
}

std::string inputGradient(const std::string& W, const std::string& dZ) { return W + ".T @ " + dZ; }

std::string loss(Task task, const std::string& Z, const std::string& Y) {
    switch (task) {
    case Task::binary:
        return "np.maximum(" + Z + ", 0) - " + Y + " * " + Z + " + np.log1p(np.exp(-np.abs(" + Z + ")))";
    case Task::multiclass:
        return "np.logaddexp.reduce(" + Z + " - np.sum(" + Y + " * " + Z + ", axis=0), axis=0, keepdims=True)";
    case Task::regression:
        return "(" + Z + " - " + Y + ")**2 / 2";
    }
    return {};
}

std::string penalty(const std::string& W, double l1, double l2, const std::string& m) {
    const std::string squares = l2 > 0 ? "lambda2 / (2 * " + m + ") * np.sum(" + W + "**2)" : "";
    const std::string absolutes = l1 > 0 ? "lambda1 / " + m + " * np.sum(np.abs(" + W + "))" : "";
    return squares + (l1 > 0 && l2 > 0 ? " + " : "") + absolutes;
}

std::string penaltyGradient(const std::string& W, double l1, double l2, const std::string& m) {
    const std::string shrinkage = l2 > 0 ? "lambda2 / " + m + " * " + W : "";
    const std::string pull = l1 > 0 ? "lambda1 / " + m + " * np.sign(" + W + ")" : "";
    return shrinkage + (l1 > 0 && l2 > 0 ? " + " : "") + pull;
}

std::vector<std::string> update(Optimizer::Kind kind, const UpdateNames& names) {
    const auto& [w, dw, v, s] = names;
    const std::string step = w + " = " + w + " - alpha * ";
    const std::string square = s + " = beta2 * " + s + " + (1 - beta2) * " + dw + "**2";
    switch (kind) {
    case Optimizer::Kind::gradientDescent:
        return {step + dw};
    case Optimizer::Kind::momentum:
        return {v + " = beta1 * " + v + " + " + dw, step + v};
    case Optimizer::Kind::nesterov:
        return {v + " = beta1 * " + v + " + " + dw, step + "(" + dw + " + beta1 * " + v + ")"};
    case Optimizer::Kind::rmsprop:
        return {square, step + dw + " / (np.sqrt(" + s + ") + epsilon)"};
    case Optimizer::Kind::adam:
        return {v + " = beta1 * " + v + " + (1 - beta1) * " + dw, square,
                step + "(" + v + " / (1 - beta1**t)) / (np.sqrt(" + s + " / (1 - beta2**t)) + epsilon)"};
    }
    return {};
}

std::string learningRate(Schedule::Kind kind) {
    switch (kind) {
    case Schedule::Kind::constant:
        return "alpha";
    case Schedule::Kind::step:
        return "alpha * factor ** (t // period)";
    case Schedule::Kind::cosine:
        return "alpha * (1 + math.cos(math.pi * min(t, period) / period)) / 2";
    case Schedule::Kind::inverseTime:
        return "alpha / (1 + t / period)";
    }
    return {};
}

} // namespace perceptible::numpy
