#include "core/training/cost_history.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace perceptible {
namespace {

/// The smallest and the largest value, NaN left out.
struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value) {
        low = std::fmin(low, value);
        high = std::fmax(high, value);
    }
    friend bool operator==(const Range&, const Range&) = default;
};

struct Ranges {
    Range train, test;

    void add(const CostPoint& point) {
        train.add(point.train);
        test.add(point.test);
    }
    friend bool operator==(const Ranges&, const Ranges&) = default;
};

Ranges rangesOf(const std::vector<CostPoint>& points) {
    Ranges ranges;
    for (const CostPoint& point : points) {
        ranges.add(point);
    }
    return ranges;
}

bool ascends(const std::vector<CostPoint>& points) {
    return std::ranges::adjacent_find(points, [](const CostPoint& a, const CostPoint& b) {
               return a.iteration >= b.iteration;
           }) == points.end();
}

double cost(int thousandths) { return thousandths == 0 ? NAN : thousandths / 1000.0; }

TEST(CostHistory, IsBoundedAscendingAndNeverLosesAnExtremeOrTheEnds) {
    EXPECT_TRUE(rc::check([] {
        const auto seed = *rc::gen::arbitrary<std::uint32_t>();
        const int count = *rc::gen::inRange(1, 60'000);
        const int longestGap = *rc::gen::elementOf(std::vector{1, 2, 1000, 1'000'000'000});
        std::mt19937 random(seed);
        CostHistory history;
        Ranges all;
        CostPoint point;
        for (int i = 0; i < count; ++i) {
            point.train = cost(static_cast<int>(random() % 5000));
            point.test = cost(static_cast<int>(random() % 5000));
            history.append(point);
            all.add(point);
            RC_ASSERT(history.points().size() <= CostHistory::capacity);
            if (i + 1 < count) {
                point.iteration += 1 + static_cast<std::int64_t>(random() % static_cast<unsigned>(longestGap));
            }
        }
        RC_ASSERT(ascends(history.points()));
        RC_ASSERT(rangesOf(history.points()) == all);
        RC_ASSERT(history.points().front().iteration == 0);
        RC_ASSERT(history.points().back().iteration == point.iteration);
    }));
}

/// Thinning keeps the extremes of every stretch of the run, not only those of the whole.
TEST(CostHistory, KeepsEverySpikeOfALongRun) {
    CostHistory history;
    constexpr int spikeEvery = 1000;
    constexpr int iterations = 400 * spikeEvery;
    for (int i = 0; i < iterations; ++i) {
        history.append({i, i % spikeEvery == 500 ? 2 + i * 1e-6 : 0.5, i % spikeEvery == 700 ? 0.1 : 0.6});
    }
    const auto& points = history.points();
    EXPECT_EQ(std::ranges::count_if(points, [](const CostPoint& p) { return p.train > 1; }), iterations / spikeEvery);
    EXPECT_EQ(std::ranges::count_if(points, [](const CostPoint& p) { return p.test < 0.2; }), iterations / spikeEvery);
}

TEST(CostHistory, KeepsEveryPointUntilItIsFull) {
    CostHistory history;
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(CostHistory::capacity); ++i) {
        history.append({3 * i, 1.0 / static_cast<double>(i + 1), NAN});
    }
    ASSERT_EQ(history.points().size(), CostHistory::capacity);
    EXPECT_EQ(history.points()[5000].iteration, 15'000);
    EXPECT_EQ(history.points()[5000].train, 1.0 / 5001);
}

TEST(CostHistory, ReplacesAPointOfTheSameIteration) {
    CostHistory history;
    history.append({0, 1, NAN});
    history.append({7, 0.5, NAN});
    history.append({7, 0.75, 0.25}); // the data changed meanwhile
    ASSERT_EQ(history.points().size(), 2U);
    EXPECT_EQ(history.points()[1].train, 0.75);
    EXPECT_EQ(history.points()[1].test, 0.25);
}

TEST(CostHistory, DoesNotGrowItsMemory) {
    CostHistory history;
    for (std::int64_t i = 0; i < 100'000; ++i) {
        history.append({i, 1, 1});
    }
    EXPECT_EQ(history.points().capacity(), CostHistory::capacity);
    history.clear();
    EXPECT_TRUE(history.points().empty());
}

} // namespace
} // namespace perceptible
