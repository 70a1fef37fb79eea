// Whole updates against plain loops: the blocks, the mini-batches and 1/m are the trainer's own doing.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/training/trainer.h"
#include "tests/core/network/naive_network.h"

namespace perceptible {
namespace {

using Grid = NaiveNetwork::Grid;

template <class Scalar>
constexpr double tolerance = std::is_same_v<Scalar, double> ? 1e-10 : 1e-5;

/// ‖a − b‖ ≤ tolerance ‖b‖ for every matrix.
template <class Scalar>
void expectNear(const Parameters<Scalar>& actual, const NaiveNetwork& expected) {
    for (std::size_t l = 0; l < actual.size(); ++l) {
        double difference = 0;
        double norm = 0;
        const auto compare = [&](Scalar a, double b) {
            difference += (static_cast<double>(a) - b) * (static_cast<double>(a) - b);
            norm += b * b;
        };
        for (std::size_t i = 0; i < expected.layers[l].W.size(); ++i) {
            for (std::size_t j = 0; j < expected.layers[l].W[i].size(); ++j) {
                compare(actual[l].W(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)),
                        expected.layers[l].W[i][j]);
            }
            compare(actual[l].b[static_cast<Eigen::Index>(i)], expected.layers[l].b[i]);
        }
        EXPECT_LE(std::sqrt(difference), tolerance<Scalar> * std::sqrt(norm)) << "layer " << l + 1;
    }
}

template <class Scalar>
class TrainerOracle : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(TrainerOracle, Scalars);

Hyperparameters smooth(std::vector<int> units) {
    Hyperparameters h;
    h.hiddenLayers.clear();
    for (const int n : units) {
        h.hiddenLayers.push_back({n, Activation::tanh});
    }
    h.learningRate = 0.5;
    return h;
}

TYPED_TEST(TrainerOracle, AgreesOnFullBatchesOfOneAndOfSeveralBlocks) {
    for (const auto& units : std::vector<std::vector<int>>{{}, {3}, {6, 4}, {128, 128}}) {
        const Hyperparameters h = smooth(units);
        const auto block = static_cast<int>(examplesPerBlock(h.architecture()));
        for (const int m : {block / 2, block, block + 1, 2 * block + 37}) {
            SCOPED_TRACE("m = " + std::to_string(m) + ", hidden layers: " + std::to_string(units.size()));
            const DataSet data = generate({Generator::moons, m, 0.2, 5});
            Trainer<TypeParam> trainer(data, h);
            NaiveNetwork naive(h.architecture(), trainer.parameters());
            const auto examples = exampleMatrix<TypeParam>(data, Role::train, InputMap{});
            const Grid X = NaiveNetwork::gridOf(examples.X);
            const Grid Y = NaiveNetwork::gridOf(examples.Y);
            for (int i = 0; i < 2; ++i) {
                naive.forward(X);
                EXPECT_NEAR(trainer.measure(Role::train)->cost, naive.cost(Y), tolerance<TypeParam>);
                naive.backward(X, Y);
                naive.descend(h.learningRate);
                ASSERT_EQ(trainer.step(), Trainer<TypeParam>::Outcome::updated);
            }
            expectNear(trainer.parameters(), naive);
        }
    }
}

TYPED_TEST(TrainerOracle, AgreesOnMiniBatchesWithThePartialOne) {
    Hyperparameters h = smooth({5});
    h.batchSize = 8;
    const DataSet data = generate({Generator::circles, 21, 0.2, 5}); // batches of 8, 8 and 5
    Trainer<TypeParam> trainer(data, h);
    NaiveNetwork naive(h.architecture(), trainer.parameters());
    MiniBatches<TypeParam> batches({h.batchSize, h.shuffle, h.seed}); // the trainer's own order
    batches.setExamples(exampleMatrix<TypeParam>(data, Role::train, InputMap{}));
    for (int i = 0; i < 9; ++i) {
        const auto batch = batches.next();
        const Grid X = NaiveNetwork::gridOf(batches.examples().X.middleCols(batch.first, batch.size));
        naive.forward(X);
        naive.backward(X, NaiveNetwork::gridOf(batches.examples().Y.middleCols(batch.first, batch.size)));
        naive.descend(h.learningRate);
        batches.take();
        ASSERT_EQ(trainer.step(), Trainer<TypeParam>::Outcome::updated);
    }
    expectNear(trainer.parameters(), naive);
}

TYPED_TEST(TrainerOracle, AgreesOnAccuracyWithTheTieAtOneHalf) {
    // No hidden layer, W = (1, 0), b = 0: ŷ ≥ 0.5 where x1 ≥ 0, and x1 = 0 is exactly the tie.
    const DataSet data({{-1, 0, 0}, {1, 0, 1}, {0, 5, 1}, {0, -5, 1}, {2, 0, 0}, {0, 0, 0, Role::test}});
    Trainer<TypeParam> trainer(data, smooth({}));
    Parameters<TypeParam> parameters(trainer.architecture().units);
    parameters[0].W(0, 0) = 1;
    trainer.setParameters(parameters);
    EXPECT_EQ(trainer.measure(Role::train)->accuracy, 4.0 / 5);
    EXPECT_EQ(trainer.measure(Role::test)->accuracy, 0);
}

} // namespace
} // namespace perceptible
