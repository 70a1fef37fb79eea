#include "core/training/stopping.h"

namespace perceptible {

std::string_view nameOf(StopReason reason) {
    switch (reason) {
    case StopReason::iterations:
        return "iterations";
    case StopReason::targetCost:
        return "target-cost";
    case StopReason::noImprovement:
        return "no-improvement";
    case StopReason::diverged:
        return "diverged";
    case StopReason::interrupted:
        return "interrupted";
    }
    return {};
}

std::optional<StopReason> Stopping::check(std::int64_t iteration, double cost) {
    if (targetCost_ && cost <= *targetCost_) {
        return StopReason::targetCost;
    }
    if (patience_) {
        if (cost < best_.cost) {
            best_ = {cost, iteration};
        } else if (iteration - best_.iteration >= *patience_) {
            return StopReason::noImprovement;
        }
    }
    if (limitReached(iteration)) {
        return StopReason::iterations;
    }
    return std::nullopt;
}

} // namespace perceptible
