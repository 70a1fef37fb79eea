#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/live/mailbox.h"
#include "core/live/pace.h"
#include "core/live/snapshot.h"
#include "core/training/hyperparameters.h"

namespace perceptible {

/// Trains in a thread of its own and puts snapshots into a mailbox: while it runs, one whenever the last one has been
/// taken; after every change, one at once. Every call returns immediately. What was asked takes effect between two
/// steps; a long step is abandoned for it (and done again later). Of several wishes of one kind that arrive during a
/// step, the last one counts, so nothing queues up.
class TrainerThread {
public:
    /// Steps per second; none: as fast as the processor can.
    using Speed = std::optional<double>;

    /// Paused at first, in run 1. `onSnapshot` is called in the trainer's thread after each put into `snapshots`,
    /// which must outlive this object.
    TrainerThread(DataSetPtr data, const Hyperparameters& hyperparameters, Mailbox<Snapshot>& snapshots,
                  std::function<void()> onSnapshot = {});
    ~TrainerThread();
    TrainerThread(const TrainerThread&) = delete;
    TrainerThread& operator=(const TrainerThread&) = delete;

    void run();
    void pause();
    void step(); ///< one update, then paused
    /// Begins run `run` (another number than the present one's) at the same initial parameters, paused or running as
    /// before.
    void reset(std::uint64_t run);
    void setData(DataSetPtr data);
    /// `hyperparameters` must be valid. Another `run` than the present one begins at the initial parameters, which is
    /// what another seed or initialisation asks for; another structure keeps the parameters that survive.
    void setHyperparameters(const Hyperparameters& hyperparameters, std::uint64_t run);
    void setSpeed(Speed speed);
    /// Whether snapshots of a paused training have the next iteration.
    void setExplaining(bool explaining);
    /// Takes updates of run `run` back, then paused; see LiveTrainer::returnTo(). Nothing in another run. `state` must
    /// not be null.
    void returnTo(std::shared_ptr<const TrainingState<float>> state, std::uint64_t run);

private:
    class Worker;

    struct Orders {
        std::optional<Hyperparameters> hyperparameters;
        DataSetPtr data;
        std::optional<std::uint64_t> run; ///< the one to be in
        std::optional<Speed> speed;
        std::optional<bool> running;
        std::optional<bool> explaining;
        std::shared_ptr<const TrainingState<float>> state; ///< to return to
        std::uint64_t runOfState = 0;
        int starts = 0;          ///< calls of run()
        bool dropsSteps = false; ///< single steps asked for earlier and not yet done
        int droppedSteps = 0;    ///< among those asked for with these orders
        int steps = 0;           ///< further single steps

        void dropSteps() {
            dropsSteps = true;
            droppedSteps += steps;
            steps = 0;
        }
    };

    template <class Change>
    void order(Change change);
    void work(const std::stop_token& stop);
    Orders takeOrders(const std::stop_token& stop);
    void rest(const std::stop_token& stop, Pace::Clock::time_point until);

    std::mutex mutex_;
    std::condition_variable_any ordered_;
    Orders orders_;
    std::atomic<bool> interrupt_ = false; ///< orders are waiting, or the end
    std::unique_ptr<Worker> worker_;      ///< the thread's own
    std::jthread thread_;                 ///< last, so that it ends first
};

} // namespace perceptible
