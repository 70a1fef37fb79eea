#include "core/session/python/script.h"

namespace perceptible::python {

namespace {

constexpr auto kClip = R"(

def clip_gradients(parameters):
    """As clip_grad_norm_ of PyTorch, which adds 1e-6 to the norm (Pascanu, Mikolov and Bengio 2013)."""
    norm = torch.cat([p.grad.flatten() for p in parameters]).norm()
    if norm > clip_norm:
        for p in parameters:
            p.grad *= clip_norm / norm
)";

std::string rule(Optimizer::Kind kind) {
    switch (kind) {
    case Optimizer::Kind::gradientDescent:
        return "SGD(parameters, lr=alpha)";
    case Optimizer::Kind::momentum:
        return "SGD(parameters, lr=alpha, momentum=beta1)";
    case Optimizer::Kind::nesterov:
        return "SGD(parameters, lr=alpha, momentum=beta1, nesterov=True)";
    case Optimizer::Kind::rmsprop:
        return "RMSprop(parameters, lr=alpha, alpha=beta2, eps=epsilon)";
    case Optimizer::Kind::adam:
        return "Adam(parameters, lr=alpha, betas=(beta1, beta2), eps=epsilon)";
    }
    return {};
}

/// The state of one of PyTorch's parameters.
std::string memoryOf(const Script& script, const std::string& w) {
    const std::string v = "v_d" + w + "[l]";
    const std::string s = "s_d" + w + "[l]";
    const std::string steps = "torch.tensor(" + std::to_string(script.state.optimizer.steps) + ".0)";
    std::string state;
    switch (script.h.optimizer.kind) {
    case Optimizer::Kind::gradientDescent:
        break;
    case Optimizer::Kind::momentum:
    case Optimizer::Kind::nesterov:
        state = "\"momentum_buffer\": " + v;
        break;
    case Optimizer::Kind::rmsprop:
        state = "\"step\": " + steps + ", \"square_avg\": " + s;
        break;
    case Optimizer::Kind::adam:
        state = "\"step\": " + steps + ", \"exp_avg\": " + v + ", \"exp_avg_sq\": " + s;
        break;
    }
    return "    optimizer.state[" + w + "[l]] = {" + state + "}\n";
}

} // namespace

std::string torchUpdate(const Script& script) {
    std::string text = script.h.clipNorm ? kClip : "";
    text += R"(

parameters = [*W.values(), *b.values()]
for p in parameters:
    p.requires_grad_()
)";
    text += "optimizer = torch.optim." + rule(script.h.optimizer.kind) + "\n";
    if (script.hasMemory()) {
        text += "for l in W:\n" + memoryOf(script, "W") + memoryOf(script, "b");
    }
    return text;
}

std::string torchTraining(const Script& script) {
    const bool dropped = script.hasDropout();
    const bool batches = script.hasBatches();
    const std::string first = script.state.iteration > 0 ? "start" : "0";
    const std::string W = script.hasPenalty() ? ", W" : "";
    std::string text = R"(

def print_cost(t):
    """J of all training examples after t updates)" +
                       std::string(dropped ? ", without dropout" : "") + R"(."""
    with torch.no_grad():
        Z = L_model_forward(X, W, b)" +
                       (dropped ? ", {}" : "") + R"()
        print(f"{t},{compute_cost(Z, Y)" +
                       W + R"().item()}")


print("iteration,train_cost")
print_cost()" + first + ")\n";
    text += batches ? "batches = mini_batches()\n" : "";
    text += "for t in range(" + (first == "0" ? "" : first + ", ") + "iterations):\n";
    if (script.hasSchedule()) {
        text += "    optimizer.param_groups[0][\"lr\"] = learning_rate(t)\n";
    }
    text += batches ? "    columns = next(batches)\n    X_batch, Y_batch = X[:, columns], Y[:, columns]\n" : "";
    const std::string X = batches ? "X_batch" : "X";
    const std::string Y = batches ? "Y_batch" : "Y";
    text += dropped ? "    D = dropout_masks(t, " + X + ".shape[1])\n" : "";
    text += "    Z = L_model_forward(" + X + ", W, b" + (dropped ? ", D" : "") + ")\n";
    text += "    J = compute_cost(Z, " + Y + W + ")\n";
    text += "    optimizer.zero_grad()\n    J.backward()  # the gradients dW and db, as W[l].grad and b[l].grad\n";
    text += script.h.clipNorm ? "    clip_gradients(parameters)\n" : "";
    text += "    optimizer.step()\n";
    return text + "    if (t + 1) % print_every == 0 or t + 1 == iterations:\n        print_cost(t + 1)\n";
}

} // namespace perceptible::python
