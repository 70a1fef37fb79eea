#pragma once

#include "core/network/matrix.h"

namespace perceptible {

/// The three products of a layer, for matrices whose columns are examples: few rows, many columns. Written in register
/// tiles because Eigen's packing product is made for large square matrices and its coefficient-wise one reads memory
/// for every multiplication.

/// Z = W A + b     (n × m) = (n × k) (k × m) + (n × 1)
template <class Scalar>
void multiplyAdd(ConstMatrixView<Scalar> W, ConstMatrixView<Scalar> A, ConstVectorView<Scalar> b, MatrixView<Scalar> Z);

/// dA = Wᵀ dZ     (k × m) = (n × k)ᵀ (n × m)
template <class Scalar>
void multiplyTransposed(ConstMatrixView<Scalar> W, ConstMatrixView<Scalar> dZ, MatrixView<Scalar> dA);

/// dW += scale · dZ Aᵀ     (n × k) += (n × m) (k × m)ᵀ
template <class Scalar>
void addOuterProducts(Scalar scale, ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> A, MatrixView<Scalar> dW);

} // namespace perceptible
