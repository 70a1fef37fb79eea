#include "core/data/split.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/data/generators.h"

namespace perceptible {
namespace {

/// A group is a class, or everything in a regression.
std::size_t count(const DataSet& data, int group, Role role) {
    return static_cast<std::size_t>(std::ranges::count_if(data.examples(), [&](const Example& e) {
        return (data.task() == Task::regression || e.y == group) && e.role == role;
    }));
}

int groupsOf(const DataSet& data) { return data.task() == Task::regression ? 1 : data.classes(); }

/// What the header of split() promises for n examples of a group.
std::size_t promised(std::size_t n, double share) {
    const auto rounded = static_cast<std::size_t>(std::round(std::min(share, 0.9) * static_cast<double>(n)));
    return n == 0 ? 0 : std::min(rounded, n - 1);
}

std::vector<Example> withoutRoles(const DataSet& data) {
    std::vector<Example> examples = data.examples();
    for (Example& e : examples) {
        e.role = Role::train;
    }
    return examples;
}

/// Examples of the task of `data`, fewer of the later classes.
std::vector<Example> anyExamplesFor(const DataSet& data) {
    std::vector<Example> examples;
    for (const int y : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000))) {
        const auto place = static_cast<double>(examples.size());
        const double target = data.task() == Task::regression ? y / 8.0 : y * y / 1'000'000.0 * data.classes();
        examples.push_back({place, -place, data.task() == Task::regression ? target : std::floor(target), Role::train});
    }
    return examples;
}

DataSet anyDataSet() {
    const Task task = *rc::gen::elementOf(std::vector(std::begin(allTasks), std::end(allTasks)));
    const DataSet empty({}, task, *rc::gen::inRange(2, DataSet::maxClasses + 1));
    return DataSet(anyExamplesFor(empty), empty.task(), empty.classes());
}

double anyShare() { return *rc::gen::inRange(0, 101) / 100.0; }

RC_GTEST_PROP(Split, KeepsBackTheExactShareOfEachClassAndMovesNothing, ()) {
    const DataSet data = anyDataSet();
    const double share = anyShare();
    const DataSet result = split(data, share, *rc::gen::arbitrary<std::uint64_t>());
    RC_ASSERT(withoutRoles(result) == data.examples()); // so each is there exactly once
    for (int group = 0; group < groupsOf(data); ++group) {
        const std::size_t n = count(data, group, Role::train);
        RC_ASSERT(count(result, group, Role::test) == promised(n, share));
    }
}

RC_GTEST_PROP(Split, KeepsTheTask, ()) {
    const DataSet data = anyDataSet();
    const DataSet result = split(data, anyShare(), 1);
    RC_ASSERT(result.task() == data.task());
    RC_ASSERT(result.classes() == data.classes());
}

RC_GTEST_PROP(Split, ForgetsEarlierRoles, ()) {
    const DataSet data = anyDataSet();
    const double share = anyShare();
    RC_ASSERT(split(split(data, 0.5, 7), share, 1) == split(data, share, 1));
}

TEST(Split, DependsOnTheSeedAlone) {
    const DataSet data = generate({});
    EXPECT_EQ(split(data, 0.25, 4), split(data, 0.25, 4));
    EXPECT_FALSE(split(data, 0.25, 4) == split(data, 0.25, 5));
}

TEST(Split, ChoosesEveryExampleEquallyOften) {
    const DataSet data = generate({Generator::circles, 20, 0, 1});
    std::vector<int> chosen(data.size());
    constexpr int seeds = 4000;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const DataSet result = split(data, 0.3, seed);
        for (std::size_t i = 0; i < data.size(); ++i) {
            chosen[i] += result.examples()[i].role == Role::test ? 1 : 0;
        }
    }
    for (const int times : chosen) {
        EXPECT_NEAR(times, 0.3 * seeds, 6 * std::sqrt(0.3 * 0.7 * seeds));
    }
}

TEST(Split, ClampsTheShare) {
    const DataSet data = generate({Generator::moons, 100, 0, 1});
    EXPECT_EQ(split(data, 5, 1).count(Role::test), 90U);
    EXPECT_EQ(split(data, -1, 1).count(Role::test), 0U);
    EXPECT_EQ(split(data, std::numeric_limits<double>::quiet_NaN(), 1).count(Role::test), 0U);
}

TEST(Split, LeavesALoneExampleForTraining) {
    const DataSet data({{1, 2, 0}, {3, 4, 1}});
    EXPECT_EQ(split(data, 0.9, 1).count(Role::test), 0U);
}

RC_GTEST_PROP(Append, KeepsTheOldRolesAndComesAsCloseToTheShareAsTheNewOnesAllow, ()) {
    const double share = anyShare();
    const DataSet old = split(anyDataSet(), anyShare(), 3);
    const std::vector<Example> added = anyExamplesFor(old);
    const DataSet result = append(old, added, share, *rc::gen::arbitrary<std::uint64_t>());

    RC_ASSERT(result.size() == old.size() + added.size());
    RC_ASSERT(std::equal(old.examples().begin(), old.examples().end(), result.examples().begin()));
    const std::vector<Example> places = withoutRoles(result);
    RC_ASSERT(std::equal(added.begin(), added.end(), places.begin() + static_cast<std::ptrdiff_t>(old.size())));
    RC_ASSERT(result.task() == old.task());
    RC_ASSERT(result.classes() == old.classes());
    const DataSet fresh(added, old.task(), old.classes());
    for (int group = 0; group < groupsOf(old); ++group) {
        const std::size_t before = count(old, group, Role::test);
        const std::size_t total = count(result, group, Role::train) + count(result, group, Role::test);
        const std::size_t wanted =
            std::clamp(promised(total, share), before, before + count(fresh, group, Role::train));
        RC_ASSERT(count(result, group, Role::test) == wanted);
    }
}

TEST(Append, HoldsTheShareWhenPointsComeOneByOne) {
    const DataSet drawn = generate({Generator::blobs, 200, 0.2, 1});
    DataSet data;
    for (const Example& e : drawn.examples()) {
        data = append(data, {e}, 0.25, 1);
    }
    EXPECT_EQ(count(data, 0, Role::test), 25U);
    EXPECT_EQ(count(data, 1, Role::test), 25U);
}

} // namespace
} // namespace perceptible
