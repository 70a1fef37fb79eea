#include "core/data/data_set.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace perceptible {
namespace {

bool contains(const Region& region, const Example& e) {
    return e.x1 >= region.x1Min && e.x1 <= region.x1Max && e.x2 >= region.x2Min && e.x2 <= region.x2Max;
}

/// The centres of two neighbouring pixels differ in single precision, in which the boundary is evaluated.
bool resolvesPixels(const Region& region) {
    constexpr double pixels = 128;
    const auto differ = [](double low, double width) {
        return static_cast<float>(low) != static_cast<float>(low + width / pixels) &&
               static_cast<float>(low + width - width / pixels) != static_cast<float>(low + width);
    };
    return differ(region.x1Min, region.width()) && differ(region.x2Min, region.height());
}

TEST(DataSet, CountsItsRoles) {
    const DataSet data({{1, 1, 0, Role::test}, {2, 2, 1, Role::train}, {3, 3, 1, Role::train}});
    EXPECT_EQ(data.count(Role::test), 1U);
    EXPECT_EQ(data.count(Role::train), 2U);
    EXPECT_TRUE(DataSet().empty());
}

TEST(DataSet, KnowsHowManyClassesItsTaskHas) {
    EXPECT_EQ(DataSet().task(), Task::binary);
    EXPECT_EQ(DataSet().classes(), 2);
    EXPECT_EQ(DataSet({}, Task::binary, 7).classes(), 2);
    EXPECT_EQ(DataSet({}, Task::multiclass, 7).classes(), 7);
    EXPECT_EQ(DataSet({}, Task::multiclass, 1).classes(), 2);
    EXPECT_EQ(DataSet({}, Task::multiclass, 11).classes(), 10);
    EXPECT_EQ(DataSet({}, Task::regression).classes(), 0);
}

TEST(DataSet, SharesOutTheClassesOrAllOfARegression) {
    const DataSet classes({{0, 0, 2}}, Task::multiclass, 4);
    EXPECT_EQ(classes.groups(), 4);
    EXPECT_EQ(classes.groupOf(classes.examples()[0]), 2);
    const DataSet numbers({{0, 0, -2.5}}, Task::regression);
    EXPECT_EQ(numbers.groups(), 1);
    EXPECT_EQ(numbers.groupOf(numbers.examples()[0]), 0);
}

TEST(DataSet, IsEqualOnlyWithTheSameExamplesTaskAndClasses) {
    const std::vector<Example> examples{{1, 2, 0}, {3, 4, 1}};
    EXPECT_EQ(DataSet(examples, Task::multiclass, 3), DataSet(examples, Task::multiclass, 3));
    EXPECT_FALSE(DataSet(examples) == DataSet(examples, Task::regression));
    EXPECT_FALSE(DataSet(examples) == DataSet(examples, Task::multiclass, 2));
    EXPECT_FALSE(DataSet(examples, Task::multiclass, 3) == DataSet(examples, Task::multiclass, 4));
    EXPECT_FALSE(DataSet(examples) == DataSet({{1, 2, 0}, {3, 4, 0}}));
}

TEST(Task, HasTheNameThatIsTyped) {
    EXPECT_EQ(nameOf(Task::binary), "binary");
    EXPECT_EQ(nameOf(Task::multiclass), "multiclass");
    EXPECT_EQ(nameOf(Task::regression), "regression");
    EXPECT_EQ(std::size(allTasks), 3U);
}

TEST(ViewOf, StaysTheUsualSquareWhilePointsFit) {
    EXPECT_EQ(viewOf(DataSet()), Region());
    EXPECT_EQ(viewOf(DataSet({{-6, 6, 0}, {0.001, 0, 1}})), Region());
}

TEST(ViewOf, IsTheBoundingSquareAndAMargin) {
    const Region region = viewOf(DataSet({{10, 0, 0}, {20, 4, 1}}));
    EXPECT_DOUBLE_EQ(region.x1Min, 10 - 0.8);
    EXPECT_DOUBLE_EQ(region.x1Max, 20 + 0.8);
    EXPECT_DOUBLE_EQ(region.x2Min, 2 - 5.8);
    EXPECT_DOUBLE_EQ(region.x2Max, 2 + 5.8);
}

TEST(ViewOf, OfEqualPointsIsAsWideAsUsual) {
    const Region region = viewOf(DataSet({{100, -50, 0}, {100, -50, 1}}));
    EXPECT_EQ(region, (Region{94, 106, -56, -44}));
}

RC_GTEST_PROP(ViewOf, IsAFiniteSquareThatShowsEveryPointAndResolvesIt, ()) {
    // Places of every size up to the limit, and clusters far from the origin.
    const auto place = [] {
        const double size = std::pow(10.0, *rc::gen::inRange(-12, 7));
        return size * *rc::gen::inRange(-1000, 1001) / 1000.0;
    };
    const auto spread = std::pow(10.0, *rc::gen::inRange(-12, 7));
    const double centre1 = place();
    const double centre2 = place();
    std::vector<Example> examples;
    const int count = *rc::gen::inRange(1, 10);
    for (int i = 0; i < count; ++i) {
        examples.push_back(
            {centre1 + spread * *rc::gen::inRange(-9, 10), centre2 + spread * *rc::gen::inRange(-9, 10)});
    }
    const Region region = viewOf(DataSet(examples));
    RC_ASSERT(std::isfinite(region.width()) && region.width() > 0);
    RC_ASSERT(std::abs(region.width() - region.height()) <= 1e-6 * region.width());
    for (const Example& e : examples) {
        RC_ASSERT(contains(region, e));
    }
    RC_ASSERT(resolvesPixels(region));
}

} // namespace
} // namespace perceptible
