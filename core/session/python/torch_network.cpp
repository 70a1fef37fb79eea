#include <algorithm>

#include "core/walk/numpy_formulas.h"
#include "core/session/python/literals.h"
#include "core/session/python/script.h"

namespace perceptible::python {

namespace {

/// PyTorch's own function where there is one with one argument, else a name that activationDefinition() defines.
std::string torchName(Activation g) {
    switch (g) {
    case Activation::sigmoid:
    case Activation::tanh:
    case Activation::relu:
        return "torch." + numpy::pythonName(g);
    case Activation::sine:
        return "torch.sin";
    case Activation::elu:
    case Activation::silu:
        return "F." + numpy::pythonName(g);
    case Activation::leakyRelu:
    case Activation::softplus:
    case Activation::linear:
    case Activation::softmax:
        break;
    }
    return numpy::pythonName(g);
}

std::string activationDefinition(Activation g) {
    switch (g) {
    case Activation::leakyRelu:
        return "\n\ndef leaky_relu(Z):\n    return F.leaky_relu(Z, leaky_slope)\n";
    case Activation::softplus:
        return "\n\ndef softplus(Z):\n    return F.softplus(Z, threshold=100)  # from the usual 20 on it would be Z "
               "itself\n";
    case Activation::linear:
        return "\n\ndef linear(Z):\n    return Z\n";
    default:
        return {};
    }
}

std::string penaltyTerms(const Script& script) {
    std::string text = "    for l in W:  # m of the penalty counts all training examples\n";
    if (script.h.l2 > 0) {
        text += "        J = J + lambda2 / (2 * m) * W[l].square().sum()\n";
    }
    if (script.h.l1 > 0) {
        text += "        J = J + lambda1 / m * W[l].abs().sum()\n";
    }
    return text;
}

} // namespace

std::string torchForward(const Script& script) {
    std::string text;
    std::vector<std::string> byLayer;
    std::vector<Activation> defined;
    const auto& hidden = script.h.hiddenLayers;
    for (std::size_t l = 1; l <= hidden.size(); ++l) {
        const Activation g = hidden[l - 1].activation;
        byLayer.push_back(std::to_string(l) + ": " + torchName(g));
        if (std::ranges::find(defined, g) == defined.end()) {
            text += activationDefinition(g);
            defined.push_back(g);
        }
    }
    if (!hidden.empty()) {
        text += "\n\ng = " + list(byLayer, 4, "{}") + "\n";
    }
    text += R"(

def linear_forward(A_prev, W, b):
    """Z = W A_prev + b (S8)."""
    return W @ A_prev + b  # (n[l], n[l-1]) @ (n[l-1], m) + (n[l], 1) -> (n[l], m)
)";
    if (!hidden.empty()) {
        text += R"(

def linear_activation_forward(A_prev, W, b, g):
    """A = g(Z) (S8)."""
    return g(linear_forward(A_prev, W, b))  # (n[l], m)
)";
    }
    const bool dropped = script.hasDropout();
    text += "\n\ndef L_model_forward(X, W, b" + std::string(dropped ? ", D" : "") + "):\n    \"\"\"";
    text += hidden.empty() ? "LINEAR" : "[LINEAR -> ACTIVATION] x (L-1) -> LINEAR";
    text += " (S9): Z[L]; the output's activation is part of the loss.";
    text += dropped ? "\n    D[l]: the dropout of layer l, (n[l], m)." : "";
    text += "\"\"\"\n    A = X\n";
    if (!hidden.empty()) {
        text += "    for l in range(1, L):\n        A = linear_activation_forward(A, W[l], b[l], g[l])\n";
        text += dropped ? "        if l in D:\n            A = A * D[l]  # (n[l], m)\n" : "";
    }
    return text + "    return linear_forward(A, W[L], b[L])  # (n[L], m)\n";
}

std::string torchCost(const Script& script) {
    const bool penalty = script.hasPenalty();
    std::string text = "\n\ndef compute_cost(Z, Y" + std::string(penalty ? ", W" : "") +
                       "):\n    \"\"\"J = (1/m) sum of the losses" + (penalty ? " + penalty" : "") + " (S3), each loss";
    switch (script.architecture.task) {
    case Task::binary:
        text += " -(y log yhat + (1 - y) log(1 - yhat)),\n    where yhat = sigmoid(z)";
        break;
    case Task::multiclass:
        text += " -sum of y[k] log yhat[k],\n    where yhat = softmax(z)";
        break;
    case Task::regression:
        text += " (yhat - y)^2 / 2, where yhat = z";
        break;
    }
    text += std::string(".\"\"\"\n    ") + (penalty ? "J = " : "return ");
    switch (script.architecture.task) {
    case Task::binary:
        text += "F.binary_cross_entropy_with_logits(Z, Y)\n";
        break;
    case Task::multiclass:
        text += "F.cross_entropy(Z.T, Y.T)  # PyTorch has examples as rows\n";
        break;
    case Task::regression:
        text += "F.mse_loss(Z, Y) / 2\n";
        break;
    }
    return text + (penalty ? penaltyTerms(script) + "    return J\n" : "");
}

} // namespace perceptible::python
