#include "core/training/stopping.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>
#include <string>
#include <vector>

namespace perceptible {
namespace {

Hyperparameters with(std::optional<std::int64_t> iterations, std::optional<double> targetCost,
                     std::optional<std::int64_t> patience) {
    Hyperparameters h;
    h.iterations = iterations;
    h.targetCost = targetCost;
    h.patience = patience;
    return h;
}

/// Where and why training is over when J takes these values at the iterations `from`, `from` + 1, …
std::pair<std::int64_t, std::optional<StopReason>> over(Stopping& stopping, const std::vector<double>& costs,
                                                        std::int64_t from = 0) {
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const std::int64_t iteration = from + static_cast<std::int64_t>(i);
        if (const auto reason = stopping.check(iteration, costs[i])) {
            return {iteration, reason};
        }
    }
    return {-1, std::nullopt};
}

TEST(Stopping, NeverComesWhenNothingIsAskedFor) {
    Stopping stopping(with({}, {}, {}));
    EXPECT_FALSE(stopping.needsCost());
    EXPECT_FALSE(stopping.limitReached(std::numeric_limits<std::int64_t>::max()));
    EXPECT_EQ(over(stopping, {3, 0, 5, 5, 5, 5}).second, std::nullopt);
}

TEST(Stopping, ComesAtTheLastIteration) {
    Stopping stopping(with(3, {}, {}));
    EXPECT_FALSE(stopping.needsCost());
    EXPECT_FALSE(stopping.limitReached(2));
    EXPECT_TRUE(stopping.limitReached(3));
    EXPECT_TRUE(stopping.limitReached(4)) << "the limit was lowered meanwhile";
    EXPECT_EQ(over(stopping, {1, 1, 1, 1, 1}), std::pair(std::int64_t{3}, std::optional(StopReason::iterations)));
    Stopping none(with(0, {}, {}));
    EXPECT_EQ(over(none, {1}), std::pair(std::int64_t{0}, std::optional(StopReason::iterations)));
}

TEST(Stopping, ComesWhenTheCostIsNotAboveItsTarget) {
    Stopping stopping(with({}, 0.25, {}));
    EXPECT_TRUE(stopping.needsCost());
    EXPECT_EQ(over(stopping, {1, 0.5, 0.2500001, 0.25}),
              std::pair(std::int64_t{3}, std::optional(StopReason::targetCost)));
    EXPECT_EQ(stopping.check(7, 0.1), StopReason::targetCost);
    EXPECT_EQ(stopping.check(8, std::numeric_limits<double>::quiet_NaN()), std::nullopt);
}

TEST(Stopping, ComesWhenTheCostHasNotFallenBelowItsLowestForSoLong) {
    Stopping stopping(with({}, {}, 3));
    EXPECT_TRUE(stopping.needsCost());
    // The lowest is that of iteration 2: the same cost again is no improvement, nor is falling without reaching it.
    EXPECT_EQ(over(stopping, {5, 4, 1, 1, 3, 2, 0}),
              std::pair(std::int64_t{5}, std::optional(StopReason::noImprovement)));
    EXPECT_EQ(stopping.best(), (Stopping::Best{1, 2}));
}

TEST(Stopping, WaitsAgainAfterEachImprovement) {
    Stopping stopping(with({}, {}, 2));
    EXPECT_EQ(over(stopping, {5, 6, 4.99, 6, 4.98, 6, 6}),
              std::pair(std::int64_t{6}, std::optional(StopReason::noImprovement)));
}

TEST(Stopping, GivesTheReachedTargetAsTheReasonAndTheLimitLast) {
    Stopping all(with(2, 0.5, 2));
    EXPECT_EQ(over(all, {1, 1, 0.5}).second, StopReason::targetCost);
    Stopping stalled(with(2, 0.5, 2));
    EXPECT_EQ(over(stalled, {1, 1, 1}).second, StopReason::noImprovement);
    Stopping limited(with(2, 0.5, 3));
    EXPECT_EQ(over(limited, {1, 1, 1}).second, StopReason::iterations);
}

TEST(Stopping, SaysTheSameWhenItIsAskedTwice) {
    Stopping stopping(with({}, {}, 1));
    EXPECT_EQ(stopping.check(0, 2), std::nullopt);
    EXPECT_EQ(stopping.check(0, 2), std::nullopt);
    EXPECT_EQ(stopping.check(1, 2), StopReason::noImprovement);
    EXPECT_EQ(stopping.check(1, 2), StopReason::noImprovement);
}

TEST(Stopping, GoesOnAsIfItHadNeverBeenPutDown) {
    const Hyperparameters h = with({}, {}, 4);
    const std::vector<double> costs{5, 3, 4, 4, 4, 4, 1};
    Stopping undisturbed(h);
    const auto expected = over(undisturbed, costs);
    EXPECT_EQ(expected.first, 5);
    for (std::size_t pause = 0; pause <= 5; ++pause) {
        const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(pause);
        Stopping before(h);
        EXPECT_EQ(over(before, {costs.begin(), middle}).second, std::nullopt);
        Stopping after(h, before.best());
        EXPECT_EQ(over(after, {middle, costs.end()}, static_cast<std::int64_t>(pause)), expected) << pause;
        EXPECT_EQ(after.best(), undisturbed.best());
    }
}

TEST(StopReason, HasNamesToTellThemApart) {
    std::set<std::string> names;
    for (const StopReason reason : {StopReason::iterations, StopReason::targetCost, StopReason::noImprovement,
                                    StopReason::diverged, StopReason::interrupted}) {
        names.emplace(nameOf(reason));
    }
    EXPECT_EQ(names, (std::set<std::string>{"iterations", "target-cost", "no-improvement", "diverged", "interrupted"}));
}

} // namespace
} // namespace perceptible
