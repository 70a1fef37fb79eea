#include "core/live/live_trainer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/data/generators.h"
#include "core/data/split.h"

namespace perceptible {
namespace {

DataSetPtr moons() { return std::make_shared<DataSet>(split(generate({Generator::moons, 60, 0.2, 1}), 0.25, 1)); }

const Interrupt never = false;

/// The snapshot after so many updates.
std::shared_ptr<Snapshot> after(LiveTrainer& live, std::int64_t iterations) {
    live.setRunning(true);
    while (live.trainer().iteration() < iterations && live.step(never)) {
    }
    return live.snapshot(never);
}

std::int64_t between(const std::vector<CostPoint>& costs, std::int64_t low, std::int64_t high, std::int64_t remainder) {
    return std::ranges::count_if(costs, [&](const CostPoint& p) {
        return p.iteration >= low && p.iteration < high && p.iteration % 2 == remainder;
    });
}

/// A cost that swings from one iteration to the next must not look calm.
TEST(LiveTrainer, MeasuresEvenAndOddIterationsAlikeHoweverLongTheRun) {
    LiveTrainer live(moons(), Hyperparameters{});
    const auto snapshot = after(live, 40'000);
    for (std::int64_t low = 1024; low < 32'768; low *= 2) {
        const std::int64_t even = between(snapshot->costs, low, 2 * low, 0);
        const std::int64_t odd = between(snapshot->costs, low, 2 * low, 1);
        EXPECT_GT(even + odd, 400) << "from " << low;
        EXPECT_GT(even, (even + odd) / 3) << "from " << low;
        EXPECT_GT(odd, (even + odd) / 3) << "from " << low;
    }
    EXPECT_EQ(snapshot->costs.front().iteration, 0);
    EXPECT_TRUE(std::ranges::is_sorted(snapshot->costs, {}, &CostPoint::iteration));
}

TEST(LiveTrainer, FinishesAtTheTargetCost) {
    Hyperparameters h;
    LiveTrainer free(moons(), h);
    const double target = after(free, 100)->train->cost;
    h.targetCost = target;
    LiveTrainer live(moons(), h);
    const auto snapshot = after(live, 1'000'000);
    EXPECT_EQ(snapshot->activity, Activity::finished);
    EXPECT_LE(snapshot->train->cost, target);
    EXPECT_LE(snapshot->iteration, 100);
    EXPECT_GT(snapshot->iteration, 0);
}

TEST(LiveTrainer, FinishesWhenNothingImproves) {
    Hyperparameters h;
    h.initialization = Initialization::zeros; // balanced classes: nothing to learn from there
    h.patience = 20;
    LiveTrainer live(std::make_shared<DataSet>(generate({Generator::exclusiveOr, 40, 0, 1})), h);
    const auto snapshot = after(live, 1'000'000);
    EXPECT_EQ(snapshot->activity, Activity::finished);
    EXPECT_LT(snapshot->iteration, 1000);
}

} // namespace
} // namespace perceptible
