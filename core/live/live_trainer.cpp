#include "core/live/live_trainer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "core/data/random.h"

namespace perceptible {

LiveTrainer::LiveTrainer(DataSetPtr data, const Hyperparameters& hyperparameters)
    : data_(std::move(data))
    , trainer_(data_, hyperparameters)
    , stopping_(hyperparameters) {}

bool LiveTrainer::canStep() {
    if (trainer_.size(Role::train) == 0) {
        activity_ = Activity::noExamples;
    } else if (stopping_.limitReached(trainer_.iteration())) {
        activity_ = Activity::finished;
    } else {
        return true;
    }
    return false;
}

bool LiveTrainer::step(const Interrupt& interrupt) {
    if (!canStep()) {
        return false;
    }
    // Measured before the update, so that the curve begins at iteration 0.
    if ((measurementIsDue() || stopping_.needsCost()) && measuredAt_ != trainer_.iteration() &&
        (!measure(interrupt) || activity_ == Activity::diverged)) {
        return false;
    }
    if (stopping_.needsCost() && train_ && stopping_.check(trainer_.iteration(), train_->cost)) {
        activity_ = Activity::finished;
        return false;
    }
    const auto outcome = trainer_.step(interrupt);
    if (outcome == Trainer<float>::Outcome::diverged) {
        activity_ = Activity::diverged;
    } else if (outcome == Trainer<float>::Outcome::updated && isRunning()) {
        canStep(); // ends the run at the last iteration, not at the attempt to go on
    }
    return outcome == Trainer<float>::Outcome::updated;
}

void LiveTrainer::setRunning(bool running) {
    activity_ = running ? Activity::running : Activity::paused;
    restartRate();
}

void LiveTrainer::restartRate() {
    rateSince_ = Clock::now();
    rateFrom_ = trainer_.iteration();
    rate_ = 0;
}

void LiveTrainer::reset(std::uint64_t run) {
    run_ = run;
    trainer_.reset();
    stopping_ = Stopping(trainer_.hyperparameters());
    history_.clear();
    measuredAt_ = kNever;
    setRunning(isRunning());
}

void LiveTrainer::setData(DataSetPtr data) {
    data_ = std::move(data);
    trainer_.setData(data_);
    measuredAt_ = kNever;
    if (!isRunning()) {
        activity_ = Activity::paused; // the reason why it stopped may be gone
    }
}

void LiveTrainer::setHyperparameters(const Hyperparameters& hyperparameters) {
    trainer_.setHyperparameters(hyperparameters);
    stopping_ = Stopping(hyperparameters, stopping_.best());
    measuredAt_ = kNever;
    if (!isRunning()) {
        activity_ = Activity::paused;
    }
}

void LiveTrainer::returnTo(const TrainingState<float>& state) {
    if (state.parameters.units() == trainer_.parameters().units() && state.inputs.size() == trainer_.inputs().size()) {
        trainer_.setState(state);
        measuredAt_ = kNever; // what is measured next takes the place of the curve's later points
        setRunning(false);
    }
}

/// Which iterations are measured for the curve depends on the iteration and the sizes alone, never on the clock: about
/// 512 for each doubling of the iteration, and so few that measuring stays cheap beside training. One in each stretch,
/// at an irregular place: at regular ones a cost that swings from iteration to iteration would look calm.
bool LiveTrainer::measurementIsDue() const {
    constexpr std::int64_t perDoubling = 512;
    const std::int64_t m = trainer_.size(Role::train) + trainer_.size(Role::test);
    const std::int64_t batch = trainer_.hyperparameters().batchSize.value_or(static_cast<int>(m));
    const std::int64_t workRatio = std::max<std::int64_t>(1, m / (8 * batch));
    const auto grown = static_cast<std::uint64_t>(trainer_.iteration() / (perDoubling * workRatio));
    const auto stretch = workRatio * std::max<std::int64_t>(1, static_cast<std::int64_t>(std::bit_floor(grown)));
    const std::int64_t number = trainer_.iteration() / stretch;
    const auto place =
        static_cast<std::int64_t>(mixed(static_cast<std::uint64_t>(number)) % static_cast<std::uint64_t>(stretch));
    return trainer_.iteration() % stretch == (number == 0 ? 0 : place);
}

bool LiveTrainer::measure(const Interrupt& interrupt) {
    const auto train = trainer_.measure(Role::train, interrupt);
    const auto test = trainer_.measure(Role::test, interrupt);
    if ((!train && trainer_.size(Role::train) > 0) || (!test && trainer_.size(Role::test) > 0)) {
        return false;
    }
    if (train && !std::isfinite(train->cost)) {
        activity_ = Activity::diverged;
        if (trainer_.rejectLastUpdate()) {
            return measure(interrupt);
        }
    }
    const auto ifFinite = [](const std::optional<Measurement>& part) {
        return part && std::isfinite(part->cost) ? part : std::nullopt;
    };
    train_ = ifFinite(train);
    test_ = ifFinite(test);
    measuredAt_ = trainer_.iteration();
    CostPoint point{trainer_.iteration()};
    if (train_) {
        point.train = train_->cost;
    }
    if (test_) {
        point.test = test_->cost;
    }
    history_.append(point);
    return true;
}

double LiveTrainer::stepsPerSecond() {
    constexpr std::chrono::duration<double> window{0.5};
    const std::chrono::duration<double> elapsed = Clock::now() - rateSince_;
    if (isRunning() && elapsed >= window) {
        const double rate = static_cast<double>(trainer_.iteration() - rateFrom_) / elapsed.count();
        restartRate();
        rate_ = rate;
    }
    return isRunning() ? rate_ : 0;
}

std::shared_ptr<Snapshot> LiveTrainer::snapshot(const Interrupt& interrupt) {
    if (measuredAt_ != trainer_.iteration() && !measure(interrupt)) {
        return nullptr;
    }
    auto result = std::make_shared<Snapshot>();
    if (explaining_ && !isRunning()) {
        result->next = trainer_.nextIteration(interrupt);
        if (!result->next && interrupt.load(std::memory_order_relaxed)) {
            return nullptr;
        }
    }
    result->run = run_;
    result->iteration = trainer_.iteration();
    result->activity = activity_;
    result->architecture = trainer_.architecture();
    result->parameters = trainer_.parameters();
    result->inputs = trainer_.inputs();
    result->data = data_;
    result->train = train_;
    result->test = test_;
    result->costs = history_.points();
    result->stepsPerSecond = stepsPerSecond();
    return result;
}

} // namespace perceptible
