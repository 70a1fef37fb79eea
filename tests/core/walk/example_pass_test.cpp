#include "core/walk/example_pass.h"

#include <rapidcheck/gtest.h>

#include "core/network/gradient_check.h"
#include "tests/core/walk/any_case.h"

namespace perceptible {
namespace {

Matrix<double> lossOfOne(Task task, const Matrix<double>& z, const Matrix<double>& y) {
    Matrix<double> loss(1, 1);
    lossOf<double>(task, z, y, loss);
    return loss;
}

RC_GTEST_PROP(ExamplePass, HasTheNumbersOfBackpropWhenNothingIsChanged, ()) {
    const auto c = anyCase(1, *rc::gen::inRange(0, 5));
    const ExamplePass pass = passOf(c.architecture, c.parameters, c.X, c.Y);
    const auto expected = backprop<double>(c.architecture, c.parameters, c.X, c.Y);
    RC_ASSERT(pass.gradients == expected.gradients);
    for (std::size_t l = 0; l < c.parameters.size(); ++l) {
        const auto& cache = pass.caches.layers[l];
        RC_ASSERT(cache.Z == expected.caches.layers[l].Z);
        RC_ASSERT(cache.A == expected.caches.layers[l].A);
        RC_ASSERT(cache.dZ == expected.caches.layers[l].dZ);
        RC_ASSERT(l + 1 == c.parameters.size() || cache.dA == expected.caches.layers[l].dA);
    }
    RC_ASSERT(pass.loss == lossOfOne(c.architecture.task, expected.caches.layers.back().Z, c.Y)(0, 0));

    const ExamplePass nothing = passOf(c.architecture, c.parameters, c.X, c.Y, noChanges(c.architecture));
    RC_ASSERT(nothing.yHat() == pass.yHat());
    RC_ASSERT(nothing.loss == pass.loss);
    RC_ASSERT(nothing.gradients == pass.gradients);
}

/// The layers after a changed one are a network of their own, whose input is the changed activation.
RC_GTEST_PROP(ExamplePass, GoesOnFromAChangedActivationAsFromAnInput, ()) {
    const auto c = anyCase(1, *rc::gen::inRange(1, 5));
    const auto L = static_cast<std::ptrdiff_t>(c.parameters.size());
    const std::ptrdiff_t l = *rc::gen::inRange<std::ptrdiff_t>(1, L);
    ActivationChanges changes = noChanges(c.architecture);
    changes[static_cast<std::size_t>(l - 1)].setLinSpaced(-0.3, 0.7);
    const ExamplePass pass = passOf(c.architecture, c.parameters, c.X, c.Y, changes);

    const auto& before = backprop<double>(c.architecture, c.parameters, c.X, c.Y).caches.layers;
    Architecture rest = c.architecture;
    rest.units.erase(rest.units.begin(), rest.units.begin() + l);
    rest.activations.erase(rest.activations.begin(), rest.activations.begin() + l);
    Parameters<double> restParameters(rest.units);
    restParameters.values() = c.parameters.values().tail(restParameters.values().size());
    const Matrix<double> a = before[static_cast<std::size_t>(l - 1)].A + changes[static_cast<std::size_t>(l - 1)];
    const auto expected = backprop<double>(rest, restParameters, a, c.Y);

    RC_ASSERT(pass.yHat() == expected.caches.layers.back().A);
    RC_ASSERT(pass.gradients.values().tail(restParameters.values().size()) == expected.gradients.values());
    for (std::ptrdiff_t k = 0; k < l; ++k) { // the changed layer's z is its own
        RC_ASSERT(pass.caches.layers[static_cast<std::size_t>(k)].Z == before[static_cast<std::size_t>(k)].Z);
    }
}

/// Back through a changed activation too: against difference quotients, where the change is a bias after g.
RC_GTEST_PROP(ExamplePass, HasTheGradientsOfTheChangedLoss, ()) {
    Random random(*rc::gen::arbitrary<std::uint64_t>());
    const auto c = randomCase<double>(random, randomArchitecture(random, 3, 5, smoothActivations), 1);
    ActivationChanges changes = noChanges(c.architecture);
    for (Vector<double>& change : changes) {
        for (double& value : change) {
            value = random.uniform(-0.5, 0.5);
        }
    }
    const Parameters<double> gradients = passOf(c.architecture, c.parameters, c.X, c.Y, changes).gradients;
    const double epsilon = 1e-5;
    for (Eigen::Index i = 0; i < gradients.values().size(); ++i) {
        const auto lossAt = [&](double offset) {
            Parameters<double> moved = c.parameters;
            moved.values()(i) += offset;
            return passOf(c.architecture, moved, c.X, c.Y, changes).loss;
        };
        const double numeric = (lossAt(epsilon) - lossAt(-epsilon)) / (2 * epsilon);
        RC_ASSERT(std::abs(numeric - gradients.values()(i)) < 1e-6 * (1 + std::abs(numeric)));
    }
}

RC_GTEST_PROP(AveragePass, HasTheGradientsAndTheCostOfAllExamples, ()) {
    const auto c = anyCase(*rc::gen::element<Eigen::Index>(1, 7, 300), *rc::gen::inRange(0, 4));
    const auto average = averagePassOf(c.architecture, c.parameters, c.X, c.Y);
    const Parameters<double> expected = *gradientsOf({c.architecture, c.X, c.Y}, c.parameters);
    RC_ASSERT(average.has_value());
    RC_ASSERT((average->gradients.values() - expected.values()).norm() <= 1e-12 * (1 + expected.values().norm()));
    RC_ASSERT(std::abs(average->cost - costOf({c.architecture, c.X, c.Y}, c.parameters)) <= 1e-12 * average->cost);
}

TEST(AveragePass, GoesThroughSeveralBlocks) {
    Random random(3);
    const Architecture architecture{{2, 128, 1}, {Activation::tanh, Activation::sigmoid}};
    const auto c = randomCase<double>(random, architecture, 3 * examplesPerBlock(architecture) + 5);
    const auto average = averagePassOf(c.architecture, c.parameters, c.X, c.Y);
    const Parameters<double> expected = *gradientsOf({c.architecture, c.X, c.Y}, c.parameters);
    ASSERT_TRUE(average.has_value());
    EXPECT_LE((average->gradients.values() - expected.values()).norm(), 1e-12 * (1 + expected.values().norm()));
    EXPECT_NEAR(average->cost, costOf({c.architecture, c.X, c.Y}, c.parameters), 1e-12);
}

TEST(AveragePass, CanBeInterrupted) {
    Random random(4);
    const auto c = randomCase<double>(random, randomArchitecture(random, 1, 3, allActivations), 9);
    EXPECT_FALSE(averagePassOf(c.architecture, c.parameters, c.X, c.Y, std::atomic(true)).has_value());
}

} // namespace
} // namespace perceptible
