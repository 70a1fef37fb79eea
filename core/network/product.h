#pragma once

#include "core/network/product_tiles.h"

namespace perceptible {

/// The three products of a layer, for matrices whose columns are examples: few rows, many columns. Written in register
/// tiles because Eigen's packing product is made for large square matrices and its coefficient-wise one reads memory
/// for every multiplication.
///
/// The first two hand over what they make while it is still in registers: use(i, j, z) is called once for each stretch
/// z = (Z(i, j), Z(i, j + 1), …), an Eigen array; see tiles::sumTile(). tiles::Store writes it to a matrix.

/// Z = W A + b     (n × m) = (n × k) (k × m) + (n × 1)
template <class Scalar, class Use>
void multiplyAdd(ConstMatrixView<Scalar> W, ConstMatrixView<Scalar> A, ConstVectorView<Scalar> b, const Use& use) {
    tiles::product<2 * kLanes<Scalar>, kLanes<Scalar>, kLanes<Scalar> / 4, 1>(
        tiles::Strided<Scalar>{W.data(), W.outerStride(), 1}, W.rows(), W.cols(), A.data(), A.outerStride(), A.cols(),
        b.data(), use);
}

/// dA = Wᵀ dZ     (k × m) = (n × k)ᵀ (n × m)
template <class Scalar, class Use>
void multiplyTransposed(ConstMatrixView<Scalar> W, ConstMatrixView<Scalar> dZ, const Use& use) {
    const Scalar* fromZero = nullptr;
    tiles::product<2 * kLanes<Scalar>, kLanes<Scalar>, kLanes<Scalar> / 4, 1>(
        tiles::Strided<Scalar>{W.data(), 1, W.outerStride()}, W.cols(), W.rows(), dZ.data(), dZ.outerStride(),
        dZ.cols(), fromZero, use);
}

/// dW += scale · dZ Aᵀ, db += scale · Σ_i dZ(i)     (n × k) += (n × m) (k × m)ᵀ, (n × 1). Both at once, because each
/// needs all of dZ from memory.
template <class Scalar>
void addOuterProducts(Scalar scale, ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> A, MatrixView<Scalar> dW,
                      VectorView<Scalar> db);

} // namespace perceptible
