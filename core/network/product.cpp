#include "core/network/product.h"

#include <algorithm>

#include "core/network/packets.h"
#include "core/network/product_tiles.h"

namespace perceptible {

namespace {

using Eigen::Index;

/// Examples whose activations are turned at once, so that they stay in the nearest cache.
constexpr Index kTurned = 160;

/// dW(:, column…) += scale · dZ A(column…, :)ᵀ for `width` columns: with A turned, the sums over the examples stay in
/// registers as in any other product.
template <int width, class Scalar>
void addPanel(Scalar scale, ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> A, Index column,
              MatrixView<Scalar> dW) {
    using Lanes = tiles::Lanes<Scalar, width>;
    alignas(64) Scalar turned[kTurned * width];
    for (Index first = 0; first < dZ.cols(); first += kTurned) {
        const Index m = std::min(kTurned, dZ.cols() - first);
        transpose<width>(A.data() + column * A.outerStride() + first, A.outerStride(), m, turned, width);
        tiles::inStretches<8, 4, 2, 1>(dZ.rows(), [&]<int rows>(std::integral_constant<int, rows>, Index row) {
            tiles::sumTile<rows, width, Scalar>({dZ.data() + row * dZ.outerStride() + first, dZ.outerStride(), 1}, m,
                                                turned, width, nullptr, [&](int r, const Lanes& sum) {
                                                    Scalar* to = dW.data() + (row + r) * dW.outerStride() + column;
                                                    Eigen::Map<Lanes>(to) += scale * sum;
                                                });
        });
    }
}

/// In tiles that fit any number of examples.
template <class Scalar>
void product(tiles::Strided<Scalar> L, Index rows, Index k, ConstMatrixView<Scalar> R, const Scalar* start,
             MatrixView<Scalar> Z) {
    constexpr int lanes = kLanes<Scalar>;
    tiles::product<2 * lanes, lanes, lanes / 4, 1>(L, rows, k, R.data(), R.outerStride(), R.cols(), start, Z.data(),
                                                   Z.outerStride());
}

} // namespace

template <class Scalar>
void multiplyAdd(ConstMatrixView<Scalar> W, ConstMatrixView<Scalar> A, ConstVectorView<Scalar> b,
                 MatrixView<Scalar> Z) {
    product<Scalar>({W.data(), W.outerStride(), 1}, W.rows(), W.cols(), A, b.data(), Z);
}

template <class Scalar>
void multiplyTransposed(ConstMatrixView<Scalar> W, ConstMatrixView<Scalar> dZ, MatrixView<Scalar> dA) {
    product<Scalar>({W.data(), 1, W.outerStride()}, W.cols(), W.rows(), dZ, nullptr, dA);
}

template <class Scalar>
void addOuterProducts(Scalar scale, ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> A, MatrixView<Scalar> dW) {
    constexpr int lanes = kLanes<Scalar>;
    const Index turned = dZ.rows() >= 4 ? dW.cols() : 0; // fewer rows would not make up for the turning
    Index done = 0;
    for (; done + 2 * lanes <= turned; done += 2 * lanes) {
        addPanel<2 * lanes, Scalar>(scale, dZ, A, done, dW);
    }
    for (; done + lanes <= turned; done += lanes) {
        addPanel<lanes, Scalar>(scale, dZ, A, done, dW);
    }
    tiles::addDotProducts(scale, dZ.cols(), dZ.data(), dZ.outerStride(), dZ.rows(), A.data() + done * A.outerStride(),
                          A.outerStride(), dW.cols() - done, dW.data() + done, dW.outerStride());
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template void multiplyAdd<Scalar>(ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, ConstVectorView<Scalar>,       \
                                      MatrixView<Scalar>);                                                             \
    template void multiplyTransposed<Scalar>(ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, MatrixView<Scalar>);    \
    template void addOuterProducts<Scalar>(Scalar, ConstMatrixView<Scalar>, ConstMatrixView<Scalar>,                   \
                                           MatrixView<Scalar>);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
