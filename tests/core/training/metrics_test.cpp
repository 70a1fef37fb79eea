#include "core/training/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/network/cost.h"
#include "core/network/objective.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

/// A network with as many inputs as outputs that hands its inputs on: z[1] = x.
Parameters<double> identity(int outputs) {
    Parameters<double> parameters(std::vector<int>{outputs, outputs});
    parameters[0].W.setIdentity();
    return parameters;
}

Architecture outputAlone(Task task, int outputs) { return {{outputs, outputs}, {outputActivation(task)}, 0, task}; }

TEST(Metrics, PredictTheClassOfTheLargestOutputAndTheFirstOfEqualOnes) {
    Vector<double> z(1);
    for (const double value : {0.0, 0.1, 700.0}) {
        z[0] = value;
        EXPECT_EQ(predictedClass(Task::binary, z), 1) << "ŷ ≥ 0.5";
    }
    z[0] = -1e-9;
    EXPECT_EQ(predictedClass(Task::binary, z), 0);
    EXPECT_EQ(predictedClass(Task::multiclass, Vector<double>{{1, 3, 2}}), 1);
    EXPECT_EQ(predictedClass(Task::multiclass, Vector<double>{{-1, -3, -0.5}}), 2);
    EXPECT_EQ(predictedClass(Task::multiclass, Vector<double>{{1, 3, 3}}), 1);
}

TEST(Metrics, CountInTheConfusionMatrixTheClassInTheRowAndThePredictionInTheColumn) {
    Evaluator<double> evaluator(outputAlone(Task::multiclass, 3));
    ExampleMatrix<double> examples{Matrix<double>(3, 6), Matrix<double>::Zero(3, 6)};
    examples.X << 9, 9, 0, 0, 0, 0, // taken for class 0 0 1 2 2 2
        0, 0, 9, 0, 0, 0,           //
        0, 0, 0, 9, 9, 9;
    const int labels[] = {0, 1, 1, 2, 0, 2};
    for (Eigen::Index j = 0; j < 6; ++j) {
        examples.Y(labels[j], j) = 1;
    }
    const Matrix<std::int64_t> expected{{1, 0, 1}, {1, 1, 0}, {0, 0, 2}};
    EXPECT_EQ(evaluator.confusion(identity(3), examples), expected);
    EXPECT_EQ(evaluator.measure(identity(3), examples, {})->accuracy, 4.0 / 6);
}

TEST(Metrics, CountTheConfusionOfTwoClasses) {
    Evaluator<double> evaluator(outputAlone(Task::binary, 1));
    ExampleMatrix<double> examples{Matrix<double>{{-1, -2, -3, 0, 1, 2}}, Matrix<double>{{0, 1, 0, 1, 0, 1}}};
    EXPECT_EQ(evaluator.confusion(identity(1), examples), (Matrix<std::int64_t>{{2, 1}, {1, 2}}));
    EXPECT_EQ(evaluator.measure(identity(1), examples, {})->accuracy, 4.0 / 6);
}

TEST(Metrics, HaveNoAccuracyInARegression) {
    Evaluator<double> evaluator(outputAlone(Task::regression, 1));
    ExampleMatrix<double> examples{Matrix<double>{{1, 2}}, Matrix<double>{{0, 4}}};
    const auto measured = evaluator.measure(identity(1), examples, {});
    EXPECT_EQ(measured->accuracy, std::nullopt);
    EXPECT_DOUBLE_EQ(measured->cost, 1.25); // (½ · 1 + ½ · 4) / 2
    EXPECT_EQ(evaluator.losses(identity(1), examples), (std::vector<double>{0.5, 2}));
}

template <class Scalar>
class MetricsOf : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(MetricsOf, Scalars);

TYPED_TEST(MetricsOf, SeveralBlocksAreThoseOfAllExamples) {
    constexpr double tolerance = std::is_same_v<TypeParam, double> ? 1e-12 : 1e-5;
    Random random(81);
    for (const Task task : allTasks) {
        const int outputs = task == Task::multiclass ? 4 : 1;
        const Architecture architecture{{2, 9, outputs}, {Activation::tanh, outputActivation(task)}, 0, task};
        const Eigen::Index m = 2 * examplesPerBlock(architecture) + 37;
        const auto c = randomCase<TypeParam>(random, architecture, m);
        const Penalty penalty{0.3, 0.7, m};
        Evaluator<TypeParam> evaluator(architecture);
        const auto measured = evaluator.measure(c.parameters, {c.X, c.Y}, penalty);
        const std::vector<double> losses = evaluator.losses(c.parameters, {c.X, c.Y});
        ASSERT_EQ(losses.size(), static_cast<std::size_t>(m));
        const double mean = std::accumulate(losses.begin(), losses.end(), 0.0) / static_cast<double>(m);
        EXPECT_NEAR(measured->cost, mean + penalty.of(c.parameters), tolerance * mean);
        EXPECT_NEAR(measured->cost,
                    costOf({architecture, c.X.template cast<double>(), c.Y.template cast<double>(), penalty},
                           convert<double>(c.parameters)),
                    tolerance * mean)
            << "the J of the gradient check";
        EXPECT_EQ(measured->penalty, penalty.of(c.parameters));
        EXPECT_GT(measured->penalty, 0);

        const auto all = backprop<TypeParam>(architecture, c.parameters, c.X, c.Y);
        Matrix<TypeParam> expected(1, m);
        lossOf<TypeParam>(task, all.caches.layers.back().Z, c.Y, expected);
        for (Eigen::Index j = 0; j < m; ++j) {
            EXPECT_NEAR(losses[static_cast<std::size_t>(j)], static_cast<double>(expected(0, j)), tolerance) << j;
        }
        if (task != Task::regression) {
            const Matrix<std::int64_t> counts = evaluator.confusion(c.parameters, {c.X, c.Y});
            EXPECT_EQ(counts.sum(), m);
            EXPECT_DOUBLE_EQ(*measured->accuracy, static_cast<double>(counts.trace()) / static_cast<double>(m));
        }
    }
}

TYPED_TEST(MetricsOf, NoExamplesOrAnInterruptedMeasurementAreNone) {
    Random random(82);
    const auto c = randomCase<TypeParam>(random, {{2, 3, 1}, {Activation::tanh, Activation::sigmoid}}, 10);
    Evaluator<TypeParam> evaluator(c.architecture);
    const Interrupt interrupt = true;
    EXPECT_FALSE(evaluator.measure(c.parameters, {c.X, c.Y}, {}, interrupt));
    EXPECT_FALSE(evaluator.measure(c.parameters, {c.X.leftCols(0), c.Y.leftCols(0)}, {}));
    EXPECT_TRUE(evaluator.losses(c.parameters, {c.X.leftCols(0), c.Y.leftCols(0)}).empty());
}

} // namespace
} // namespace perceptible
