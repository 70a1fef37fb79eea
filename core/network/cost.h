#pragma once

#include "core/data/data_set.h"
#include "core/network/activation.h"
#include "core/network/matrix.h"

namespace perceptible {

/// What the output layer does with its z: sigmoid, softmax or nothing.
constexpr Activation outputActivation(Task task) {
    return task == Task::binary       ? Activation::sigmoid
           : task == Task::multiclass ? Activation::softmax
                                      : Activation::linear;
}

/// The loss ℒ(ŷ, y) of each example, from the output's Z = Z[L] (n[L] × m) and Y (n[L] × m); the result is 1 × m.
///   binary      −(y log ŷ + (1−y) log(1−ŷ)), ŷ = σ(z):  max(z, 0) − y z + log(1 + e^−|z|)                        (S3)
///   multiclass  −Σ_k y_k log ŷ_k, ŷ = softmax(z), y one-hot:  max z − Σ_k y_k z_k + log(1 + Σ_k e^(z_k − max z)), the
///               last sum without the largest z_k
///   regression  ½ (ŷ − y)², ŷ = z
/// The forms on the right neither overflow nor lose digits for any finite z.
template <class Scalar>
void lossOf(Task task, ConstMatrixView<Scalar> Z, ConstMatrixView<Scalar> Y, MatrixView<Scalar> loss);

/// Whether the loss of every example is finite. z is enough to tell, but for a regression, where ŷ² may overflow.
template <class Derived>
bool lossesAreFinite(Task task, const Eigen::ArrayBase<Derived>& Z) {
    return task == Task::regression ? allFinite(Z.square()) : allFinite(Z);
}

/// dZ[L] = A[L] − Y                                                                                          (S6, S7)
/// For all three tasks: ∂ℒ/∂a times the derivative of the output's activation, collapsed to a form that cannot
/// overflow. All n[L] × m.
template <class Scalar>
void lossBackward(ConstMatrixView<Scalar> A, ConstMatrixView<Scalar> Y, MatrixView<Scalar> dZ) {
    dZ = A - Y;
}

/// dA[L] = ∂ℒ/∂a, which lossBackward() skips: −(y/a − (1−y)/(1−a)), −y/a or a − y. Infinite where a is 0 or 1 and the
/// example is on the other side. All n[L] × m.
template <class Scalar>
void lossGradient(Task task, ConstMatrixView<Scalar> A, ConstMatrixView<Scalar> Y, MatrixView<Scalar> dA);

} // namespace perceptible
