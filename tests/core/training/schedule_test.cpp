#include "core/training/schedule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "core/data/generators.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

using Kind = Schedule::Kind;
constexpr double alpha = 0.4;
constexpr std::int64_t T = 100;

TEST(Schedule, KeepsTheRateWhenItIsConstant) {
    const Schedule schedule{Kind::constant, T, 0.5};
    for (const std::int64_t t : {0, 1, 99, 100, 200, 1'000'000}) {
        EXPECT_EQ(schedule.rate(alpha, t), alpha);
    }
}

TEST(Schedule, MultipliesByTheFactorAtEachStep) {
    const Schedule schedule{Kind::step, T, 0.5};
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, 0), 0.4);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, T - 1), 0.4);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, T), 0.2);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, 2 * T - 1), 0.2);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, 2 * T), 0.1);
    EXPECT_DOUBLE_EQ((Schedule{Kind::step, T, 1}.rate(alpha, 10 * T)), 0.4);
    EXPECT_DOUBLE_EQ((Schedule{Kind::step, T, 0}.rate(alpha, T - 1)), 0.4);
    EXPECT_DOUBLE_EQ((Schedule{Kind::step, T, 0}.rate(alpha, T)), 0);
}

TEST(Schedule, FallsAlongAHalfWaveOfACosineAndStaysAtZero) {
    const Schedule schedule{Kind::cosine, T, 0.5};
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, 0), 0.4);
    EXPECT_NEAR(schedule.rate(alpha, T / 3), 0.3, 0.005);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, T / 2), 0.2);
    EXPECT_NEAR(schedule.rate(alpha, T - 1), 0.4 * 2.467e-4, 1e-7); // (1 − cos 1.8°) / 2 = 2.467e-4
    EXPECT_EQ(schedule.rate(alpha, T), 0);
    EXPECT_EQ(schedule.rate(alpha, 2 * T), 0);
}

TEST(Schedule, FallsAsOneOverTimeWhenItIsInverse) {
    const Schedule schedule{Kind::inverseTime, T, 0.5};
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, 0), 0.4);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, T - 1), 0.4 / 1.99);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, T), 0.2);
    EXPECT_DOUBLE_EQ(schedule.rate(alpha, 2 * T), 0.4 / 3);
}

TEST(Schedule, NeverRisesAndStaysFiniteForAnyPeriodAndTime) {
    for (const Kind kind : Schedule::allKinds) {
        for (const std::int64_t period : {std::int64_t{1}, std::int64_t{7}, Hyperparameters::maxIterations}) {
            double before = alpha;
            for (std::int64_t t = 0; t <= Hyperparameters::maxIterations; t = t < 30 ? t + 1 : 3 * t) {
                const double rate = Schedule{kind, period, 0.3}.rate(alpha, t);
                EXPECT_GE(rate, 0);
                EXPECT_LE(rate, before);
                before = rate;
            }
        }
    }
}

/// The first update is made with α_0, and J is of the state after it.
TEST(Schedule, CountsTheUpdatesDoneBefore) {
    Hyperparameters h;
    h.learningRate = alpha;
    h.schedule = {Kind::step, 2, 0.5};
    Trainer<double> trainer(generate({Generator::moons, 30, 0.2, 5}), h);
    for (const double expected : {0.4, 0.4, 0.2, 0.2, 0.1}) {
        const Parameters<double> before = trainer.parameters();
        const auto& examples = trainer.examples(Role::train);
        const auto gradients = backprop<double>(trainer.architecture(), before, examples.X, examples.Y).gradients;
        trainer.step();
        const Vector<double> change = before.values() - trainer.parameters().values();
        EXPECT_LE((change - expected * gradients.values()).norm(), 1e-13 * change.norm() + 1e-16);
    }
}

TEST(Schedule, HasNamesToTellTheKindsApart) {
    std::set<std::string> names;
    for (const Kind kind : Schedule::allKinds) {
        names.emplace(nameOf(kind));
    }
    EXPECT_EQ(names, (std::set<std::string>{"constant", "step", "cosine", "inverse-time"}));
}

} // namespace
} // namespace perceptible
