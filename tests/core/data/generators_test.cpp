#include "core/data/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

namespace perceptible {
namespace {

std::size_t countLabel(const DataSet& data, int label) {
    return static_cast<std::size_t>(std::ranges::count(data.examples(), label, &Example::label));
}

double radius(const Example& e) { return std::hypot(e.x1, e.x2); }

/// Root mean square distance between the places of the same examples in two sets.
double distance(const DataSet& a, const DataSet& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double d = std::hypot(a.examples()[i].x1 - b.examples()[i].x1, a.examples()[i].x2 - b.examples()[i].x2);
        sum += d * d;
    }
    return std::sqrt(sum / static_cast<double>(a.size()));
}

GeneratorSettings anySettings() {
    const double noise = *rc::gen::inRange(0, 1001) / 1000.0;
    return {*rc::gen::elementOf(std::vector(std::begin(allGenerators), std::end(allGenerators))),
            *rc::gen::inRange(GeneratorSettings::minExamples, 2000), noise, *rc::gen::arbitrary<std::uint64_t>(),
            *rc::gen::inRange(2, DataSet::maxClasses + 1)};
}

RC_GTEST_PROP(Generators, GiveTheAskedSizeAndEqualSharesOfEachClassInTheTrainingSet, ()) {
    const GeneratorSettings settings = anySettings();
    const DataSet data = generate(settings);
    const auto m = static_cast<std::size_t>(settings.examples);
    RC_ASSERT(data.size() == m);
    RC_ASSERT(data.classes() == settings.classes);
    const auto classes = static_cast<std::size_t>(settings.classes);
    for (std::size_t label = 0; label < classes; ++label) {
        RC_ASSERT(countLabel(data, static_cast<int>(label)) == m / classes + (label < m % classes ? 1 : 0));
    }
    RC_ASSERT(data.count(Role::test) == 0U);
}

RC_GTEST_PROP(Generators, StayInsideTheirSquare, ()) {
    const DataSet data = generate(anySettings());
    RC_ASSERT(std::ranges::all_of(data.examples(),
                                  [](const Example& e) { return std::abs(e.x1) <= 5 && std::abs(e.x2) <= 5; }));
}

RC_GTEST_PROP(Generators, GiveTheSamePointsForTheSameSettings, ()) {
    const GeneratorSettings settings = anySettings();
    RC_ASSERT(generate(settings) == generate(settings));
}

RC_GTEST_PROP(Generators, GiveOtherPointsForAnotherSeed, ()) {
    GeneratorSettings settings = anySettings();
    const DataSet data = generate(settings);
    ++settings.seed;
    RC_ASSERT(!(generate(settings) == data));
}

TEST(Generators, ClampWhatIsOutOfRange) {
    GeneratorSettings settings;
    settings.noise = 0;
    const DataSet clean = generate(settings);
    settings.noise = -1;
    EXPECT_EQ(generate(settings), clean);
    settings.noise = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(generate(settings), clean);
    settings.noise = 1;
    const DataSet messy = generate(settings);
    settings.noise = 7;
    EXPECT_EQ(generate(settings), messy);
    settings.examples = -5;
    EXPECT_EQ(generate(settings).size(), 2U);
    settings.examples = std::numeric_limits<int>::max();
    EXPECT_EQ(generate(settings).size(), 50'000U);
}

class EachGenerator : public testing::TestWithParam<Generator> {};
std::string nameOf(const testing::TestParamInfo<Generator>& tested) {
    constexpr std::array names{"Blobs", "Circles", "Moons", "ExclusiveOr", "Spirals", "Flower"};
    return names[static_cast<std::size_t>(tested.param)];
}
INSTANTIATE_TEST_SUITE_P(Generators, EachGenerator, testing::ValuesIn(allGenerators), nameOf);

TEST_P(EachGenerator, MovesPointsFurtherWithMoreNoise) {
    const DataSet clean = generate({GetParam(), 1000, 0, 1});
    double last = 0;
    for (const double noise : {0.05, 0.1, 0.2, 0.4, 0.7, 1.0}) {
        const double moved = distance(generate({GetParam(), 1000, noise, 1}), clean);
        EXPECT_GT(moved, last) << noise;
        last = moved;
    }
    EXPECT_GT(last, 1.0) << "full noise should be very messy";
}

TEST_P(EachGenerator, MovesPointsInProportionToSmallNoise) {
    const DataSet clean = generate({GetParam(), 500, 0, 3});
    const double small = distance(generate({GetParam(), 500, 0.02, 3}), clean);
    const double twice = distance(generate({GetParam(), 500, 0.04, 3}), clean);
    EXPECT_NEAR(twice / small, 2, 0.05); // the edge reflects a few
}

// Without noise each pair of classes is separable by the rule that its name promises.

std::vector<Example> cleanExamples(Generator generator) { return generate({generator, 2000, 0, 1}).examples(); }

TEST(CleanShapes, BlobsAreSeparableByALine) {
    for (const Example& e : cleanExamples(Generator::blobs)) {
        EXPECT_EQ(e.x1 + e.x2 > 0, e.label() == 1);
    }
}

TEST(CleanShapes, CirclesAreSeparableByTheirRadius) {
    for (const Example& e : cleanExamples(Generator::circles)) {
        EXPECT_NEAR(radius(e), e.label() == 0 ? 4.5 : 2.25, 1e-12);
    }
}

TEST(CleanShapes, MoonsLieOnTwoHalfCirclesThatReachIntoEachOther) {
    double lowestOfUpper = 10;
    double highestOfLower = -10;
    for (const Example& e : cleanExamples(Generator::moons)) {
        const double side = e.label() == 0 ? 1 : -1;
        EXPECT_NEAR(std::hypot(e.x1 + side * 1.5, e.x2 + side * 0.75), 3, 1e-12);
        double& extreme = e.label() == 0 ? lowestOfUpper : highestOfLower;
        extreme = e.label() == 0 ? std::min(extreme, e.x2) : std::max(extreme, e.x2);
    }
    EXPECT_LT(lowestOfUpper, highestOfLower) << "no horizontal line should separate them";
}

TEST(CleanShapes, ExclusiveOrIsTheSignOfTheProduct) {
    std::array<int, 4> quadrants{};
    for (const Example& e : cleanExamples(Generator::exclusiveOr)) {
        EXPECT_EQ((e.x1 > 0) != (e.x2 > 0), e.label() == 1);
        ++quadrants[(e.x1 > 0 ? 1U : 0U) + (e.x2 > 0 ? 2U : 0U)];
    }
    EXPECT_EQ(quadrants, (std::array{500, 500, 500, 500}));
}

TEST(CleanShapes, SpiralsAreOneArmAndItsOppositeAndStayApart) {
    const std::vector<Example> examples = cleanExamples(Generator::spirals);
    double nearest = 10;
    for (const Example& a : examples) {
        for (const Example& b : examples) {
            if (a.label() == 0 && b.label() == 1) {
                nearest = std::min(nearest, std::hypot(a.x1 - b.x1, a.x2 - b.x2));
            }
        }
        const double angle = 2 * std::numbers::pi * 1.6 * radius(a) / 4.5;
        const double side = a.label() == 0 ? 1 : -1;
        EXPECT_NEAR(a.x1, side * radius(a) * std::cos(angle), 1e-9);
        EXPECT_NEAR(a.x2, side * radius(a) * std::sin(angle), 1e-9);
    }
    EXPECT_GT(nearest, 0.5);
}

TEST(CleanShapes, FlowerHasFourPetalsOfEachClassInTurn) {
    std::array<std::size_t, 8> petals{};
    for (const Example& e : cleanExamples(Generator::flower)) {
        const double turn = std::atan2(e.x2, e.x1) / (2 * std::numbers::pi);
        const auto petal = static_cast<std::size_t>(std::floor((turn < 0 ? turn + 1 : turn) * 8)) % 8;
        EXPECT_EQ(static_cast<int>(petal % 2), e.label());
        ++petals[petal];
    }
    for (const std::size_t count : petals) {
        EXPECT_EQ(count, 250U);
    }
}

} // namespace
} // namespace perceptible
