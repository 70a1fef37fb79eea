#pragma once

#include <cstdint>

#include "core/network/parameters.h"
#include "core/training/mini_batches.h"
#include "core/training/optimizer.h"

namespace perceptible {

/// Where a training has come to: with the same data and hyperparameters it goes on from here as if it had never been
/// put down. Only the update before is forgotten, so that a training which diverges at once has none to take back.
template <class Scalar>
struct TrainingState {
    std::int64_t iteration = 0; ///< updates so far
    Parameters<Scalar> parameters;
    OptimizerState<Scalar> optimizer;
    typename MiniBatches<Scalar>::Position batches;
    InputMap inputs;
    friend bool operator==(const TrainingState&, const TrainingState&) = default;
};

} // namespace perceptible
