#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/data/data_set.h"
#include "core/network/parameters.h"
#include "core/training/cost_history.h"
#include "core/training/trainer.h"

namespace perceptible {

/// What the trainer is doing, and when it isn't training, why.
enum class Activity {
    running,
    paused,    ///< by a person, or not started yet
    finished,  ///< #iterations reached
    diverged,  ///< the next update would not have been finite; the parameters are the last finite ones
    noExamples ///< there is no training example
};

/// One moment of a run. Everything in it belongs to the same iteration.
struct Snapshot {
    std::uint64_t run = 0; ///< grows with every reset
    std::int64_t iteration = 0;
    Activity activity = Activity::paused;
    std::uint64_t starts = 0; ///< how many calls of run() it knows of: tells an answer from an older moment
    std::uint64_t steps = 0;  ///< how many calls of step() have been answered: done, impossible or dropped
    Architecture architecture;
    Parameters<float> parameters;
    InputMap inputs;                  ///< what a point is turned into before it enters the network
    DataSetPtr data;                  ///< what was trained and measured on; never null
    std::optional<Measurement> train; ///< none: no such examples, or J is not finite
    std::optional<Measurement> test;
    std::vector<CostPoint> costs; ///< the whole run's curve, thinned
    double stepsPerSecond = 0;    ///< over about the last half second; 0 when not running
    /// What the next update does; only when asked for and not running. None where there is no training example or the
    /// mini-batch is too large (Iteration::fits).
    std::shared_ptr<const Iteration<float>> next;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace perceptible
