// What a trainer says about its next update is what the update then is.

#include <rapidcheck/gtest.h>

#include "any_training.h"
#include "core/network/objective.h"

namespace perceptible {
namespace {

template <class Scalar>
void expectTheUpdate() {
    Trainer<Scalar> trainer = anyTrainer<Scalar>();
    const TrainingState<Scalar> before = trainer.state();
    const auto iteration = trainer.nextIteration();
    RC_ASSERT(iteration != nullptr);
    RC_ASSERT(trainer.state() == before);
    RC_ASSERT(iteration->before == before);
    const auto again = trainer.nextIteration();
    RC_ASSERT(again->isMade == iteration->isMade);
    RC_ASSERT(iteration->isMade == (trainer.step() == Trainer<Scalar>::Outcome::updated));
    if (iteration->isMade) { // else there may be numbers that are none, which equal nothing
        RC_ASSERT(again->after == iteration->after);
        RC_ASSERT(trainer.parameters() == iteration->after);
        RC_ASSERT(trainer.state().optimizer == iteration->optimizer);
    }
}

RC_GTEST_PROP(Iteration, IsTheNextUpdateBitForBitInFloat, ()) { expectTheUpdate<float>(); }
RC_GTEST_PROP(Iteration, IsTheNextUpdateBitForBitInDouble, ()) { expectTheUpdate<double>(); }

/// Also where dA[L] = −Y/A + … is infinite in both, because A is 0 or 1.
bool isClose(const Matrix<double>& left, const Matrix<double>& right) {
    if (left.rows() != right.rows() || left.cols() != right.cols()) {
        return false;
    }
    const Matrix<double> difference = (left.array() == right.array()).select(0, (left - right).array());
    const Matrix<double> finite = right.array().isFinite().select(right.array(), 0);
    return difference.norm() <= 1e-11 * (1 + finite.norm());
}

RC_GTEST_PROP(Iteration, HasTheIntermediatesOfBackprop, ()) {
    const Trainer<double> trainer = anyTrainer<double>();
    const auto iteration = trainer.nextIteration();
    RC_PRE(iteration->isMade);
    const Dropout dropout = trainer.nextDropout();
    const auto expected = backprop<double>(iteration->architecture, iteration->before.parameters, iteration->batch.X,
                                           iteration->batch.Y, &dropout);
    for (std::size_t l = 0; l < expected.caches.layers.size(); ++l) {
        const LayerCache<double>& layer = iteration->caches.layers[l];
        RC_ASSERT(isClose(layer.Z, expected.caches.layers[l].Z));
        RC_ASSERT(isClose(layer.A, expected.caches.layers[l].A));
        RC_ASSERT(isClose(layer.dA, expected.caches.layers[l].dA));
        RC_ASSERT(isClose(layer.dZ, expected.caches.layers[l].dZ));
    }
    RC_ASSERT(isClose(iteration->lossGradients.values(), expected.gradients.values()));
    Parameters<double> costGradients = expected.gradients;
    iteration->penalty.addGradient(iteration->before.parameters, costGradients);
    RC_ASSERT(isClose(iteration->costGradients.values(), costGradients.values()));
    RC_ASSERT(isClose(iteration->gradients.values(), iteration->clipFactor * costGradients.values()));
}

RC_GTEST_PROP(Iteration, HasTheGradientsOfTheCostThatIsChecked, ()) {
    const auto iteration = anyTrainer<double>().nextIteration();
    RC_PRE(iteration->isMade);
    const Objective objective{iteration->architecture, iteration->batch.X, iteration->batch.Y, iteration->penalty,
                              iteration->dropout};
    RC_ASSERT(
        isClose(gradientsOf(objective, iteration->before.parameters)->values(), iteration->costGradients.values()));
}

/// D and gZ are those of what is dropped, or empty.
RC_GTEST_PROP(Iteration, KeepsDropoutOnlyWhereThereIsSome, ()) {
    const auto iteration = anyTrainer<float>().nextIteration();
    for (std::size_t l = 1; l <= iteration->caches.layers.size(); ++l) {
        const LayerCache<float>& layer = iteration->caches.layers[l - 1];
        const bool drops = iteration->hyperparameters.dropout().isIn(l);
        RC_ASSERT(layer.D.size() == (drops ? layer.Z.size() : 0));
        RC_ASSERT(layer.gZ.size() == layer.D.size());
        if (drops) {
            Matrix<float> D(layer.D.rows(), layer.D.cols());
            iteration->dropout.draw<float>(l, 0, D);
            RC_ASSERT(layer.D == D);
        }
    }
}

RC_GTEST_PROP(Iteration, KnowsItsExamplesAndTheirLosses, ()) {
    const Hyperparameters h = anyHyperparameters();
    const DataSet data = anyData();
    Trainer<double> trainer(data, h);
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        trainer.step();
    }
    const auto iteration = trainer.nextIteration();
    RC_ASSERT(static_cast<Eigen::Index>(iteration->examples.size()) == iteration->m());
    Matrix<double> X(iteration->batch.X.rows(), iteration->m());
    for (Eigen::Index column = 0; column < iteration->m(); ++column) {
        const Example& example = data.examples()[iteration->examples[static_cast<std::size_t>(column)]];
        RC_ASSERT(example.role == Role::train);
        setInputs(trainer.inputs(), example.x1, example.x2, X, column);
    }
    RC_ASSERT(X == iteration->batch.X);
    if (!h.batchSize && !h.dropout().isActive()) {
        RC_ASSERT(isClose(Matrix<double>::Constant(1, 1, iteration->loss.mean()),
                          Matrix<double>::Constant(
                              1, 1, trainer.measure(Role::train)->cost - trainer.measure(Role::train)->penalty)));
    }
}

TEST(Iteration, IsNotKeptWhereItWouldFillTheMemory) {
    Hyperparameters large;
    large.hiddenLayers.assign(12, {128, Activation::relu});
    EXPECT_TRUE(Iteration<float>::fits(large.architecture(), large.dropout(), 5'000));
    EXPECT_FALSE(Iteration<float>::fits(large.architecture(), large.dropout(), 50'000));
    for (HiddenLayer& layer : large.hiddenLayers) {
        layer.dropout = 0.2; // D and gZ are kept too
    }
    EXPECT_FALSE(Iteration<float>::fits(large.architecture(), large.dropout(), 5'000));
    const Hyperparameters small;
    EXPECT_EQ(Trainer<float>(DataSet(), small).nextIteration(), nullptr);
    const Interrupt interrupted = true;
    EXPECT_EQ(Trainer<float>(generate({}), small).nextIteration(interrupted), nullptr);
}

} // namespace
} // namespace perceptible
