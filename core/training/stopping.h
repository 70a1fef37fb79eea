#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "core/training/hyperparameters.h"

namespace perceptible {

enum class StopReason {
    iterations,    ///< #iterations are done
    targetCost,    ///< J of the training set is not above the target
    noImprovement, ///< J has not fallen below its lowest for `patience` iterations
    diverged,      ///< a loss or the next update would not be finite
    interrupted    ///< by a person
};

/// "iterations", "target-cost", "no-improvement", "diverged", "interrupted".
std::string_view nameOf(StopReason reason);

/// Says when training is over. Its memory is part of a session, so that stopping and going on changes nothing.
class Stopping {
public:
    struct Best {
        double cost = std::numeric_limits<double>::infinity(); ///< lowest J so far
        std::int64_t iteration = 0;                            ///< … and where it was reached
        friend bool operator==(const Best&, const Best&) = default;
    };

    explicit Stopping(const Hyperparameters& h)
        : Stopping(h, Best()) {}
    Stopping(const Hyperparameters& h, const Best& best)
        : iterations_(h.iterations)
        , targetCost_(h.targetCost)
        , patience_(h.patience)
        , best_(best) {}

    /// Whether J has to be measured after every update.
    bool needsCost() const { return targetCost_ || patience_; }
    bool limitReached(std::int64_t iteration) const { return iterations_ && iteration >= *iterations_; }

    /// Of the state after `iteration` updates, whose J is `cost` (needed only when needsCost()).
    std::optional<StopReason> check(std::int64_t iteration, double cost);
    const Best& best() const { return best_; }

private:
    std::optional<std::int64_t> iterations_;
    std::optional<double> targetCost_;
    std::optional<std::int64_t> patience_;
    Best best_;
};

} // namespace perceptible
