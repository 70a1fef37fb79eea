#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <vector>

#include "core/data/generators.h"

namespace perceptible {
namespace {

constexpr double pi = std::numbers::pi;

/// First, second and last but one example of 400 with noise 0.2 and seed 1, in this order.
struct Known {
    Generator generator;
    std::array<Example, 3> examples;
};

const Known knowns[] = {
    {Generator::blobs,
     {{{-2.072442481068284, -2.3086977077300848, 0},
       {2.0392505969476544, 3.1349597466120378, 1},
       {-2.1580694769465105, -3.3682526375213651, 0}}}},
    {Generator::circles,
     {{{4.2131691766977308, -0.019553884683171142, 0},
       {2.1852730691666151, 0.18006026121325164, 1},
       {4.0589767832615635, -0.062329445229911844, 0}}}},
    {Generator::moons,
     {{{1.169080648204921, -0.78809143974971696, 0},
       {-1.5746841903051232, 0.9550563483486858, 1},
       {-4.9911624869672133, -0.79880888322601828, 0}}}},
    {Generator::exclusiveOr,
     {{{0.057389041020863618, 1.7293718545686934, 0},
       {2.6769639688523941, -3.2065149900305392, 1},
       {-0.84437012690929369, -4.566138125664124, 0}}}},
    {Generator::spirals,
     {{{0.015384243639551931, 0.37068336941583468, 0},
       {-0.29016706958047978, -0.24581417742769288, 1},
       {-3.9860332640880105, -2.670341190737417, 0}}}},
    {Generator::flower,
     {{{-0.22687797543155991, -0.035440578035446299, 0},
       {-0.055545504367472194, 0.16904242846151282, 1},
       {-0.38513583289876985, -0.065204561967390856, 0}}}},
};

TEST(TwoClasses, AreTheSamePointsInEveryVersionOfTheProgram) {
    for (const Known& known : knowns) {
        const DataSet data = generate({known.generator, 400, 0.2, 1});
        const std::array<std::size_t, 3> indices{0, 1, 398};
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const Example& e = data.examples()[indices[i]];
            // Fused multiply-adds, which not every processor has, change the last digits.
            EXPECT_NEAR(e.x1, known.examples[i].x1, 1e-14) << static_cast<int>(known.generator);
            EXPECT_NEAR(e.x2, known.examples[i].x2, 1e-14) << static_cast<int>(known.generator);
            EXPECT_EQ(e.y, known.examples[i].y);
        }
    }
}

TEST(Classes, AreClampedAndMakeTheTask) {
    GeneratorSettings settings;
    EXPECT_EQ(generate(settings).task(), Task::binary);
    const DataSet two = generate(settings);
    settings.classes = -3;
    EXPECT_EQ(generate(settings), two);
    settings.classes = 3;
    EXPECT_EQ(generate(settings).task(), Task::multiclass);
    settings.classes = 10;
    const DataSet ten = generate(settings);
    EXPECT_EQ(ten.classes(), 10);
    settings.classes = 11;
    EXPECT_EQ(generate(settings), ten);
}

/// K classes without noise. Whatever K, the classes are separable by the rule that the shape's name promises.
class CleanClasses : public testing::TestWithParam<int> {
protected:
    static int classes() { return GetParam(); }
    static std::vector<Example> examples(Generator generator) {
        return generate({generator, 1800, 0, 1, classes()}).examples();
    }
    /// The smallest distance between two examples of different classes.
    static double passage(const std::vector<Example>& examples) {
        double nearest = 10;
        for (const Example& a : examples) {
            for (const Example& b : examples) {
                if (a.y < b.y) {
                    nearest = std::min(nearest, std::hypot(a.x1 - b.x1, a.x2 - b.x2));
                }
            }
        }
        return nearest;
    }
};
INSTANTIATE_TEST_SUITE_P(UpToTen, CleanClasses, testing::Range(2, DataSet::maxClasses + 1));

TEST_P(CleanClasses, BlobsAreNearestToTheirOwnCentre) {
    for (const Example& e : examples(Generator::blobs)) {
        const auto distanceTo = [&](int label) {
            const double angle = 1.25 * pi + 2 * pi * label / classes();
            return std::hypot(e.x1 - 2.2 * std::sqrt(2.0) * std::cos(angle),
                              e.x2 - 2.2 * std::sqrt(2.0) * std::sin(angle));
        };
        for (int other = 0; other < classes(); ++other) {
            EXPECT_TRUE(other == e.label() || distanceTo(e.label()) < distanceTo(other));
        }
    }
}

TEST_P(CleanClasses, CirclesAreEvenlySpacedRings) {
    for (const Example& e : examples(Generator::circles)) {
        EXPECT_NEAR(std::hypot(e.x1, e.x2), 4.5 - 4.5 * e.y / classes(), 1e-12);
    }
}

TEST_P(CleanClasses, MoonsAreAChainThatNeverTouches) {
    const std::vector<Example> points = examples(Generator::moons);
    const double step = classes() == 2 ? 1 : 1.25;
    const double radius = 9 / (2 + step * (classes() - 1));
    for (const Example& e : points) {
        const double side = e.label() % 2 == 0 ? 1 : -1;
        const double above = e.x2 + side * radius / 4;
        EXPECT_NEAR(std::hypot(e.x1 + 4.5 - radius - step * radius * e.y, above), radius, 1e-12);
        EXPECT_GE(side * above, -1e-12);
    }
    EXPECT_GT(passage(points), 0.4 * radius);
}

TEST_P(CleanClasses, ExclusiveOrIsABoardOfSquares) {
    std::map<int, int> squares;
    const auto cell = [](double x) { return static_cast<int>(std::floor((x + 4.5) * classes() / 9)); };
    for (const Example& e : examples(Generator::exclusiveOr)) {
        const int column = std::min(cell(e.x1), classes() - 1);
        const int row = std::min(cell(e.x2), classes() - 1);
        EXPECT_EQ((row + column) % classes(), e.label());
        ++squares[row * classes() + column];
    }
    EXPECT_EQ(squares.size(), static_cast<std::size_t>(classes() * classes()));
    EXPECT_GT(passage(examples(Generator::exclusiveOr)), 1.2 / classes());
}

TEST_P(CleanClasses, SpiralsAreOneArmTurned) {
    const std::vector<Example> points = examples(Generator::spirals);
    for (const Example& e : points) {
        const double radius = std::hypot(e.x1, e.x2);
        const double angle = 2 * pi * (1.6 * std::sqrt(2.0 / classes()) * radius / 4.5 + e.y / classes());
        EXPECT_NEAR(e.x1, radius * std::cos(angle), 1e-9);
        EXPECT_NEAR(e.x2, radius * std::sin(angle), 1e-9);
    }
    EXPECT_GT(passage(points), 0.25);
}

TEST_P(CleanClasses, FlowerHasPetalsOfTheClassesInTurn) {
    const int petals = std::array{8, 9, 8, 10, 6, 7, 8, 9, 10}[static_cast<std::size_t>(classes() - 2)];
    std::map<int, int> counts;
    for (const Example& e : examples(Generator::flower)) {
        const double turn = std::atan2(e.x2, e.x1) / (2 * pi);
        const int petal = static_cast<int>(std::floor((turn < 0 ? turn + 1 : turn) * petals)) % petals;
        EXPECT_EQ(petal % classes(), e.label());
        ++counts[petal];
    }
    EXPECT_EQ(counts.size(), static_cast<std::size_t>(petals));
}

} // namespace
} // namespace perceptible
