#pragma once

#include <string>
#include <vector>

#include "core/training/stopping.h"
#include "core/training/trainer.h"

namespace perceptible::cli {

/// How a training went. `train` and `test` are J and accuracy at its end.
struct TrainingResult {
    std::int64_t iteration = 0; ///< updates altogether, those of earlier sessions included
    std::int64_t updates = 0;   ///< in this run
    std::optional<Measurement> train, test;
    double seconds = 0; ///< of training alone, without what is measured for curve and progress
    StopReason reason = StopReason::iterations;

    double updatesPerSecond() const { return seconds > 0 ? static_cast<double>(updates) / seconds : 0; }
};

/// J over the whole training and test set after `iteration` updates.
struct CurvePoint {
    std::int64_t iteration = 0;
    double train = 0;
    std::optional<double> test;
};

/// Trains until a stop rule holds, training diverges or `interrupt` is set. Every `curveEvery` iterations (0: never)
/// it appends to `curve`. Says its progress on standard error.
template <class Scalar>
TrainingResult trainUntilStopped(Trainer<Scalar>& trainer, Stopping& stopping, std::int64_t curveEvery,
                                 std::vector<CurvePoint>& curve, const Interrupt& interrupt);

} // namespace perceptible::cli
