#include "core/training/hyperparameters.h"

#include "core/data/data_set.h"
#include <charconv>

namespace perceptible {

namespace {

template <class Number>
std::string text(Number number) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return {buffer, end};
}

class Checker {
public:
    template <class Number>
    void range(const std::string& field, Number value, Number low, Number high) {
        if (!(value >= low && value <= high)) { // also true for NaN
            errors.push_back({field, sentence("core", "%1 is %2, but must be between %3 and %4.")
                                         .with(field, text(value), text(low), text(high))});
        }
    }

    std::vector<Hyperparameters::Error> errors;
};

} // namespace

std::vector<Hyperparameters::Error> Hyperparameters::validate() const {
    Checker check;
    check.range("learning-rate", learningRate, minLearningRate, maxLearningRate);
    if (iterations) {
        check.range<std::int64_t>("iterations", *iterations, 0, maxIterations);
    }
    check.range<std::size_t>("hidden", hiddenLayers.size(), 0, maxHiddenLayers);
    for (std::size_t l = 0; l < hiddenLayers.size(); ++l) {
        check.range("hidden[" + std::to_string(l + 1) + "].units", hiddenLayers[l].units, 1, maxUnits);
    }
    if (batchSize) {
        check.range("batch-size", *batchSize, 1, static_cast<int>(DataSet::maxExamples));
    }
    check.range<std::uint64_t>("seed", seed, 0, maxSeed);
    return check.errors;
}

Architecture Hyperparameters::architecture() const {
    Architecture result;
    result.units.push_back(2);
    for (const HiddenLayer& layer : hiddenLayers) {
        result.units.push_back(layer.units);
        result.activations.push_back(layer.activation);
    }
    result.units.push_back(1);
    result.activations.push_back(Activation::sigmoid);
    return result;
}

} // namespace perceptible
