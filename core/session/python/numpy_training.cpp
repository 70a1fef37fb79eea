#include "core/walk/numpy_formulas.h"
#include "core/session/python/script.h"

namespace perceptible::python {

namespace {

constexpr auto kClip = R"(

def clip_gradients(dW, db):
    """All gradients together are no longer than clip_norm (Pascanu, Mikolov and Bengio 2013)."""
    norm = math.sqrt(sum(np.sum(d**2) for d in [*dW.values(), *db.values()]))
    if norm > clip_norm:
        for gradients in (dW, db):
            for l in gradients:
                gradients[l] = gradients[l] * (clip_norm / norm)
)";

std::string_view nameOfRule(Optimizer::Kind kind) {
    switch (kind) {
    case Optimizer::Kind::gradientDescent:
        return "Gradient descent (S4).";
    case Optimizer::Kind::momentum:
        return "Momentum (Polyak 1964).";
    case Optimizer::Kind::nesterov:
        return "Nesterov's momentum (Sutskever et al. 2013, as in PyTorch).";
    case Optimizer::Kind::rmsprop:
        return "RMSprop (Tieleman and Hinton 2012).";
    case Optimizer::Kind::adam:
        return "Adam (Kingma and Ba 2015); t = 1, 2, ... counts the updates.";
    }
    return {};
}

std::string emptyMemory(const std::string& name) {
    return name + "_dW = {l: np.zeros_like(W[l]) for l in W}\n" + name + "_db = {l: np.zeros_like(b[l]) for l in b}\n";
}

bool countsUpdates(const Script& script) { return script.h.optimizer.kind == Optimizer::Kind::adam; }

/// t of the update after iteration t: less where the optimizer began anew on the way.
std::string updateNumber(const Script& script) {
    const std::int64_t number = script.state.optimizer.steps + 1 - script.state.iteration;
    return number == 0 ? "t" : std::string("t ") + (number < 0 ? "- " : "+ ") + std::to_string(std::abs(number));
}

} // namespace

std::string numpyUpdate(const Script& script) {
    const Optimizer& optimizer = script.h.optimizer;
    std::string text = script.h.clipNorm ? kClip : "";
    if (!script.hasMemory() && (optimizer.hasVelocity() || optimizer.hasSquares())) {
        text += "\n\n# What the optimizer remembers: ";
        text += optimizer.hasVelocity() ? "v of the gradients" : "";
        text += optimizer.hasVelocity() && optimizer.hasSquares() ? ", " : "";
        text += optimizer.hasSquares() ? "s of their squares" : "";
        text +=
            '\n' + (optimizer.hasVelocity() ? emptyMemory("v") : "") + (optimizer.hasSquares() ? emptyMemory("s") : "");
    }
    text += "\n\ndef update_parameters(W, b, dW, db, alpha" + std::string(countsUpdates(script) ? ", t" : "") +
            "):\n    \"\"\"" + std::string(nameOfRule(optimizer.kind)) + "\"\"\"\n    for l in W:\n";
    for (const std::string w : {"W", "b"}) {
        for (const std::string& line :
             numpy::update(optimizer.kind, {w + "[l]", "d" + w + "[l]", "v_d" + w + "[l]", "s_d" + w + "[l]"})) {
            text += "        " + line + "\n";
        }
    }
    return text;
}

std::string numpyTraining(const Script& script) {
    const bool dropped = script.hasDropout();
    const bool batches = script.hasBatches();
    const std::string first = script.state.iteration > 0 ? "start" : "0";
    std::string text = R"(

def print_cost(t):
    """J of all training examples after t updates)" +
                       std::string(dropped ? ", without dropout" : "") + R"(."""
    _, caches = L_model_forward(X, W, b)" +
                       (dropped ? ", {}" : "") + R"()
    _, (Z, _) = caches[L]
    print(f"{t},{compute_cost(Z, Y)" +
                       (script.hasPenalty() ? ", W" : "") + R"()}")


print("iteration,train_cost")
print_cost()" + first + ")\n";
    text += batches ? "batches = mini_batches()\n" : "";
    text += "for t in range(" + (first == "0" ? "" : first + ", ") + "iterations):\n";
    text += batches ? "    columns = next(batches)\n    X_batch, Y_batch = X[:, columns], Y[:, columns]\n" : "";
    const std::string X = batches ? "X_batch" : "X";
    const std::string Y = batches ? "Y_batch" : "Y";
    text += dropped ? "    D = dropout_masks(t, " + X + ".shape[1])\n" : "";
    const std::string D = dropped ? ", D" : "";
    text += "    AL, caches = L_model_forward(" + X + ", W, b" + D + ")\n";
    text += "    dW, db = L_model_backward(AL, " + Y + ", caches" + D + ")\n";
    text += script.h.clipNorm ? "    clip_gradients(dW, db)\n" : "";
    text += std::string("    update_parameters(W, b, dW, db, ") +
            (script.hasSchedule() ? "learning_rate(t)" : "alpha") +
            (countsUpdates(script) ? ", " + updateNumber(script) : "") + ")\n";
    return text + "    if (t + 1) % print_every == 0 or t + 1 == iterations:\n        print_cost(t + 1)\n";
}

} // namespace perceptible::python
