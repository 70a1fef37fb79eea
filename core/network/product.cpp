#include "core/network/product.h"

#include <algorithm>

#include "core/network/packets.h"

namespace perceptible {

namespace {

using Eigen::Index;

/// Examples whose activations are turned at once, so that they stay in the nearest cache.
constexpr Index kTurned = 160;

/// P += scale · what product() makes.
template <class Scalar>
struct AddScaled {
    Scalar scale;
    tiles::Rows<Scalar> P;

    template <class Sums>
    EIGEN_ALWAYS_INLINE void operator()(Index row, Index column, const Sums& sums) const {
        P.placeOf(sums, row, column) += scale * sums;
    }
};

/// dW(:, column…) += scale · dZ A(column…, :)ᵀ for `width` columns: with A turned, the sums over the examples stay in
/// registers as in any other product. The first columns add the sums of dZ too, a few rows at a time, which are then
/// in the nearest cache.
template <int width, class Scalar>
void addPanel(Scalar scale, ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> A, Index column, MatrixView<Scalar> dW,
              VectorView<Scalar> db) {
    constexpr Index few = 8;
    const Scalar* fromZero = nullptr;
    alignas(64) Scalar turned[kTurned * width];
    for (Index first = 0; first < dZ.cols(); first += kTurned) {
        const Index m = std::min(kTurned, dZ.cols() - first);
        transpose<width>(A.data() + column * A.outerStride() + first, A.outerStride(), m, turned, width);
        for (Index row = 0; row < dZ.rows(); row += few) {
            const Index rows = std::min(few, dZ.rows() - row);
            const Scalar* dZRows = dZ.data() + row * dZ.outerStride() + first;
            if (column == 0) {
                tiles::addRowSums(scale, m, dZRows, dZ.outerStride(), rows, db.data() + row);
            }
            tiles::product<width>(
                tiles::Strided<Scalar>{dZRows, dZ.outerStride(), 1}, rows, m, turned, width, width, fromZero,
                AddScaled<Scalar>{scale, {dW.data() + row * dW.outerStride() + column, dW.outerStride()}});
        }
    }
}

} // namespace

template <class Scalar>
void addOuterProducts(Scalar scale, ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> A, MatrixView<Scalar> dW,
                      VectorView<Scalar> db) {
    constexpr int lanes = kLanes<Scalar>;
    const Index turned = dZ.rows() >= 4 ? dW.cols() : 0; // fewer rows would not make up for the turning
    Index done = 0;
    for (; done + 2 * lanes <= turned; done += 2 * lanes) {
        addPanel<2 * lanes, Scalar>(scale, dZ, A, done, dW, db);
    }
    for (; done + lanes <= turned; done += lanes) {
        addPanel<lanes, Scalar>(scale, dZ, A, done, dW, db);
    }
    if (done == 0) {
        tiles::addRowSums(scale, dZ.cols(), dZ.data(), dZ.outerStride(), dZ.rows(), db.data());
    }
    tiles::addDotProducts(scale, dZ.cols(), dZ.data(), dZ.outerStride(), dZ.rows(), A.data() + done * A.outerStride(),
                          A.outerStride(), dW.cols() - done, dW.data() + done, dW.outerStride());
}

template void addOuterProducts<float>(float, ConstMatrixView<float>, ConstMatrixView<float>, MatrixView<float>,
                                      VectorView<float>);
template void addOuterProducts<double>(double, ConstMatrixView<double>, ConstMatrixView<double>, MatrixView<double>,
                                       VectorView<double>);

} // namespace perceptible
