#include "core/network/objective.h"

#include <gtest/gtest.h>

#include "core/network/gradient_mistake.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

struct Large {
    Objective objective;
    Parameters<double> parameters;
    Eigen::Index blocks = 0;
};

/// Of more examples than are evaluated at once.
Large severalBlocks(Task task, const Dropout& dropout = {}) {
    Random random(6);
    const int outputs = task == Task::multiclass ? 3 : 1;
    const Architecture architecture{
        {2, 100, 3, outputs}, {Activation::tanh, Activation::relu, outputActivation(task)}, 0, task};
    const Eigen::Index block = examplesPerBlock(architecture);
    const auto c = randomCase<double>(random, architecture, 3 * block + 5);
    return {{c.architecture, c.X, c.Y, {0.5, 1, 900}, dropout}, c.parameters, 4};
}

void expectClose(const Parameters<double>& left, const Parameters<double>& right) {
    EXPECT_LE((left.values() - right.values()).norm(), 1e-13 * (1 + right.values().norm()));
}

TEST(Objective, IsThatOfTheWholeBatchInSeveralBlocks) {
    for (const Task task : allTasks) {
        for (const Dropout& dropout : {Dropout{}, Dropout{{0.3, 0.2}, 5}, Dropout{{0, 0.4}, 5}}) {
            const auto [objective, parameters, blocks] = severalBlocks(task, dropout);
            const auto whole = backprop<double>(objective.architecture, parameters, objective.X, objective.Y, &dropout);
            Matrix<double> loss(1, objective.X.cols());
            lossOf<double>(task, whole.caches.layers.back().Z, objective.Y, loss);
            EXPECT_NEAR(costOf(objective, parameters), loss.mean() + objective.penalty.of(parameters), 1e-13);

            Parameters<double> gradients = whole.gradients;
            objective.penalty.addGradient(parameters, gradients);
            expectClose(*gradientsOf(objective, parameters), gradients);
            expectClose(*gradientsOf(objective, parameters, GradientMistake::none), gradients);
        }
    }
}

/// What is wrong is wrong of every example, whatever the blocks.
TEST(Objective, HasTheMistakesOfItsPartsInSeveralBlocks) {
    Large c = severalBlocks(Task::multiclass);
    c.objective.penalty = {};
    const Eigen::Index m = c.objective.X.cols();
    const Eigen::Index some = m / 3;
    Objective part = c.objective;
    for (const GradientMistake mistake : allGradientMistakes) {
        const bool isSum = mistake == GradientMistake::forgottenMean;
        Parameters<double> sum(c.objective.architecture.units);
        for (const auto& [first, count] : {std::pair{Eigen::Index{0}, some}, {some, m - some}}) {
            part.X = c.objective.X.middleCols(first, count);
            part.Y = c.objective.Y.middleCols(first, count);
            const double weight = isSum ? 1 : static_cast<double>(count) / static_cast<double>(m);
            sum.values() += weight * gradientsOf(part, c.parameters, mistake)->values();
        }
        expectClose(*gradientsOf(c.objective, c.parameters, mistake), sum);
    }
}

/// However many examples there are, it waits for no more than one block.
TEST(Objective, IsAbandonedBeforeTheNextBlock) {
    const Large large = severalBlocks(Task::binary);
    const Objective& objective = large.objective;
    const Parameters<double>& parameters = large.parameters;
    const Parameters<double> gradients = *gradientsOf(objective, parameters);
    const double steps[] = {1e-5, 1e-6};
    const std::function<bool(const Interrupted&)> computations[] = {
        [&](const Interrupted& i) { return costAlong(objective, parameters, 3, steps, i).has_value(); },
        [&](const Interrupted& i) { return gradientsOf(objective, parameters, i).has_value(); },
        [&](const Interrupted& i) { return gradientsOf(objective, parameters, GradientMistake::none, i).has_value(); },
        [&](const Interrupted& i) { return checkAlong(objective, parameters, gradients, 3, steps, i).has_value(); },
        [&](const Interrupted& i) { return checkGradients(objective, parameters, gradients, 1e-5, i).has_value(); }};
    const Eigen::Index evaluations[] = {2, 1, 1, 2, 5}; // of a whole batch; for the last one, the first of many
    for (std::size_t k = 0; k < std::size(computations); ++k) {
        for (Eigen::Index stop = 1; stop <= evaluations[k] * large.blocks; ++stop) {
            Eigen::Index asked = 0;
            EXPECT_FALSE(computations[k]([&] { return ++asked == stop; }));
            EXPECT_EQ(asked, stop) << "nothing goes on afterwards";
        }
        if (k + 1 < std::size(computations)) {
            Eigen::Index asked = 0;
            EXPECT_TRUE(computations[k]([&] { return ++asked < 0; }));
            EXPECT_EQ(asked, evaluations[k] * large.blocks);
        }
    }
}

TEST(CostAlong, IsTheCostOfTheMovedParameters) {
    Random random(9);
    for (const Task task : allTasks) {
        const Architecture architecture = randomArchitecture(random, 2, 4, smoothActivations, task);
        const auto c = randomCase<double>(random, architecture, 7);
        const Objective objective{c.architecture, c.X, c.Y, {0.5, 1, 7}, Dropout{{0.3, 0.2}, 5}};
        const double offsets[] = {-1, -1e-5, 0, 1e-5, 0.5};
        for (Eigen::Index i = 0; i < c.parameters.values().size(); ++i) {
            const auto costs = costAlong(objective, c.parameters, i, offsets);
            ASSERT_EQ(costs->size(), std::size(offsets));
            for (std::size_t k = 0; k < std::size(offsets); ++k) {
                Parameters<double> moved = c.parameters;
                moved.values()[i] += offsets[k];
                EXPECT_EQ((*costs)[k], costOf(objective, moved));
            }
        }
    }
}

} // namespace
} // namespace perceptible
