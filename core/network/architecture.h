#pragma once

#include <algorithm>
#include <vector>

#include "core/data/data_set.h"
#include "core/network/activation.h"

namespace perceptible {

/// The shape of a network with L layers that have weights. The last activation is the output's, which the task decides:
/// sigmoid for two classes, softmax for several, linear for a regression.
struct Architecture {
    std::vector<int> units;              ///< n[0], n[1], …, n[L]
    std::vector<Activation> activations; ///< g[1], …, g[L]
    double leakySlope = leakyReluSlope;  ///< of every leaky ReLU
    Task task = Task::binary;

    int layers() const { return static_cast<int>(activations.size()); }              ///< L
    int widest() const { return *std::max_element(units.begin() + 1, units.end()); } ///< max over l ≥ 1 of n[l]
    friend bool operator==(const Architecture&, const Architecture&) = default;
};

} // namespace perceptible
