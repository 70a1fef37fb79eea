#include <algorithm>

#include "core/network/cost.h"
#include "core/walk/numpy_formulas.h"
#include "core/session/python/literals.h"
#include "core/session/python/script.h"

namespace perceptible::python {

namespace {

/// Those of the hidden layers, each once.
std::vector<Activation> hiddenActivations(const Script& script) {
    std::vector<Activation> used;
    for (const HiddenLayer& layer : script.h.hiddenLayers) {
        if (std::ranges::find(used, layer.activation) == used.end()) {
            used.push_back(layer.activation);
        }
    }
    return used;
}

std::string function(const std::string& head, const std::string& result) {
    return "\n\ndef " + head + ":\n    return " + result + "\n";
}

std::string activationFunction(Activation g) {
    if (g == Activation::softmax) {
        return "\n\ndef softmax(Z):\n    # e^z / (sum of e^z) = e^(z - log(sum of e^z)), which cannot overflow\n    "
               "return " +
               numpy::activation(g, "Z", "") + "\n";
    }
    return function(numpy::pythonName(g) + "(Z)", numpy::activation(g, "Z", "leaky_slope"));
}

/// "name = {1: tanh, 2: …}" of the first layers.
std::string byLayer(const std::string& name, const Script& script, std::size_t layers, const std::string& suffix) {
    std::vector<std::string> entries;
    for (std::size_t l = 1; l <= layers; ++l) {
        entries.push_back(std::to_string(l) + ": " + numpy::pythonName(script.architecture.activations[l - 1]) +
                          suffix);
    }
    return "\n\n" + name + " = " + list(entries, name.size() + 3, "{}") + "\n";
}

} // namespace

std::string numpyForward(const Script& script) {
    std::vector<Activation> used = hiddenActivations(script);
    const Activation output = outputActivation(script.architecture.task);
    if (std::ranges::find(used, output) == used.end()) {
        used.push_back(output);
    }
    std::string text;
    for (const Activation g : used) {
        text += activationFunction(g);
    }
    const bool dropped = script.hasDropout();
    return text + byLayer("g", script, script.architecture.activations.size(), "") + R"(

def linear_forward(A_prev, W, b):
    """Z = W A_prev + b (S8)."""
    Z = )" +
           numpy::linearForward("W", "A_prev", "b") + R"(  # (n[l], n[l-1]) @ (n[l-1], m) + (n[l], 1) -> (n[l], m)
    return Z, (A_prev, W)


def linear_activation_forward(A_prev, W, b, g):
    """A = g(Z) (S8), and what backward will need."""
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = g(Z)  # (n[l], m)
    return A, (linear_cache, (Z, A))


)" +
           (dropped ? R"(def L_model_forward(X, W, b, D):
    """[LINEAR -> ACTIVATION] x L (S9): Yhat, and the cache of each layer. D[l]: the dropout of layer l."""
)"
                    : R"(def L_model_forward(X, W, b):
    """[LINEAR -> ACTIVATION] x L (S9): Yhat, and the cache of each layer."""
)") + R"(    A, caches = X, {}
    for l in range(1, L + 1):
        A, caches[l] = linear_activation_forward(A, W[l], b[l], g[l])
)" + (dropped ? "        if l in D:\n            A = A * D[l]  # (n[l], m)\n" : "") +
           "    return A, caches\n";
}

std::string numpyCost(const Script& script) {
    const Task task = script.architecture.task;
    const std::string formula = task == Task::binary       ? "-(y log yhat + (1 - y) log(1 - yhat))"
                                : task == Task::multiclass ? "-sum of y[k] log yhat[k]"
                                                           : "(yhat - y)^2 / 2";
    std::string text =
        "\n\ndef compute_cost(Z, Y" + std::string(script.hasPenalty() ? ", W" : "") + R"():
    """J = (1/m) sum of the losses)" +
        (script.hasPenalty() ? " + penalty" : "") + " (S3), each loss " + formula +
        (task == Task::regression ? ".\"\"\"\n"
                                  : ",\n    from Z = Z[L], where no logarithm of a rounded 0 is taken.\"\"\"\n");
    text += "    losses = " + numpy::loss(task, "Z", "Y") + "  # (1, m)\n";
    text += "    J = float(np.mean(losses))\n";
    if (script.hasPenalty()) {
        text += "    for l in W:\n        J += float(" + numpy::penalty("W[l]", script.h.l1, script.h.l2, "m") + ")\n";
    }
    return text + "    return J\n";
}

std::string numpyBackward(const Script& script) {
    std::string text;
    for (const Activation g : hiddenActivations(script)) {
        text += function(numpy::pythonName(g) + "_derivative(Z, A)", numpy::derivative(g, "Z", "A", "leaky_slope"));
    }
    const bool hidden = script.hasHiddenLayers();
    const bool dropped = script.hasDropout();
    if (hidden) {
        text += byLayer("g_derivative", script, script.h.hiddenLayers.size(), "_derivative");
    }
    text += R"(

def linear_backward(dZ, linear_cache):
    """LINEAR backward (S7, S9)."""
    A_prev, W = linear_cache
    m = dZ.shape[1]
    dW = )" +
            numpy::weightGradient("dZ", "A_prev", "m") + R"(  # (n[l], m) @ (m, n[l-1]) -> (n[l], n[l-1])
    db = )" +
            numpy::biasGradient("dZ", "m") + R"(  # (n[l], 1)
)";
    text += hidden ? "    dA_prev = " + numpy::inputGradient("W", "dZ") +
                         "  # (n[l-1], n[l]) @ (n[l], m) -> (n[l-1], m)\n    return dA_prev, dW, db\n"
                   : "    return dW, db\n";
    if (hidden) {
        text += R"(

def linear_activation_backward(dA, cache, g_derivative):
    """LINEAR -> ACTIVATION backward (S9, S10)."""
    linear_cache, (Z, A) = cache
    dZ = dA * g_derivative(Z, A)  # (n[l], m)
    return linear_backward(dZ, linear_cache)
)";
    }
    text += "\n\ndef L_model_backward(AL, Y, caches" + std::string(dropped ? ", D" : "") + R"():
    """The gradients of J (S7, S9); dA[L] and the derivative of g[L] collapse to dZ[L] = A[L] - Y."""
    dW, db = {}, {}
    dZ = )" +
            numpy::outputBackward("AL", "Y") + "  # (n[L], m)\n";
    text += std::string("    ") + (hidden ? "dA, " : "") + "dW[L], db[L] = linear_backward(dZ, caches[L][0])\n";
    if (hidden) {
        text += "    for l in range(L - 1, 0, -1):\n";
        text += dropped ? "        if l in D:\n            dA = dA * D[l]\n" : "";
        text += "        dA, dW[l], db[l] = linear_activation_backward(dA, caches[l], g_derivative[l])\n";
    }
    if (script.hasPenalty()) {
        text += "    for l in W:  # m of the penalty counts all training examples\n        dW[l] = dW[l] + " +
                numpy::penaltyGradient("W[l]", script.h.l1, script.h.l2, "m") + "\n";
    }
    return text + "    return dW, db\n";
}

} // namespace perceptible::python
