#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/message.h"
#include "core/network/initialization.h"
#include "core/network/parameters.h"

namespace perceptible {

struct HiddenLayer {
    int units = 4; ///< n[l]
    Activation activation = Activation::tanh;
    friend bool operator==(const HiddenLayer&, const HiddenLayer&) = default;
};

/// What decides the value of the parameters (S11), and nothing that is a parameter.
struct Hyperparameters {
    double learningRate = 0.3;              ///< α
    std::optional<std::int64_t> iterations; ///< training stops there; none: no limit
    std::vector<HiddenLayer> hiddenLayers{{6, Activation::tanh}, {4, Activation::tanh}};
    Initialization initialization = Initialization::xavier;
    std::optional<int> batchSize; ///< examples in a mini-batch; none: full batch
    std::uint64_t seed = 1;       ///< of the initial parameters and of the shuffling

    static constexpr double minLearningRate = 1e-6;
    static constexpr double maxLearningRate = 100;
    static constexpr std::int64_t maxIterations = 1'000'000'000'000;
    static constexpr int maxHiddenLayers = 12;
    static constexpr int maxUnits = 128;
    static constexpr std::uint64_t maxSeed = 999'999'999;

    struct Error {
        std::string field; ///< "learning-rate", "hidden[2].units", …: as the command line spells it
        Message message;   ///< names the field, the value and the allowed range
    };
    /// Empty when everything is in range.
    std::vector<Error> validate() const;

    /// 2 inputs, the hidden layers, one sigmoid output.
    Architecture architecture() const;

    friend bool operator==(const Hyperparameters&, const Hyperparameters&) = default;
};

} // namespace perceptible
