#include "core/walk/numpy_lines.h"

#include <charconv>
#include <iterator>

namespace perceptible {

namespace {

/// The shortest text that reads back to the same number.
std::string textOf(double value) {
    char text[32];
    return {text, std::to_chars(text, std::end(text), value).ptr};
}

/// g(Z), and below g′(Z), as NumPy has them; A = g(Z).
std::string activationLine(Activation g, double slope, const std::string& Z) {
    switch (g) {
    case Activation::sigmoid:
        return "1 / (1 + np.exp(-" + Z + "))";
    case Activation::tanh:
        return "np.tanh(" + Z + ")";
    case Activation::relu:
        return "np.maximum(0, " + Z + ")";
    case Activation::leakyRelu:
        return "np.where(" + Z + " > 0, " + Z + ", " + textOf(slope) + " * " + Z + ")";
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
        return "np.exp(" + Z + ") / np.sum(np.exp(" + Z + "), axis=0)";
    }
    return {};
}

std::string derivativeLine(Activation g, double slope, const std::string& Z, const std::string& A) {
    switch (g) {
    case Activation::sigmoid:
        return A + " * (1 - " + A + ")";
    case Activation::tanh:
        return "(1 - " + A + "**2)";
    case Activation::relu:
        return "(" + Z + " > 0)";
    case Activation::leakyRelu:
        return "np.where(" + Z + " > 0, 1, " + textOf(slope) + ")";
    case Activation::elu:
        return "np.exp(np.minimum(" + Z + ", 0))";
    case Activation::softplus:
        return "1 / (1 + np.exp(-" + Z + "))";
    case Activation::silu:
        return "(1 + " + Z + " - " + A + ") / (1 + np.exp(-" + Z + "))";
    case Activation::sine:
        return "np.cos(" + Z + ")";
    case Activation::linear:
    case Activation::softmax:
        break;
    }
    return "1";
}

/// Names and shapes of one iteration's arrays.
template <class Scalar>
struct Names {
    const Iteration<Scalar>& iteration;
    bool one;

