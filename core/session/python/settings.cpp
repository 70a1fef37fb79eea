#include <algorithm>

#include "core/session/python/literals.h"
#include "core/session/python/script.h"

namespace perceptible::python {

namespace {

constexpr std::int64_t kMostLines = 10'000; // of output

/// The smallest power of ten that keeps the output short.
std::int64_t printEvery(std::int64_t updates) {
    std::int64_t every = 1;
    while (updates / every > kMostLines) {
        every *= 10;
    }
    return every;
}

std::string setting(const std::string& name, const std::string& value, const std::string& meaning) {
    return name + " = " + value + "  # " + meaning + "\n";
}

std::string descent(const Script& script) {
    const Hyperparameters& h = script.h;
    std::string text = setting("alpha", number(h.learningRate), "learning rate");
    if (script.hasSchedule()) {
        text += setting("period", std::to_string(h.schedule.period), "of the learning rate's schedule, in iterations");
    }
    if (h.schedule.kind == Schedule::Kind::step) {
        text += setting("factor", number(h.schedule.factor), "what the learning rate is multiplied by");
    }
    if (h.optimizer.hasVelocity()) {
        const bool isMean = h.optimizer.kind == Optimizer::Kind::adam;
        text += setting("beta1", number(h.optimizer.beta1), isMean ? "decay of the mean gradient" : "momentum");
    }
    if (h.optimizer.hasSquares()) {
        text += setting("beta2", number(h.optimizer.beta2), "decay of the mean squared gradient");
        text += setting("epsilon", number(h.optimizer.epsilon), "keeps the divisor above 0");
    }
    if (h.l1 > 0) {
        text += setting("lambda1", number(h.l1), "L1 penalty");
    }
    if (h.l2 > 0) {
        text += setting("lambda2", number(h.l2), "L2 penalty");
    }
    if (h.clipNorm) {
        text += setting("clip_norm", number(*h.clipNorm), "a longer gradient is scaled down to this length");
    }
    return text;
}

std::string dropoutRates(const Script& script) {
    std::vector<std::string> rates;
    const auto& layers = script.h.hiddenLayers;
    for (std::size_t l = 1; l <= layers.size(); ++l) {
        if (const double rate = layers[l - 1].dropout; rate > 0) {
            rates.push_back(std::to_string(l) + ": " + number(rate));
        }
    }
    const std::string head = "dropout = ";
    return head + list(rates, head.size(), "{}") + "  # rates by layer\n";
}

std::string imports(const Script& script) {
    const bool needsMath = script.h.schedule.kind == Schedule::Kind::cosine || (script.isNumpy() && script.h.clipNorm);
    std::string text = needsMath ? "import math\n\n" : "";
    if (script.isNumpy() || script.hasDropout()) {
        text += "import numpy as np\n";
    }
    if (!script.isNumpy()) {
        text += "import torch\nimport torch.nn.functional as F\n";
        text += "\ntorch.set_default_dtype(torch." + std::string(script.isFloat() ? "float32" : "float64") + ")\n";
    }
    return text;
}

} // namespace

bool Script::usesLeakyRelu() const {
    return std::ranges::count(h.hiddenLayers, Activation::leakyRelu, &HiddenLayer::activation) > 0;
}

std::string head(const Script& script) {
    const std::string library = script.isNumpy() ? "NumPy" : "PyTorch";
    return "#!/usr/bin/env python3\n\"\"\"A network of Perceptible, trained in " + library +
           R"(. It prints J of the training set after each update.

    python3 FILE.py

)" + script.about +
           R"(

The notation is that of the lecture (S1 ... S10). Examples are columns: m examples, n[l] units in layer l, n[0] inputs,
L layers with weights.

    W[l]  (n[l], n[l-1])    Z[l], A[l]  (n[l], m)    A[0] = X
    b[l]  (n[l], 1)         Y           (n[L], m)    A[L] = Yhat
"""

)" + imports(script);
}

std::string hyperparameters(const Script& script) {
    const std::int64_t first = script.state.iteration;
    std::string text = "\n# Hyperparameters\n" + descent(script);
    if (first > 0) {
        text += setting("start", std::to_string(first), "updates that are done already");
    }
    text += setting("iterations", std::to_string(script.iterations), "the iteration at which training ends");
    text += setting("print_every", std::to_string(printEvery(script.iterations - first)),
                    "iterations from one printed line to the next");
    if (script.usesLeakyRelu()) {
        text += setting("leaky_slope", number(script.h.leakySlope), "of leaky ReLU, left of zero");
    }
    if (script.hasDropout()) {
        text += dropoutRates(script);
    }
    if (script.hasBatches()) {
        text += setting("batch_size", std::to_string(*script.h.batchSize), "examples in a mini-batch");
    }
    if (script.isRandom()) {
        text += setting("seed", std::to_string(script.h.seed),
                        script.isShuffled() && script.hasDropout() ? "of shuffling and dropout"
                        : script.isShuffled()                      ? "of shuffling"
                                                                   : "of dropout");
    }
    return text;
}

} // namespace perceptible::python
