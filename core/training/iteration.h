#pragma once

#include <vector>

#include "core/network/network.h"
#include "core/network/penalty.h"
#include "core/training/hyperparameters.h"
#include "core/training/training_state.h"

namespace perceptible {

/// One update and all that leads to it (S4, S6 to S10): the numbers a person walks through. The intermediates are those
/// of modelForward() and modelBackward() over the whole mini-batch; gradients and new parameters are the trainer's own,
/// bit for bit.
template <class Scalar>
struct Iteration {
    TrainingState<Scalar> before;
    Hyperparameters hyperparameters;
    Architecture architecture;

    ExampleMatrix<Scalar> batch;       ///< X and Y of the mini-batch, m columns
    std::vector<std::size_t> examples; ///< where in DataSet::examples() each column stands
    Dropout dropout;                   ///< of this update
    Caches<Scalar> caches; ///< Z, A, dA, dZ of layers 1…L (index l − 1), n[l] × m; where there is dropout D and gZ
    Matrix<Scalar> loss;   ///< ℒ of each example, 1 × m
    Penalty penalty;

    Parameters<Scalar> lossGradients; ///< dW[l], db[l] of (1/m) Σ ℒ
    Parameters<Scalar> costGradients; ///< … of J, the penalty's share added
    Parameters<Scalar> gradients;     ///< what the optimizer is given: scaled down where they are clipped
    double gradientNorm = 0;          ///< of costGradients
    double clipFactor = 1;            ///< gradients = clipFactor · costGradients
    double alpha = 0;                 ///< α of this update, as the schedule has it

    OptimizerState<Scalar> optimizer; ///< after the update; the one before is in `before`
    Parameters<Scalar> after;         ///< the updated parameters
    /// Whether the update is made: step() refuses one that begins at infinite losses or ends at infinite parameters.
    bool isMade = true;

    Eigen::Index m() const { return batch.size(); }

    /// Whether a mini-batch and its intermediates take no more than 128 MiB as floats.
    static bool fits(const Architecture& architecture, const Dropout& dropout, Eigen::Index m);
};

/// Whether both are the same update: everything else follows from what is compared.
template <class Scalar>
bool isSameUpdate(const Iteration<Scalar>& left, const Iteration<Scalar>& right) {
    const auto areEqual = [](const Matrix<Scalar>& a, const Matrix<Scalar>& b) {
        return a.rows() == b.rows() && a.cols() == b.cols() && a == b;
    };
    return left.before == right.before && left.hyperparameters == right.hyperparameters &&
           left.architecture == right.architecture && left.examples == right.examples &&
           areEqual(left.batch.X, right.batch.X) && areEqual(left.batch.Y, right.batch.Y);
}

} // namespace perceptible
