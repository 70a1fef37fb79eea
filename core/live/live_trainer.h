#pragma once

#include <chrono>

#include "core/live/snapshot.h"
#include "core/training/stopping.h"
#include "core/training/trainer.h"

namespace perceptible {

/// What the trainer thread trains: a Trainer with its cost curve and the reason why it isn't training. No threads here.
class LiveTrainer {
public:
    LiveTrainer(DataSetPtr data, const Hyperparameters& hyperparameters);

    /// One update. False when there was none: interrupted, or activity() says why there can't be one.
    bool step(const Interrupt& interrupt);
    void setRunning(bool running);
    void reset(std::uint64_t run);
    void setData(DataSetPtr data);
    void setHyperparameters(const Hyperparameters& hyperparameters);
    /// Back to where a training with the present structure has been, paused. Does nothing for another structure.
    void returnTo(const TrainingState<float>& state);
    /// Whether snapshots of a training that isn't running have the next iteration.
    void setExplaining(bool explaining) { explaining_ = explaining; }

    std::uint64_t run() const { return run_; }
    Activity activity() const { return activity_; }
    bool isRunning() const { return activity_ == Activity::running; }
    const Trainer<float>& trainer() const { return trainer_; }

    /// This moment, measured; null when interrupted while measuring.
    std::shared_ptr<Snapshot> snapshot(const Interrupt& interrupt);

private:
    bool measurementIsDue() const;
    /// False when interrupted.
    bool measure(const Interrupt& interrupt);
    bool canStep();
    void restartRate();
    double stepsPerSecond();

    static constexpr std::int64_t kNever = -1; ///< also: what was measured no longer holds
    using Clock = std::chrono::steady_clock;

    DataSetPtr data_;
    Trainer<float> trainer_;
    Stopping stopping_;
    std::uint64_t run_ = 1;
    Activity activity_ = Activity::paused;
    bool explaining_ = false;
    CostHistory history_;
    std::optional<Measurement> train_, test_; ///< at measuredAt_
    std::int64_t measuredAt_ = kNever;        ///< the iteration
    Clock::time_point rateSince_ = Clock::now();
    std::int64_t rateFrom_ = 0; ///< the iteration at rateSince_
    double rate_ = 0;           ///< of the last full window
};

} // namespace perceptible
