#include "core/session/python/literals.h"
#include "core/session/python/script.h"

namespace perceptible::python {

namespace {

/// An array of rows, float64 whatever the session's precision, as the program computes its inputs.
std::string doubles(const std::vector<std::string>& rows, const Script& script) {
    return script.isNumpy() ? "np.array(\n    " + list(rows, 4) + "\n)"
                            : "torch.tensor(\n    " + list(rows, 4) + ",\n    dtype=torch.float64,\n)";
}

std::string examples(const Script& script) {
    const bool hasClasses = script.data->task() != Task::regression;
    std::vector<std::string> triples;
    for (const Example& example : script.data->examples()) {
        if (example.role == Role::train) {
            triples.push_back("[" + number(example.x1) + ", " + number(example.x2) + ", " +
                              (hasClasses ? std::to_string(example.label()) : number(example.y)) + "]");
        }
    }
    return "\n# The training set: x1, x2 and " + std::string(hasClasses ? "the class" : "the target") +
           " of one example after the other\nexamples = " + doubles(triples, script) + "\n" +
           "x1, x2, y = examples.T  # each (m,)\n";
}

std::string featureText(Feature feature, const std::string& module) {
    switch (feature) {
    case Feature::x1:
        return "x1";
    case Feature::x2:
        return "x2";
    case Feature::x1Squared:
        return "x1**2";
    case Feature::x2Squared:
        return "x2**2";
    case Feature::x1x2:
        return "x1 * x2";
    case Feature::sinX1:
        return module + ".sin(x1)";
    case Feature::sinX2:
        return module + ".sin(x2)";
    }
    return {};
}

std::string features(const Script& script) {
    std::vector<std::string> rows;
    for (const Feature feature : script.h.features) {
        rows.push_back(featureText(feature, moduleOf(script.library)));
    }
    return std::string("X = ") + (script.isNumpy() ? "np.array(" : "torch.stack(") + list(rows, 4) +
           ")  # A[0], (n[0], m)\n";
}

std::string column(const std::string& name, const std::vector<double>& values, const Script& script) {
    std::vector<std::string> rows;
    for (const double value : values) {
        rows.push_back("[" + number(value) + "]");
    }
    return name + " = " + doubles(rows, script) + "  # (n[0], 1)\n";
}

/// From the examples, or as numbers where the session keeps those of examples it had before.
std::string standardization(const Script& script) {
    const InputMap& inputs = script.state.inputs;
    if (!inputs.isStandardized()) {
        return {};
    }
    const std::string apply = "X = (X - mu) / sigma\n";
    if (inputs != inputMapFor(inputs.features, true, *script.data)) {
        return "\n# Standardised with the means and deviations of the examples that training began with\n" +
               column("mu", inputs.means, script) + column("sigma", inputs.deviations, script) + apply;
    }
    const std::string moments = script.isNumpy()
                                    ? R"(mu = origin + np.mean(X - origin, axis=1, keepdims=True)  # (n[0], 1)
sigma = np.std(X - origin, axis=1, keepdims=True)  # (n[0], 1)
)"
                                    : R"(mu = origin + torch.mean(X - origin, dim=1, keepdim=True)  # (n[0], 1)
sigma = torch.std(X - origin, dim=1, unbiased=False, keepdim=True)  # (n[0], 1)
)";
    return R"(
# Standardised: each input has mean 0 and deviation 1; one that is always the same becomes 0
origin = X[:, :1]  # taken away first, an offset that all examples share loses no digits
)" + moments +
           "sigma[sigma == 0] = 1\n" + apply;
}

std::string targets(const Script& script) {
    if (script.data->task() != Task::multiclass) {
        return "Y = y.reshape(1, -1)  # (1, m)\n";
    }
    const std::string K = std::to_string(script.data->classes());
    const std::string comment = "  # one-hot, (" + K + ", m)\n";
    return script.isNumpy() ? "Y = np.eye(" + K + ")[:, y.astype(int)]" + comment
                            : "Y = torch.eye(" + K + ")[:, y.long()]" + comment;
}

std::string inPrecision(const Script& script) {
    if (!script.isFloat()) {
        return {};
    }
    return script.isNumpy() ? "X, Y = X.astype(np.float32), Y.astype(np.float32)\n" : "X, Y = X.float(), Y.float()\n";
}

std::string memory(const Script& script, const std::string& name, const Vector<double>& values) {
    Parameters<double> inLayers(script.architecture.units);
    inLayers.values() = values;
    return layers(name + "_dW", inLayers, Part::W, script.precision, script.library) +
           layers(name + "_db", inLayers, Part::b, script.precision, script.library);
}

} // namespace

std::string data(const Script& script) {
    return examples(script) + features(script) + standardization(script) + targets(script) + inPrecision(script) +
           (script.hasPenalty() || script.hasBatches() ? "m = X.shape[1]\n" : "");
}

std::string parameters(const Script& script) {
    std::string text =
        script.state.iteration > 0 ? "\n# Parameters so far, by layer\n" : "\n# Initial parameters, by layer\n";
    text += layers("W", script.state.parameters, Part::W, script.precision, script.library);
    text += layers("b", script.state.parameters, Part::b, script.precision, script.library);
    std::string names = "W, b";
    if (script.hasMemory()) {
        text += "\n# What the optimizer remembers of the gradients before\n";
        if (script.h.optimizer.hasVelocity()) {
            text += memory(script, "v", script.state.optimizer.v);
            names += ", v_dW, v_db";
        }
        if (script.h.optimizer.hasSquares()) {
            text += memory(script, "s", script.state.optimizer.s);
            names += ", s_dW, s_db";
        }
    }
    if (script.isNumpy() && script.isFloat()) {
        text += "for numbers in (" + names +
                "):\n    for l in numbers:\n        numbers[l] = numbers[l].astype(np.float32)\n";
    }
    return text + "L = len(W)\n";
}

} // namespace perceptible::python
