#include "training_run.h"

#include <chrono>
#include <cmath>

#include "progress.h"
#include "words.h"

namespace perceptible::cli {

namespace {

/// Seconds of work, without those between pause() and resume().
class Stopwatch {
public:
    void pause() { seconds_ += std::chrono::duration<double>(Clock::now() - since_).count(); }
    void resume() { since_ = Clock::now(); }
    double seconds() const { return seconds_; }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point since_ = Clock::now();
    double seconds_ = 0;
};

template <class Scalar>
class Run {
public:
    using Outcome = typename Trainer<Scalar>::Outcome;

    Run(Trainer<Scalar>& trainer, Stopping& stopping, std::int64_t curveEvery, std::vector<CurvePoint>& curve,
        const Interrupt& interrupt)
        : trainer_(trainer)
        , stopping_(stopping)
        , curveEvery_(curveEvery)
        , curve_(curve)
        , interrupt_(interrupt)
        , progress_(trainer.hyperparameters().iterations) {}

    TrainingResult untilStopped() {
        const std::int64_t first = trainer_.iteration();
        TrainingResult result;
        result.reason = stepUntilStopped();
        watch_.pause();
        result.train = trainer_.measure(Role::train);
        if (!std::isfinite(result.train->cost)) {
            result.reason = StopReason::diverged;
            trainer_.rejectLastUpdate();
            result.train = trainer_.measure(Role::train);
        }
        result.test = trainer_.measure(Role::test);
        result.iteration = trainer_.iteration();
        result.updates = result.iteration - first;
        result.seconds = watch_.seconds();
        while (!curve_.empty() && curve_.back().iteration > result.iteration) {
            curve_.pop_back(); // of an update that was taken back
        }
        progress_.finish(result.iteration, describe(result.train));
        return result;
    }

private:
    StopReason stepUntilStopped() {
        const bool needsCost = stopping_.needsCost();
        for (;;) {
            const bool curveDue = curveEvery_ > 0 && trainer_.iteration() % curveEvery_ == 0;
            double cost = 0;
            if (needsCost || curveDue) {
                cost = measure(curveDue); // looking changes nothing: whether training has diverged, step() says
            }
            if (const auto reason = stopping_.check(trainer_.iteration(), cost)) {
                return *reason;
            }
            switch (trainer_.step(interrupt_)) {
            case Outcome::updated:
                break;
            case Outcome::interrupted:
                return StopReason::interrupted;
            case Outcome::diverged:
                return StopReason::diverged;
            }
            progress_.tick(trainer_.iteration(), [this] {
                watch_.pause();
                const std::string description = describe(trainer_.measure(Role::train, interrupt_));
                watch_.resume();
                return description;
            });
        }
    }

    /// J of the training set at present, on the curve too when that is due.
    double measure(bool curveDue) {
        watch_.pause();
        const double cost = trainer_.measure(Role::train)->cost;
        if (curveDue && std::isfinite(cost)) {
            const auto test = trainer_.measure(Role::test);
            curve_.push_back({trainer_.iteration(), cost, test ? std::optional(test->cost) : std::nullopt});
        }
        watch_.resume();
        return cost;
    }

    static std::string describe(const std::optional<Measurement>& train) {
        return train ? ", J " + text(train->cost) : "";
    }

    Trainer<Scalar>& trainer_;
    Stopping& stopping_;
    std::int64_t curveEvery_;
    std::vector<CurvePoint>& curve_;
    const Interrupt& interrupt_;
    Progress progress_;
    Stopwatch watch_;
};

} // namespace

template <class Scalar>
TrainingResult trainUntilStopped(Trainer<Scalar>& trainer, Stopping& stopping, std::int64_t curveEvery,
                                 std::vector<CurvePoint>& curve, const Interrupt& interrupt) {
    return Run<Scalar>(trainer, stopping, curveEvery, curve, interrupt).untilStopped();
}

template TrainingResult trainUntilStopped<float>(Trainer<float>&, Stopping&, std::int64_t, std::vector<CurvePoint>&,
                                                 const Interrupt&);
template TrainingResult trainUntilStopped<double>(Trainer<double>&, Stopping&, std::int64_t, std::vector<CurvePoint>&,
                                                  const Interrupt&);

} // namespace perceptible::cli
