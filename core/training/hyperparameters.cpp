#include "core/training/hyperparameters.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/data/data_set.h"
#include "core/network/cost.h"

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
    constexpr double justBelow1 = 0.999999;
    Checker check;
    check.range("learning-rate", learningRate, minLearningRate, maxLearningRate);
    check.range<std::int64_t>("schedule-period", schedule.period, 1, maxIterations);
    check.range("schedule-factor", schedule.factor, 0.0, 1.0);
    check.range("beta1", optimizer.beta1, 0.0, justBelow1);
    check.range("beta2", optimizer.beta2, 0.0, justBelow1);
    check.range("epsilon", optimizer.epsilon, 1e-30, 1.0);
    check.range("l1", l1, 0.0, maxPenalty);
    check.range("l2", l2, 0.0, maxPenalty);
    if (clipNorm) {
        check.range("clip-norm", *clipNorm, 1e-6, 1e6);
    }
    if (iterations) {
        check.range<std::int64_t>("iterations", *iterations, 0, maxIterations);
    }
    if (targetCost) {
        check.range("until-cost", *targetCost, 0.0, 1e12);
    }
    if (patience) {
        check.range<std::int64_t>("patience", *patience, 1, maxIterations);
    }
    check.range<std::size_t>("hidden", hiddenLayers.size(), 0, maxHiddenLayers);
    for (std::size_t l = 0; l < hiddenLayers.size(); ++l) {
        const std::string layer = "hidden[" + std::to_string(l + 1) + "]";
        check.range(layer + ".units", hiddenLayers[l].units, 1, maxUnits);
        check.range(layer + ".dropout", hiddenLayers[l].dropout, 0.0, maxDropout);
    }
    check.range("leaky-slope", leakySlope, 0.0, 1.0);
    check.range("init-range", initialRange, 0.0, 100.0);
    check.range("init-bias", initialBias, -100.0, 100.0);
    check.range<std::size_t>("features", features.size(), 1, std::size(allFeatures));
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (std::find(features.begin(), features.begin() + static_cast<std::ptrdiff_t>(i), features[i]) !=
            features.begin() + static_cast<std::ptrdiff_t>(i)) {
            check.errors.push_back({"features", sentence("core", "features has %1 twice; expected each at most once.")
                                                    .with(std::string(nameOf(features[i])))});
        }
    }
    if (batchSize) {
        check.range("batch-size", *batchSize, 1, static_cast<int>(DataSet::maxExamples));
    }
    check.range<std::uint64_t>("seed", seed, 0, maxSeed);
    return check.errors;
}

Architecture Hyperparameters::architecture(Task task, int classes) const {
    Architecture result;
    result.task = task;
    result.leakySlope = leakySlope;
    result.units.push_back(static_cast<int>(features.size()));
    for (const HiddenLayer& layer : hiddenLayers) {
        result.units.push_back(layer.units);
        result.activations.push_back(layer.activation);
    }
    result.units.push_back(task == Task::multiclass ? classes : 1);
    result.activations.push_back(outputActivation(task));
    return result;
}

Dropout Hyperparameters::dropout() const {
    Dropout result;
    for (const HiddenLayer& layer : hiddenLayers) {
        result.rates.push_back(layer.dropout);
    }
    return result;
}

} // namespace perceptible
