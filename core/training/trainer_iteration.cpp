#include <algorithm>

#include "core/network/cost.h"
#include "core/training/trainer.h"

namespace perceptible {

namespace {

constexpr Eigen::Index kMostValues = 32 * 1024 * 1024;

template <class Scalar>
ExampleMatrix<Scalar> columnsOf(const ExampleMatrix<Scalar>& examples, Eigen::Index first, Eigen::Index count) {
    return {examples.X.middleCols(first, count), examples.Y.middleCols(first, count)};
}

/// The indices of the training examples.
std::vector<std::size_t> trainingIndices(const DataSet& data) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.examples()[i].role == Role::train) {
            indices.push_back(i);
        }
    }
    return indices;
}

/// Copies the first columns of one matrix to those from `first` on of another, where there is one.
template <class Scalar>
void keep(const Matrix<Scalar>& block, Eigen::Index first, Eigen::Index columns, Matrix<Scalar>& all) {
    if (block.size() > 0) {
        all.middleCols(first, columns) = block.leftCols(columns);
    }
}

/// Fills caches and losses, block by block. False when interrupted.
template <class Scalar>
bool fillIntermediates(Iteration<Scalar>& iteration, const Interrupt& interrupt) {
    const Architecture& architecture = iteration.architecture;
    const Parameters<Scalar>& parameters = iteration.before.parameters;
    const Eigen::Index m = iteration.m();
    constexpr auto purpose = Caches<Scalar>::For::forwardAndBackward;
    Caches<Scalar> block(architecture, std::min(m, examplesPerBlock(architecture)), purpose, &iteration.dropout);
    iteration.caches = {architecture, m, purpose, &iteration.dropout};
    iteration.loss.resize(1, m);
    Parameters<Scalar> gradients(architecture.units);
    for (Eigen::Index first = 0; first < m; first += block.columns) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return false;
        }
        const Eigen::Index columns = std::min(block.columns, m - first);
        const auto X = iteration.batch.X.middleCols(first, columns);
        const auto Y = iteration.batch.Y.middleCols(first, columns);
        modelForward<Scalar>(architecture, parameters, X, block, &iteration.dropout, first);
        modelBackward<Scalar>(architecture, parameters, X, Y, m, block, gradients);
        LayerCache<Scalar>& output = block.layers.back();
        lossGradient<Scalar>(architecture.task, output.A.leftCols(columns), Y, output.dA.leftCols(columns));
        lossOf<Scalar>(architecture.task, output.Z.leftCols(columns), Y, iteration.loss.middleCols(first, columns));
        for (std::size_t l = 0; l < block.layers.size(); ++l) {
            const LayerCache<Scalar>& from = block.layers[l];
            LayerCache<Scalar>& to = iteration.caches.layers[l];
            keep(from.Z, first, columns, to.Z);
            keep(from.A, first, columns, to.A);
            keep(from.dA, first, columns, to.dA);
            keep(from.dZ, first, columns, to.dZ);
            keep(from.D, first, columns, to.D);
            keep(from.gZ, first, columns, to.gZ);
        }
    }
    iteration.lossGradients = gradients;
    return true;
}

} // namespace

template <class Scalar>
bool Iteration<Scalar>::fits(const Architecture& architecture, const Dropout& dropout, Eigen::Index m) {
    Eigen::Index values = architecture.units.front() + architecture.units.back() + 1; // X, Y, ℒ of one example
    for (std::size_t l = 1; l < architecture.units.size(); ++l) {
        const int matrices = dropout.isIn(l) ? 6 : 4; // Z, A, dA, dZ; D, gZ
        values += matrices * architecture.units[l];
    }
    return values * m <= kMostValues;
}

template <class Scalar>
std::shared_ptr<const Iteration<Scalar>> Trainer<Scalar>::nextIteration(const Interrupt& interrupt) const {
    const Batch batch = batches_.next();
    if (batch.size == 0 || !Iteration<Scalar>::fits(architecture_, dropout_, batch.size)) {
        return nullptr;
    }
    const auto result = std::make_shared<Iteration<Scalar>>();
    result->before = state();
    result->hyperparameters = hyperparameters_;
    result->architecture = architecture_;
    result->batch = columnsOf(batches_.examples(), batch.first, batch.size);
    const std::vector<std::size_t> indices = trainingIndices(*data_);
    for (Eigen::Index column = 0; column < batch.size; ++column) {
        result->examples.push_back(indices[static_cast<std::size_t>(batches_.placeOf(batch.first + column))]);
    }
    result->penalty = penalty();
    result->dropout = nextDropout();
    result->alpha = learningRate();
    if (!fillIntermediates(*result, interrupt)) {
        return nullptr;
    }

    Trainer next(*this); // whose buffers are written on
    const Outcome outcome = next.computeGradients(batch, interrupt);
    if (outcome == Outcome::interrupted) {
        return nullptr;
    }
    if (outcome == Outcome::updated) {
        result->lossGradients = next.gradients_;
    } else {
        next.gradients_ = result->lossGradients; // not finite, but the true ones
    }
    next.penalty().addGradient(next.parameters_, next.gradients_);
    result->costGradients = next.gradients_;
    result->gradientNorm = next.gradients_.values().template cast<double>().norm();
    result->clipFactor = next.clipGradients();
    result->gradients = next.gradients_;
    result->optimizer = optimizer_;
    result->after = parameters_;
    update(hyperparameters_.optimizer, result->alpha, parameters_.values(), result->gradients.values(), optimizer_,
           result->after.values(), result->optimizer);
    result->isMade = outcome == Outcome::updated && result->after.allFinite() && !diverged_;
    return result;
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template struct Iteration<Scalar>;                                                                                 \
    template std::shared_ptr<const Iteration<Scalar>> Trainer<Scalar>::nextIteration(const Interrupt&) const;
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
