#include "core/walk/numpy_lines.h"

#include "core/data/shortest_text.h"
#include "core/walk/numpy_formulas.h"

namespace perceptible {

namespace {

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
    std::string slope() const { return shortestText(iteration.architecture.leakySlope); }
    bool drops(int l) const { return l > 0 && iteration.hyperparameters.dropout().isIn(static_cast<std::size_t>(l)); }
    int L() const { return iteration.architecture.layers(); }
};

template <class Scalar>
std::string forwardLines(const Names<Scalar>& of, const SubStep& step) {
    const int l = step.layer;
    if (step.operation == Operation::linearForward) {
        const std::string W = '(' + std::to_string(of.n(l)) + ", " + std::to_string(of.n(l - 1)) + ')';
        return of.Z(l) + " = " + numpy::linearForward('W' + std::to_string(l), of.A(l - 1), 'b' + std::to_string(l)) +
               "  # " + W + " @ " + of.shape(l - 1) + " + (" + std::to_string(of.n(l)) + ", 1) -> " + of.shape(l);
    }
    std::string lines = of.A(l) + " = " + numpy::activation(of.g(l), of.Z(l), of.slope()) + "  # " + of.shape(l);
    if (of.drops(l)) {
        lines += '\n' + of.A(l) + " = " + of.A(l) + " * " + of.D(l) + "  # dropout: 0, or 1 / (1 - rate)";
    }
    return lines;
}

std::string penaltyNames(const Penalty& penalty) {
    return "M = " + std::to_string(penalty.m) + "  # all training examples\n" +
           (penalty.l2 > 0 ? "lambda2 = " + shortestText(penalty.l2) + '\n' : "") +
           (penalty.l1 > 0 ? "lambda1 = " + shortestText(penalty.l1) + '\n' : "");
}

template <class Scalar>
std::string costLines(const Names<Scalar>& of, const SubStep& step) {
    const std::string A = of.A(of.L());
    const std::string Y = of.Y();
    if (step.operation == Operation::cost) {
        const Penalty& penalty = of.iteration.penalty;
        std::string lines = of.one ? "# loss has all m examples here\n" : "";
        lines += "m = " + std::to_string(of.iteration.m()) + "\nJ = np.sum(loss) / m";
        if (penalty.isActive()) {
            lines += '\n' + penaltyNames(penalty);
            for (int l = 1; l <= of.L(); ++l) {
                lines += "J += " + numpy::penalty('W' + std::to_string(l), penalty.l1, penalty.l2, "M") +
                         (l < of.L() ? "\n" : "");
            }
        }
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
        return of.dZ(L) + " = " + numpy::outputBackward(A, Y) + shape;
    }
    if (!isLoss && of.g(L) == Activation::softmax) {
        return of.dZ(L) + " = " + A + " * (" + of.dA(L) + " - np.sum(" + A + " * " + of.dA(L) + ", axis=0))" + shape;
    }
    if (!isLoss) {
        return of.dZ(L) + " = " + numpy::activationBackward(of.g(L), of.dA(L), of.Z(L), A, of.slope()) + shape;
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
    const std::string m = of.one ? "" : "m = " + of.m() + "\n";
    const std::string dW = "dW" + layer + " = ";
    const std::string db = "db" + layer + " = ";
    const auto shape = [](int rows, const std::string& columns) {
        return '(' + std::to_string(rows) + ", " + columns + ')';
    };
    switch (step.operation) {
    case Operation::linearBackwardWeights:
        return m + dW +
               (of.one ? of.dZ(l) + " @ " + of.A(l - 1) + ".T" : numpy::weightGradient(of.dZ(l), of.A(l - 1), "m")) +
               "  # " + of.shape(l) + " @ " + '(' + of.m() + ", " + std::to_string(of.n(l - 1)) + ") -> " +
               shape(of.n(l), std::to_string(of.n(l - 1)));
    case Operation::linearBackwardBias:
        return m + db + (of.one ? of.dZ(l) : numpy::biasGradient(of.dZ(l), "m")) + "  # " + of.shape(l) + " -> " +
               shape(of.n(l), "1");
    case Operation::linearBackwardInput:
        return of.dA(l - 1) + " = " + numpy::inputGradient('W' + layer, of.dZ(l)) +
               (of.drops(l - 1) ? " * " + of.D(l - 1) : "") + "  # " + shape(of.n(l - 1), std::to_string(of.n(l))) +
               " @ " + of.shape(l) + " -> " + of.shape(l - 1);
    default:
        break;
    }
    if (l == of.L()) {
        return outputBackwardLines(of, step.operation == Operation::lossBackward, unfolded);
    }
    const std::string lines =
        of.drops(l) ? "G" + layer + " = " + numpy::activation(of.g(l), of.Z(l), of.slope()) + '\n' : "";
    const std::string& gOfZ = of.drops(l) ? "G" + layer : of.A(l);
    return lines + of.dZ(l) + " = " + numpy::activationBackward(of.g(l), of.dA(l), of.Z(l), gOfZ, of.slope()) + "  # " +
           of.shape(l);
}

/// The statement of the sub-step among those of the optimizer's update, with the numbers that it needs above it.
template <class Scalar>
std::string updateLines(const Iteration<Scalar>& iteration, const SubStep& step) {
    const Optimizer& optimizer = iteration.hyperparameters.optimizer;
    const std::string p = (step.ofBias ? "b" : "W") + std::to_string(step.layer);
    const bool hasPenalty = !step.ofBias && iteration.penalty.isActive();
    const bool clips = iteration.hyperparameters.clipNorm.has_value();
    const std::string gradient = (hasPenalty ? "g" : "d") + p;
    if (step.operation == Operation::penaltyGradient) {
        return penaltyNames(iteration.penalty) + gradient + " = d" + p + " + " +
               numpy::penaltyGradient(p, iteration.penalty.l1, iteration.penalty.l2, "M");
    }
    const auto statements =
        numpy::update(optimizer.kind, {p, clips ? "(c * " + gradient + ")" : gradient, "vd" + p, "sd" + p});
    const std::string& statement = step.operation == Operation::velocity  ? statements.front()
                                   : step.operation == Operation::squares ? statements[statements.size() - 2]
                                                                          : statements.back();
    std::string lines;
    const auto define = [&](const std::string& name, double value) {
        lines += statement.find(name) == std::string::npos ? "" : name + " = " + shortestText(value) + '\n';
    };
    if (statement.find("(c * ") != std::string::npos) {
        lines += "c = " + shortestText(iteration.clipFactor) + "  # min(1, clip / norm of all gradients)\n";
    }
    define("alpha", iteration.alpha);
    define("beta1", optimizer.beta1);
    define("beta2", optimizer.beta2);
    define("epsilon", optimizer.epsilon);
    if (statement.find("**t") != std::string::npos) {
        lines += "t = " + std::to_string(iteration.optimizer.steps) + '\n';
    }
    return lines + statement;
}

} // namespace

template <class Scalar>
std::string numpyLines(const Iteration<Scalar>& iteration, const std::optional<SubStep>& subStep, bool unfolded,
                       ExampleChoice example) {
    const Names<Scalar> names{iteration, example.has_value()};
    if (!subStep) {
        return names.X() + "  # " + names.shape(0) + '\n' + names.Y() + "  # " + names.shape(names.L());
    }
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
    const std::string lines = updateLines(iteration, *subStep);
    const std::string gradient = (subStep->ofBias ? "db" : "dW") + std::to_string(subStep->layer);
    const bool namesIt =
        lines.find(' ' + gradient) != std::string::npos || lines.find('(' + gradient) != std::string::npos;
    return (example && namesIt ? "# " + gradient + " is the mean over all m examples here\n" : "") + lines;
}

template std::string numpyLines<float>(const Iteration<float>&, const std::optional<SubStep>&, bool, ExampleChoice);
template std::string numpyLines<double>(const Iteration<double>&, const std::optional<SubStep>&, bool, ExampleChoice);

} // namespace perceptible
