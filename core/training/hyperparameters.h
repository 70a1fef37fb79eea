#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/features.h"
#include "core/data/message.h"
#include "core/network/dropout.h"
#include "core/network/initialization.h"
#include "core/network/parameters.h"
#include "core/training/optimizer.h"
#include "core/training/schedule.h"

namespace perceptible {

struct HiddenLayer {
    int units = 4; ///< n[l]
    Activation activation = Activation::tanh;
    double dropout = 0; ///< the share of its activations that is dropped in training
    friend bool operator==(const HiddenLayer&, const HiddenLayer&) = default;
};

/// What decides the value of the parameters (S11), and nothing that is a parameter.
struct Hyperparameters {
    double learningRate = 0.3; ///< α
    Schedule schedule;
    Optimizer optimizer;
    double l1 = 0;                  ///< λ₁
    double l2 = 0;                  ///< λ₂
    std::optional<double> clipNorm; ///< the gradient is scaled down to this norm when it is longer; none: never

    std::optional<std::int64_t> iterations; ///< training stops there; none: no limit
    std::optional<double> targetCost;       ///< training stops when J of the training set is not above it
    std::optional<std::int64_t> patience;   ///< … or when J has not fallen below its lowest for so many iterations

    std::vector<HiddenLayer> hiddenLayers{{6, Activation::tanh}, {4, Activation::tanh}};
    double leakySlope = leakyReluSlope; ///< of every leaky ReLU, left of zero
    Initialization initialization = Initialization::xavier;
    double initialRange = 0.5; ///< of Initialization::uniform
    double initialBias = 0;

    std::vector<Feature> features{Feature::x1, Feature::x2}; ///< what the network is given of a point
    bool standardize = false;                                ///< … each with mean 0 and deviation 1

    std::optional<int> batchSize; ///< examples in a mini-batch; none: full batch
    bool shuffle = true;          ///< mini-batches are drawn anew every epoch; otherwise they follow the data
    std::uint64_t seed = 1;       ///< of the initial parameters, the shuffling and the dropout

    static constexpr double minLearningRate = 1e-6;
    static constexpr double maxLearningRate = 100;
    static constexpr std::int64_t maxIterations = 1'000'000'000'000;
    static constexpr int maxHiddenLayers = 12;
    static constexpr int maxUnits = 128;
    static constexpr std::uint64_t maxSeed = 999'999'999;
    static constexpr double maxPenalty = 1e6;
    static constexpr double maxDropout = 0.95;

    struct Error {
        std::string field; ///< "learning-rate", "hidden[2].units", …: as the command line spells it
        Message message;   ///< names the field, the value and the allowed range
    };
    /// Empty when everything is in range.
    std::vector<Error> validate() const;

    /// The features, the hidden layers, and the output that the task needs.
    Architecture architecture(Task task = Task::binary, int classes = 2) const;
    Dropout dropout() const; ///< with key 0
    InitialValues initialValues() const { return {initialization, initialRange, initialBias}; }

    friend bool operator==(const Hyperparameters&, const Hyperparameters&) = default;
};

} // namespace perceptible