    int n(int l) const { return iteration.architecture.units[static_cast<std::size_t>(l)]; }
    std::string m() const { return one ? "1" : std::to_string(iteration.m()); }
    std::string shape(int l) const { return '(' + std::to_string(n(l)) + ", " + m() + ')'; }
    std::string ofExamples(const char* upper, const char* lower, int l) const {
        return (one ? lower : upper) + std::to_string(l);
    }
    std::string X() const { return one ? "x" : "X"; }
    std::string Y() const { return one ? "y" : "Y"; }
    std::string Z(int l) const { return ofExamples("Z", "z", l); }
    std::string A(int l) const { return l == 0 ? X() : ofExamples("A", "a", l); }
    std::string D(int l) const { return ofExamples("D", "d", l); }
    std::string dZ(int l) const { return ofExamples("dZ", "dz", l); }
    std::string dA(int l) const { return ofExamples("dA", "da", l); }
    Activation g(int l) const { return iteration.architecture.activations[static_cast<std::size_t>(l) - 1]; }
    double slope() const { return iteration.architecture.leakySlope; }
    bool drops(int l) const { return l > 0 && iteration.hyperparameters.dropout().isIn(static_cast<std::size_t>(l)); }
    int L() const { return iteration.architecture.layers(); }
};

template <class Scalar>
std::string forwardLines(const Names<Scalar>& of, const SubStep& step) {
    const int l = step.layer;
    if (step.operation == Operation::linearForward) {
        const std::string W = '(' + std::to_string(of.n(l)) + ", " + std::to_string(of.n(l - 1)) + ')';
        return of.Z(l) + " = W" + std::to_string(l) + " @ " + of.A(l - 1) + " + b" + std::to_string(l) + "  # " + W +
               " @ " + of.shape(l - 1) + " + (" + std::to_string(of.n(l)) + ", 1) -> " + of.shape(l);
    }
    std::string lines = of.A(l) + " = " + activationLine(of.g(l), of.slope(), of.Z(l)) + "  # " + of.shape(l);
    if (of.drops(l)) {
        lines += '\n' + of.A(l) + " = " + of.A(l) + " * " + of.D(l) + "  # dropout: 0, or 1 / (1 - rate)";
    }
    return lines;
}

template <class Scalar>
std::string costLines(const Names<Scalar>& of, const SubStep& step) {
    const std::string A = of.A(of.L());
    const std::string Y = of.Y();
    if (step.operation == Operation::cost) {
        const Penalty& penalty = of.iteration.penalty;
        std::string lines = "m = " + std::to_string(of.iteration.m()) + "\nJ = np.sum(loss) / m";
        const auto add = [&](double strength, const std::string& name, const std::string& divisor,
                             const std::string& before, const std::string& after) {
            lines += strength > 0 ? '\n' + name + " = " + textOf(strength) : "";
            for (int l = 1; strength > 0 && l <= of.L(); ++l) {
                lines += "\nJ += " + name + " / " + divisor + " * np.sum(" + before + std::to_string(l) + after + ')';
            }
        };
        lines += penalty.isActive() ? "\nM = " + std::to_string(penalty.m) + "  # all training examples" : "";
        add(penalty.l2, "lambda2", "(2 * M)", "W", "**2");
        add(penalty.l1, "lambda1", "M", "np.abs(W", ")");
        return lines;
    }
    switch (of.iteration.architecture.task) {
    case Task::binary:
        return "loss = -(" + Y + " * np.log(" + A + ") + (1 - " + Y + ") * np.log(1 - " + A + "))  # (1, " + of.m() +
               ')';
    case Task::multiclass:
        return "loss = -np.sum(" + Y + " * np.log(" + A + "), axis=0)  # (" + of.m() + ",)";
    case Task::regression:
        break;
    }
    return "loss = (" + A + " - " + Y + ")**2 / 2  # (1, " + of.m() + ')';
}

template <class Scalar>
std::string outputBackwardLines(const Names<Scalar>& of, bool isLoss, bool unfolded) {
    const int L = of.L();
    const std::string A = of.A(L);
    const std::string Y = of.Y();
    const std::string shape = "  # " + of.shape(L);
    if (!isLoss && !unfolded) {
        return of.dZ(L) + " = " + A + " - " + Y + shape;
    }
    if (!isLoss && of.g(L) == Activation::softmax) {
        return of.dZ(L) + " = " + A + " * (" + of.dA(L) + " - np.sum(" + A + " * " + of.dA(L) + ", axis=0))" + shape;
    }
    if (!isLoss) {
        return of.dZ(L) + " = " + of.dA(L) + " * " + derivativeLine(of.g(L), of.slope(), of.Z(L), A) + shape;
    }
    switch (of.iteration.architecture.task) {
    case Task::binary:
        return of.dA(L) + " = -(" + Y + " / " + A + " - (1 - " + Y + ") / (1 - " + A + "))" + shape;
    case Task::multiclass:
        return of.dA(L) + " = -" + Y + " / " + A + shape;
    case Task::regression:
        break;
    }
    return of.dA(L) + " = " + A + " - " + Y + shape;
}

template <class Scalar>
std::string backwardLines(const Names<Scalar>& of, const SubStep& step, bool unfolded) {
    const int l = step.layer;
    const std::string layer = std::to_string(l);
    const std::string mean = of.one ? "" : "1 / m * ";
    const std::string m = of.one ? "" : "m = " + of.m() + "\n";
    switch (step.operation) {
    case Operation::linearBackwardWeights:
        return m + "dW" + layer + " = " + mean + of.dZ(l) + " @ " + of.A(l - 1) + ".T  # " + of.shape(l) + " @ (" +
               of.m() + ", " + std::to_string(of.n(l - 1)) + ") -> (" + std::to_string(of.n(l)) + ", " +
               std::to_string(of.n(l - 1)) + ')';
    case Operation::linearBackwardBias:
        return m + "db" + layer + " = " + mean + "np.sum(" + of.dZ(l) + ", axis=1, keepdims=True)  # " + of.shape(l) +
               " -> (" + std::to_string(of.n(l)) + ", 1)";
    case Operation::linearBackwardInput:
        return of.dA(l - 1) + " = W" + layer + ".T @ " + of.dZ(l) + (of.drops(l - 1) ? " * " + of.D(l - 1) : "") +
               "  # (" + std::to_string(of.n(l - 1)) + ", " + std::to_string(of.n(l)) + ") @ " + of.shape(l) + " -> " +
               of.shape(l - 1);
    default:
        break;
    }
    if (l == of.L()) {
        return outputBackwardLines(of, step.operation == Operation::lossBackward, unfolded);
    }
    const std::string lines =
        of.drops(l) ? "G" + layer + " = " + activationLine(of.g(l), of.slope(), of.Z(l)) + '\n' : "";
    return lines + of.dZ(l) + " = " + of.dA(l) + " * " +
           derivativeLine(of.g(l), of.slope(), of.Z(l), of.drops(l) ? "G" + layer : of.A(l)) + "  # " + of.shape(l);
}

template <class Scalar>
std::string updateLines(const Iteration<Scalar>& iteration, const SubStep& step) {
    const Optimizer& optimizer = iteration.hyperparameters.optimizer;
    const std::string p = (step.ofBias ? "b" : "W") + std::to_string(step.layer);
    const bool hasPenalty = !step.ofBias && iteration.penalty.isActive();
    const bool clips = iteration.hyperparameters.clipNorm.has_value();
    const std::string plain = (hasPenalty ? "g" : "d") + p;
    const std::string g = clips ? "(c * " + plain + ")" : plain;
    const std::string factor =
        clips ? "c = " + textOf(iteration.clipFactor) + "  # min(1, clip / norm of all gradients)\n" : "";
    const std::string alpha = "alpha = " + textOf(iteration.alpha) + '\n';
    const std::string beta1 = "beta1 = " + textOf(optimizer.beta1) + '\n';
    const std::string beta2 = "beta2 = " + textOf(optimizer.beta2) + '\n';
    const std::string v = "vd" + p;
    const std::string s = "sd" + p;
    switch (step.operation) {
    case Operation::penaltyGradient: {
        const Penalty& penalty = iteration.penalty;
        std::string line = "g" + p + " = d" + p;
        line += penalty.l2 > 0 ? " + lambda2 / M * " + p : "";
        line += penalty.l1 > 0 ? " + lambda1 / M * np.sign(" + p + ")" : "";
        std::string lines = "M = " + std::to_string(penalty.m) + '\n';
        lines += penalty.l2 > 0 ? "lambda2 = " + textOf(penalty.l2) + '\n' : "";
        lines += penalty.l1 > 0 ? "lambda1 = " + textOf(penalty.l1) + '\n' : "";
        return lines + line;
    }
    case Operation::velocity:
        return optimizer.kind == Optimizer::Kind::adam
                   ? factor + beta1 + v + " = beta1 * " + v + " + (1 - beta1) * " + g
                   : factor + "beta = " + textOf(optimizer.beta1) + '\n' + v + " = beta * " + v + " + " + g;
    case Operation::squares:
        return factor + beta2 + s + " = beta2 * " + s + " + (1 - beta2) * " + g + "**2";
    default:
        break;
    }
    const std::string epsilon = "epsilon = " + textOf(optimizer.epsilon) + '\n';
    switch (optimizer.kind) {
    case Optimizer::Kind::gradientDescent:
        return factor + alpha + p + " = " + p + " - alpha * " + g;
    case Optimizer::Kind::momentum:
        return alpha + p + " = " + p + " - alpha * " + v;
    case Optimizer::Kind::nesterov:
        return factor + alpha + "beta = " + textOf(optimizer.beta1) + '\n' + p + " = " + p + " - alpha * (" + g +
               " + beta * " + v + ')';
    case Optimizer::Kind::rmsprop:
        return factor + alpha + epsilon + p + " = " + p + " - alpha * " + g + " / (np.sqrt(" + s + ") + epsilon)";
    case Optimizer::Kind::adam:
        return alpha + beta1 + beta2 + epsilon + "t = " + std::to_string(iteration.optimizer.steps) + '\n' + p + " = " +
               p + " - alpha * (" + v + " / (1 - beta1**t)) / (np.sqrt(" + s + " / (1 - beta2**t)) + epsilon)";
    }
    return {};
}

} // namespace

template <class Scalar>
std::string numpyLines(const Iteration<Scalar>& iteration, const std::optional<SubStep>& subStep, bool unfolded,
                       ExampleChoice example) {
    if (!subStep) {
        return {};
    }
    const Names<Scalar> names{iteration, example.has_value()};
    switch (subStep->part()) {
    case Part::forward:
        return forwardLines(names, *subStep);
    case Part::cost:
        return costLines(names, *subStep);
    case Part::backward:
        return backwardLines(names, *subStep, unfolded);
    case Part::update:
        break;
    }
    return updateLines(iteration, *subStep);
}

template std::string numpyLines<float>(const Iteration<float>&, const std::optional<SubStep>&, bool, ExampleChoice);
template std::string numpyLines<double>(const Iteration<double>&, const std::optional<SubStep>&, bool, ExampleChoice);

} // namespace perceptible
