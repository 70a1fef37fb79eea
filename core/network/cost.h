#pragma once

#include "core/network/matrix.h"

namespace perceptible {

/// ℒ(ŷ, y) = −(y log ŷ + (1−y) log(1−ŷ)) with ŷ = σ(z)                                                           (S3)
///         = max(z, 0) − y z + log(1 + e^−|z|),
/// the form that neither overflows nor loses digits for any finite z. z and y are 1 × m; the result is 1 × m.
template <class Scalar>
void binaryCrossEntropy(ConstMatrixView<Scalar> z, ConstMatrixView<Scalar> y, MatrixView<Scalar> loss) {
    loss.array() = z.array().max(Scalar(0)) - y.array() * z.array() + (-z.array().abs()).exp().log1p();
}

/// dZ[L] = A[L] − Y                                                                                          (S6, S7)
/// ∂ℒ/∂a = −(y/a − (1−y)/(1−a)) times σ′(z) = a(1−a), collapsed: this form cannot overflow. All 1 × m.
template <class Scalar>
void binaryCrossEntropyBackward(ConstMatrixView<Scalar> A, ConstMatrixView<Scalar> Y, MatrixView<Scalar> dZ) {
    dZ = A - Y;
}

} // namespace perceptible
