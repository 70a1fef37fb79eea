#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "core/live/mailbox.h"
#include "core/live/snapshot.h"
#include "core/training/hyperparameters.h"

namespace perceptible {

class LiveTrainer;

/// Trains in a thread of its own. Every call returns at once; what was asked takes effect between two steps, and a
/// long step is abandoned (and done again later) so that this is within 100 ms. Of several wishes of one kind that
/// arrive during a step, the last one counts.
class TrainerThread {
public:
    /// Steps per second; none: as fast as the processor can.
    using Speed = std::optional<double>;

    /// `onSnapshot` is called in the trainer's thread after each put into the mailbox.
    TrainerThread(DataSetPtr data, const Hyperparameters& hyperparameters, Mailbox<Snapshot>& snapshots,
                  std::function<void()> onSnapshot = {});
    ~TrainerThread();
    TrainerThread(const TrainerThread&) = delete;
    TrainerThread& operator=(const TrainerThread&) = delete;

    void run();
    void pause();
    void step(); ///< one update, then paused
    /// Begins run `run` at the same initial parameters, paused or running as before.
    void reset(std::uint64_t run);
    void setData(DataSetPtr data);
    /// `hyperparameters` must be valid. Other initial parameters (seed, initialisation) begin run `run`; another
    /// structure keeps the parameters that survive.
    void setHyperparameters(const Hyperparameters& hyperparameters, std::uint64_t run);
    void setSpeed(Speed speed);

private:
    struct Orders {
        DataSetPtr data;
        std::optional<Hyperparameters> hyperparameters;
        std::optional<std::uint64_t> reset;
        std::optional<bool> running;
        std::optional<Speed> speed;
        int steps = 0;
    };

    template <class Change>
    void order(Change change);
    void work(std::stop_token stop);
    void carryOut(Orders orders);

    std::mutex mutex_;
    std::condition_variable_any ordered_;
    Orders orders_;
    std::atomic<bool> interrupt_ = false; ///< orders are waiting, or a stop was requested
    std::unique_ptr<LiveTrainer> trainer_;
    std::jthread thread_;
};

} // namespace perceptible
