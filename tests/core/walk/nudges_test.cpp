#include "core/walk/nudges.h"

#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/core/walk/any_case.h"

namespace perceptible {
namespace {

UnitPlace anyUnit(const Architecture& architecture, int firstLayer = 1) {
    const int layer = *rc::gen::inRange(firstLayer, architecture.layers() + 1);
    return {layer, *rc::gen::inRange(0, architecture.units[static_cast<std::size_t>(layer)])};
}

int unitsBefore(const Architecture& architecture, UnitPlace unit) {
    return architecture.units[static_cast<std::size_t>(unit.layer - 1)];
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-12 * (1 + std::abs(b)); }

double squaresOf(const Nudge& nudge, const Wishes& wishes) {
    if (nudge.way == Nudge::Way::bias) {
        return wishes.b * wishes.b;
    }
    const Vector<double>& all = nudge.way == Nudge::Way::weight ? wishes.w : wishes.a;
    return nudge.input ? all(*nudge.input) * all(*nudge.input) : all.squaredNorm();
}

RC_GTEST_PROP(Wishes, AreTheLecturesProducts, ()) {
    const auto c = anyCase(1, *rc::gen::inRange(0, 5));
    const UnitPlace unit = anyUnit(c.architecture);
    const auto l = static_cast<std::size_t>(unit.layer);
    const ExamplePass pass = passOf(c.architecture, c.parameters, c.X, c.Y);
    const Wishes wishes = wishesOf(c.parameters, pass.gradients, unit);
    const Matrix<double>& aBefore = l == 1 ? c.X : pass.caches.layers[l - 2].A;
    const double dz = pass.caches.layers[l - 1].dZ(unit.unit, 0);
    RC_ASSERT(wishes.b == -dz);
    for (Eigen::Index i = 0; i < aBefore.rows(); ++i) {
        RC_ASSERT(near(wishes.w(i), -dz * aBefore(i, 0)));
        RC_ASSERT(near(wishes.share(i), -dz * c.parameters[l - 1].W(unit.unit, i)));
    }
}

RC_GTEST_PROP(Wishes, OfAllUnitsOfALayerAreWhatIsHandedOn, ()) {
    const auto c = anyCase(1, *rc::gen::inRange(1, 5));
    const int layer = *rc::gen::inRange(2, c.architecture.layers() + 1);
    const auto l = static_cast<std::size_t>(layer);
    const auto pass = backprop<double>(c.architecture, c.parameters, c.X, c.Y);
    const Matrix<double>& dA = pass.caches.layers[l - 2].dA;
    Vector<double> sum = Vector<double>::Zero(dA.rows());
    for (int unit = 0; unit < c.architecture.units[l]; ++unit) {
        const Wishes wishes = wishesOf(c.parameters, pass.gradients, {layer, unit});
        sum += wishes.share;
        RC_ASSERT(wishes.a == -dA.col(0));
    }
    RC_ASSERT((sum + dA.col(0)).norm() <= 1e-12 * (1 + dA.norm()));
}

/// −∂ℒ/∂x too, by difference quotients.
RC_GTEST_PROP(Wishes, OfTheInputAreThoseOfTheLoss, ()) {
    Random random(*rc::gen::arbitrary<std::uint64_t>());
    const auto c = randomCase<double>(random, randomArchitecture(random, 2, 5, smoothActivations), 1);
    const Wishes wishes = wishesOf(c.parameters, passOf(c.architecture, c.parameters, c.X, c.Y).gradients, {1, 0});
    const double epsilon = 1e-5;
    for (Eigen::Index i = 0; i < c.X.rows(); ++i) {
        const auto lossAt = [&](double offset) {
            Matrix<double> x = c.X;
            x(i, 0) += offset;
            return passOf(c.architecture, c.parameters, x, c.Y).loss;
        };
        const double numeric = -(lossAt(epsilon) - lossAt(-epsilon)) / (2 * epsilon);
        RC_ASSERT(std::abs(numeric - wishes.a(i)) < 1e-6 * (1 + std::abs(numeric)));
    }
}

RC_GTEST_PROP(Wishes, AveragedOverThePointsAreTheGradientsOfTheCost, ()) {
    const Eigen::Index m = *rc::gen::inRange<Eigen::Index>(1, 30);
    const auto c = anyCase(m, *rc::gen::inRange(0, 4));
    const UnitPlace unit = anyUnit(c.architecture);
    const auto all = backprop<double>(c.architecture, c.parameters, c.X, c.Y).gradients;
    const auto l = static_cast<std::size_t>(unit.layer - 1);
    const auto average = averagePassOf(c.architecture, c.parameters, c.X, c.Y);
    const Wishes together = wishesOf(c.parameters, average->gradients, unit);

    const int n = unitsBefore(c.architecture, unit);
    Wishes sum{0, Vector<double>::Zero(n), Vector<double>::Zero(n), Vector<double>::Zero(n)};
    for (Eigen::Index k = 0; k < m; ++k) {
        const ExamplePass pass = passOf(c.architecture, c.parameters, c.X.col(k), c.Y.col(k));
        const Wishes one = wishesOf(c.parameters, pass.gradients, unit);
        sum.b += one.b / static_cast<double>(m);
        sum.w += one.w / static_cast<double>(m);
        sum.share += one.share / static_cast<double>(m);
        sum.a += one.a / static_cast<double>(m);
    }
    RC_ASSERT(near(sum.b, -all[l].b(unit.unit)));
    RC_ASSERT(near(together.b, -all[l].b(unit.unit)));
    for (Eigen::Index i = 0; i < n; ++i) {
        RC_ASSERT(near(sum.w(i), -all[l].W(unit.unit, i)));
        RC_ASSERT(near(together.w(i), -all[l].W(unit.unit, i)));
        RC_ASSERT(near(together.share(i), sum.share(i)));
        RC_ASSERT(near(together.a(i), sum.a(i)));
    }
}

Nudge anyNudge(const Architecture& architecture) {
    const auto way = *rc::gen::element(Nudge::Way::bias, Nudge::Way::weight, Nudge::Way::activation);
    const UnitPlace unit = anyUnit(architecture, way == Nudge::Way::activation ? 2 : 1);
    const int input = *rc::gen::inRange(-1, unitsBefore(architecture, unit));
    return {unit, way, input < 0 ? std::nullopt : std::optional(input)};
}

/// To first order ℒ falls by step · Σ wish²: for a step so small that nothing else is seen, by half of it at least.
RC_GTEST_PROP(Nudges, InTheWishedDirectionReduceTheLoss, ()) {
    const auto c = anyCase(1, *rc::gen::inRange(1, 5));
    const Nudge nudge = anyNudge(c.architecture);
    const ExamplePass before = passOf(c.architecture, c.parameters, c.X, c.Y);
    const Wishes wishes = wishesOf(c.parameters, before.gradients, nudge.unit);
    const double squares = squaresOf(nudge, wishes);
    RC_PRE(squares > 1e-6);
    const NudgedNetwork start{c.parameters, noChanges(c.architecture)};
    const double step = 1e-4 * smallStep(wishes, nudge, before.loss);
    const NudgedNetwork after = nudged(start, nudge, wishes, step);
    const double loss = passOf(c.architecture, after.parameters, c.X, c.Y, after.changes).loss;
    RC_ASSERT(loss < before.loss - step * squares / 2);
}

/// The nudge that the page offers, again and again: it is small, and it hardly ever overshoots.
TEST(Nudges, ReduceTheLossWhenTheyAreAsLargeAsOffered) {
    Random random(5);
    int reduced = 0;
    int tried = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto c = randomCase<double>(random, randomArchitecture(random, 1 + i % 4, 7, allActivations), 1);
        const int layer = 2 + static_cast<int>(random.below(static_cast<std::uint64_t>(c.architecture.layers() - 1)));
        const Nudge nudge{{layer, 0}, static_cast<Nudge::Way>(i % 3)};
        const ExamplePass before = passOf(c.architecture, c.parameters, c.X, c.Y);
        const Wishes wishes = wishesOf(c.parameters, before.gradients, nudge.unit);
        if (squaresOf(nudge, wishes) < 1e-9) {
            continue;
        }
        const double step = smallStep(wishes, nudge, before.loss);
        EXPECT_LE(step, kLargestNudge);
        EXPECT_LE(step * squaresOf(nudge, wishes), 0.1 * before.loss * (1 + 1e-12));
        const NudgedNetwork after = nudged({c.parameters, noChanges(c.architecture)}, nudge, wishes, step);
        ++tried;
        reduced += passOf(c.architecture, after.parameters, c.X, c.Y, after.changes).loss < before.loss ? 1 : 0;
    }
    EXPECT_GT(tried, 1000);
    EXPECT_GE(reduced, tried * 99 / 100);
}

RC_GTEST_PROP(Nudges, ChangeWhatTheyNameAndNothingElse, ()) {
    const auto c = anyCase(1, *rc::gen::inRange(1, 5));
    const Nudge nudge = anyNudge(c.architecture);
    const Wishes wishes = wishesOf(c.parameters, passOf(c.architecture, c.parameters, c.X, c.Y).gradients, nudge.unit);
    const NudgedNetwork start{c.parameters, noChanges(c.architecture)};
    const NudgedNetwork after = nudged(start, nudge, wishes, 0.5);

    NudgedNetwork expected = start;
    const auto l = static_cast<std::size_t>(nudge.unit.layer);
    const int j = nudge.unit.unit;
    for (int i = 0; i < unitsBefore(c.architecture, nudge.unit); ++i) {
        const bool named = !nudge.input || *nudge.input == i;
        if (nudge.way == Nudge::Way::weight && named) {
            expected.parameters[l - 1].W(j, i) += 0.5 * wishes.w(i);
        } else if (nudge.way == Nudge::Way::activation && named) {
            expected.changes[l - 2](i) += 0.5 * wishes.a(i);
        }
    }
    if (nudge.way == Nudge::Way::bias) {
        expected.parameters[l - 1].b(j) += 0.5 * wishes.b;
    }
    RC_ASSERT(after.parameters == expected.parameters);
    RC_ASSERT(after.changes == expected.changes);
}

RC_GTEST_PROP(Nudges, OfNoSizeChangeNothing, ()) {
    const auto c = anyCase(1, *rc::gen::inRange(1, 5));
    const Nudge nudge = anyNudge(c.architecture);
    const ExamplePass before = passOf(c.architecture, c.parameters, c.X, c.Y);
    const Wishes wishes = wishesOf(c.parameters, before.gradients, nudge.unit);
    const NudgedNetwork after = nudged({c.parameters, noChanges(c.architecture)}, nudge, wishes, 0);
    const ExamplePass again = passOf(c.architecture, after.parameters, c.X, c.Y, after.changes);
    RC_ASSERT(again.yHat() == before.yHat());
    RC_ASSERT(again.loss == before.loss);
    RC_ASSERT(again.gradients == before.gradients);
}

} // namespace
} // namespace perceptible
