#include "core/data/features.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "core/data/generators.h"
#include "core/data/split.h"

namespace perceptible {
namespace {

const std::vector<Feature> kAll(std::begin(allFeatures), std::end(allFeatures));

TEST(Feature, IsTheFunctionThatItsNameSays) {
    const double x1 = 1.5;
    const double x2 = -0.25;
    EXPECT_EQ(valueOf(Feature::x1, x1, x2), 1.5);
    EXPECT_EQ(valueOf(Feature::x2, x1, x2), -0.25);
    EXPECT_EQ(valueOf(Feature::x1Squared, x1, x2), 2.25);
    EXPECT_EQ(valueOf(Feature::x2Squared, x1, x2), 0.0625);
    EXPECT_EQ(valueOf(Feature::x1x2, x1, x2), -0.375);
    EXPECT_DOUBLE_EQ(valueOf(Feature::sinX1, x1, x2), 0.99749498660405445);
    EXPECT_DOUBLE_EQ(valueOf(Feature::sinX2, x1, x2), -0.24740395925452294);
}

TEST(Feature, HasTheNameThatIsTyped) {
    EXPECT_EQ(nameOf(Feature::x1), "x1");
    EXPECT_EQ(nameOf(Feature::x2), "x2");
    EXPECT_EQ(nameOf(Feature::x1Squared), "x1^2");
    EXPECT_EQ(nameOf(Feature::x2Squared), "x2^2");
    EXPECT_EQ(nameOf(Feature::x1x2), "x1*x2");
    EXPECT_EQ(nameOf(Feature::sinX1), "sin(x1)");
    EXPECT_EQ(nameOf(Feature::sinX2), "sin(x2)");
    EXPECT_EQ((std::set<Feature>(kAll.begin(), kAll.end()).size()), 7U);
}

TEST(InputMap, GivesThePointItselfUnlessAskedForMore) {
    const InputMap map;
    EXPECT_EQ(map.size(), 2U);
    EXPECT_FALSE(map.isStandardized());
    EXPECT_EQ(map.value(0, 3, -7), 3);
    EXPECT_EQ(map.value(1, 3, -7), -7);
    EXPECT_EQ(inputMapFor({Feature::x1, Feature::x2}, false, generate({})), map);
}

TEST(InputMap, TakesTheFeaturesInTheirOrder) {
    const InputMap map = inputMapFor({Feature::x1x2, Feature::x2, Feature::x1x2}, false, DataSet());
    EXPECT_EQ(map.size(), 3U);
    EXPECT_EQ(map.value(0, 3, -7), -21);
    EXPECT_EQ(map.value(1, 3, -7), -7);
    EXPECT_EQ(map.value(2, 3, -7), -21);
}

TEST(InputMap, StandardisesWithWhatIsComputedByHand) {
    const DataSet data({{1, 2, 0}, {3, 2, 1}, {5, 2, 1}, {7, 2, 0}, {1000, -1000, 1, Role::test}});
    const InputMap map = inputMapFor({Feature::x1, Feature::x2, Feature::x1Squared}, true, data);
    EXPECT_TRUE(map.isStandardized());
    EXPECT_EQ(map.means, (std::vector<double>{4, 2, 21})); // of the training examples alone
    EXPECT_DOUBLE_EQ(map.deviations[0], std::sqrt(5.0));   // divided by m = 4, not by 3
    EXPECT_EQ(map.deviations[1], 1);                       // all the same
    EXPECT_DOUBLE_EQ(map.deviations[2], std::sqrt((400 + 144 + 16 + 784) / 4.0));
    EXPECT_DOUBLE_EQ(map.value(0, 9, 2), std::sqrt(5.0));
    EXPECT_EQ(map.value(1, 9, 2), 0);
    EXPECT_EQ(map.value(1, 9, 5), 3);
}

TEST(InputMap, OfNoTrainingExamplesChangesNothing) {
    const DataSet onlyTest({{3, 4, 0, Role::test}});
    for (const DataSet& data : {DataSet(), onlyTest}) {
        const InputMap map = inputMapFor(kAll, true, data);
        EXPECT_EQ(map.means, std::vector<double>(kAll.size(), 0));
        EXPECT_EQ(map.deviations, std::vector<double>(kAll.size(), 1));
    }
}

struct Summary {
    double mean = 0;
    double deviation = 0;
};

/// In long double and the plain way, as an independent reference.
Summary summaryOf(const InputMap& map, std::size_t input, const DataSet& data) {
    long double sum = 0;
    long double squares = 0;
    for (const Example& e : data.examples()) {
        if (e.role == Role::train) {
            const long double value = map.value(input, e.x1, e.x2);
            sum += value;
            squares += value * value;
        }
    }
    const auto m = static_cast<long double>(data.count(Role::train));
    return {static_cast<double>(sum / m), static_cast<double>(std::sqrt(squares / m - sum / m * (sum / m)))};
}

RC_GTEST_PROP(Standardisation, GivesEachFeatureMeanZeroAndDeviationOne, ()) {
    const int m = *rc::gen::inRange(2, 400);
    const GeneratorSettings settings{Generator::blobs, m, 0.5, *rc::gen::arbitrary<std::uint64_t>()};
    const DataSet data = split(generate(settings), 0.3, 1);
    const InputMap map = inputMapFor(kAll, true, data);
    for (std::size_t k = 0; k < map.size(); ++k) {
        const Summary summary = summaryOf(map, k, data);
        RC_ASSERT(std::abs(summary.mean) < 1e-9);
        RC_ASSERT(std::abs(summary.deviation - 1) < 1e-9);
    }
}

RC_GTEST_PROP(Standardisation, LosesNothingFarFromTheOrigin, ()) {
    const double offset = *rc::gen::inRange(-1000, 1001) * 1e3; // up to 1e6
    const double scale = std::pow(10.0, *rc::gen::inRange(-3, 4));
    std::vector<Example> examples = generate({Generator::moons, 200, 0.3, 1}).examples();
    for (Example& e : examples) {
        e.x1 = offset + scale * e.x1;
        e.x2 = scale * e.x2 - offset;
    }
    const DataSet data(examples);
    const InputMap map = inputMapFor({Feature::x1, Feature::x2}, true, data);
    for (std::size_t k = 0; k < map.size(); ++k) {
        const Summary summary = summaryOf(map, k, data);
        // The mean is a double too: half a unit in its last place is 6e-11 at 1e6, and the deviations are above 1e-3.
        RC_ASSERT(std::abs(summary.mean) < 1e-7);
        RC_ASSERT(std::abs(summary.deviation - 1) < 1e-9);
    }
}

RC_GTEST_PROP(Standardisation, TurnsAConstantIntoZero, ()) {
    const double constant = *rc::gen::inRange(-1'000'000, 1'000'001) * 0.7; // has no short binary form
    std::vector<Example> examples;
    for (int i = *rc::gen::inRange(1, 300); i > 0; --i) {
        examples.push_back({constant, static_cast<double>(i)});
    }
    const InputMap map = inputMapFor({Feature::x1, Feature::x1Squared, Feature::sinX1}, true, DataSet(examples));
    for (std::size_t k = 0; k < map.size(); ++k) {
        RC_ASSERT(map.deviations[k] == 1);
        // A fused multiply-add may see the square before it is rounded, as the mean isn't.
        RC_ASSERT(std::abs(map.value(k, constant, 0)) <= 1e-15 * std::abs(map.means[k]));
    }
}

TEST(Standardisation, TellsTwoNeighbouringDoublesApart) {
    const double low = 1e6;
    const double high = std::nextafter(low, 2e6);
    const InputMap map = inputMapFor({Feature::x1}, true, DataSet({{low, 0}, {high, 0}}));
    EXPECT_EQ(map.value(0, high, 0) - map.value(0, low, 0), 2);
}

} // namespace
} // namespace perceptible
