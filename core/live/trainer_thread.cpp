#include "core/live/trainer_thread.h"

#include <utility>

#include "core/live/live_trainer.h"

namespace perceptible {

namespace {

constexpr auto kUntilOrdered = Pace::Clock::time_point::max();

} // namespace

/// Everything that the thread alone touches.
class TrainerThread::Worker {
public:
    Worker(DataSetPtr data, const Hyperparameters& hyperparameters, Mailbox<Snapshot>& snapshots,
           std::function<void()> onSnapshot)
        : trainer_(std::move(data), hyperparameters)
        , snapshots_(snapshots)
        , onSnapshot_(std::move(onSnapshot)) {}

    void carryOut(const Orders& orders);

    /// None: there is something to do.
    std::optional<Pace::Clock::time_point> restsUntil() const {
        if (mustPublish_ || stepIsDue()) {
            return std::nullopt;
        }
        return trainer_.isRunning() ? pace_.due() : kUntilOrdered;
    }

    /// A step when one is due, and a snapshot when one is wanted.
    void work(const std::atomic<bool>& interrupt);

private:
    bool stepIsDue() const {
        return steps_ > 0 || (trainer_.isRunning() && (pace_.isUnlimited() || Pace::Clock::now() >= pace_.due()));
    }
    void step(const std::atomic<bool>& interrupt);
    void publish(const std::atomic<bool>& interrupt);

    LiveTrainer trainer_;
    Mailbox<Snapshot>& snapshots_;
    std::function<void()> onSnapshot_;
    Pace pace_;
    TimeBudget snapshotBudget_{0.1};  // a step may be much shorter than the measuring for a snapshot
    std::uint64_t starts_ = 0;        ///< calls of run() carried out
    std::uint64_t answeredSteps_ = 0; ///< calls of step() done, impossible or dropped
    int steps_ = 0;                   ///< single steps still to be done
    bool mustPublish_ = true;         ///< a change that has to be seen even when nothing runs
};

void TrainerThread::Worker::carryOut(const Orders& orders) {
    if (orders.hyperparameters) {
        trainer_.setHyperparameters(*orders.hyperparameters);
    }
    if (orders.data) {
        trainer_.setData(orders.data);
    }
    if (orders.run && *orders.run != trainer_.run()) {
        trainer_.reset(*orders.run);
    }
    if (orders.state && orders.runOfState == trainer_.run()) {
        trainer_.returnTo(*orders.state);
    }
    if (orders.explaining) {
        trainer_.setExplaining(*orders.explaining);
    }
    if (orders.speed) {
        pace_.setSpeed(*orders.speed);
    }
    if (orders.running) {
        trainer_.setRunning(*orders.running);
        pace_.restart();
    }
    if (orders.dropsSteps) {
        answeredSteps_ += static_cast<std::uint64_t>(steps_ + orders.droppedSteps);
        steps_ = 0;
    }
    starts_ += static_cast<std::uint64_t>(orders.starts);
    steps_ += orders.steps;
    mustPublish_ = true;
}

void TrainerThread::Worker::work(const std::atomic<bool>& interrupt) {
    if (stepIsDue()) {
        step(interrupt);
    }
    if (mustPublish_ || (trainer_.isRunning() && snapshots_.empty() && snapshotBudget_.allows())) {
        snapshotBudget_.spend([&] { publish(interrupt); });
    }
}

void TrainerThread::Worker::step(const std::atomic<bool>& interrupt) {
    const bool updated = trainer_.step(interrupt);
    if (!updated && interrupt.load(std::memory_order_relaxed)) {
        return; // to be done again
    }
    if (steps_ > 0) {
        --steps_;
        ++answeredSteps_;
        mustPublish_ = true;
    } else {
        pace_.stepDone();
        mustPublish_ = mustPublish_ || pace_.isSlow() || !trainer_.isRunning();
    }
}

void TrainerThread::Worker::publish(const std::atomic<bool>& interrupt) {
    if (const auto snapshot = trainer_.snapshot(interrupt)) {
        snapshot->starts = starts_;
        snapshot->steps = answeredSteps_;
        snapshots_.put(snapshot);
        mustPublish_ = false;
        if (onSnapshot_) {
            onSnapshot_();
        }
    }
}

TrainerThread::TrainerThread(DataSetPtr data, const Hyperparameters& hyperparameters, Mailbox<Snapshot>& snapshots,
                             std::function<void()> onSnapshot)
    : worker_(std::make_unique<Worker>(std::move(data), hyperparameters, snapshots, std::move(onSnapshot)))
    , thread_([this](const std::stop_token& stop) { work(stop); }) {}

TrainerThread::~TrainerThread() {
    thread_.request_stop();
    order([](Orders&) {}); // the interrupt ends a long step
}

template <class Change>
void TrainerThread::order(Change change) {
    {
        const std::lock_guard lock(mutex_);
        change(orders_);
        interrupt_.store(true, std::memory_order_relaxed);
    }
    ordered_.notify_one();
}

void TrainerThread::run() {
    order([](Orders& orders) {
        orders.running = true;
        orders.dropSteps();
        ++orders.starts;
    });
}

void TrainerThread::pause() {
    order([](Orders& orders) {
        orders.running = false;
        orders.dropSteps();
    });
}

void TrainerThread::step() {
    order([](Orders& orders) {
        orders.running = false;
        ++orders.steps;
    });
}

void TrainerThread::reset(std::uint64_t run) {
    order([=](Orders& orders) {
        orders.run = run;
        orders.dropSteps();
    });
}

void TrainerThread::setData(DataSetPtr data) {
    order([&](Orders& orders) { orders.data = std::move(data); });
}

void TrainerThread::setHyperparameters(const Hyperparameters& hyperparameters, std::uint64_t run) {
    order([&](Orders& orders) {
        orders.hyperparameters = hyperparameters;
        orders.run = run;
    });
}

void TrainerThread::setSpeed(Speed speed) {
    order([=](Orders& orders) { orders.speed = speed; });
}

void TrainerThread::setExplaining(bool explaining) {
    order([=](Orders& orders) { orders.explaining = explaining; });
}

void TrainerThread::returnTo(std::shared_ptr<const TrainingState<float>> state, std::uint64_t run) {
    order([&](Orders& orders) {
        orders.running = false;
        orders.state = std::move(state);
        orders.runOfState = run;
        orders.dropSteps();
    });
}

TrainerThread::Orders TrainerThread::takeOrders(const std::stop_token& stop) {
    const std::lock_guard lock(mutex_);
    interrupt_.store(stop.stop_requested(), std::memory_order_relaxed);
    return std::exchange(orders_, {});
}

void TrainerThread::rest(const std::stop_token& stop, Pace::Clock::time_point until) {
    std::unique_lock lock(mutex_);
    const auto ordered = [this] { return interrupt_.load(std::memory_order_relaxed); };
    if (until == kUntilOrdered) {
        ordered_.wait(lock, stop, ordered);
    } else {
        ordered_.wait_until(lock, stop, until, ordered);
    }
}

void TrainerThread::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (interrupt_.load(std::memory_order_relaxed)) {
            worker_->carryOut(takeOrders(stop));
        } else if (const auto until = worker_->restsUntil()) {
            rest(stop, *until);
        } else {
            worker_->work(interrupt_);
        }
    }
}

} // namespace perceptible
