#pragma once

#include <rapidcheck/gtest.h>

#include "tests/core/network/random_case.h"

namespace perceptible {

/// Any network with hidden layers, any task, m examples.
inline RandomCase<double> anyCase(Eigen::Index m, int hiddenLayers) {
    Random random(*rc::gen::arbitrary<std::uint64_t>());
    const auto task = *rc::gen::element(Task::binary, Task::multiclass, Task::regression);
    const int inputs = *rc::gen::inRange(1, 5);
    return randomCase<double>(random, randomArchitecture(random, hiddenLayers, 7, allActivations, task, 3, inputs), m);
}

} // namespace perceptible
