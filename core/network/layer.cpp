#include "core/network/layer.h"

namespace perceptible {

namespace {

/// Up to this inner dimension Eigen's coefficient-wise product beats its packing one on these shapes (many columns).
constexpr Eigen::Index kNarrow = 12;

} // namespace

template <class Scalar>
void linearForward(const LayerParameters<Scalar>& layer, ConstMatrixView<Scalar> APrevious, MatrixView<Scalar> Z) {
    if (layer.W.cols() <= kNarrow) {
        Z.noalias() = layer.W.lazyProduct(APrevious);
    } else {
        Z.noalias() = layer.W * APrevious;
    }
    Z.colwise() += layer.b;
}

template <class Scalar>
void linearActivationForward(const LayerParameters<Scalar>& layer, Activation g, ConstMatrixView<Scalar> APrevious,
                             MatrixView<Scalar> Z, MatrixView<Scalar> A) {
    linearForward<Scalar>(layer, APrevious, Z);
    activate<Scalar>(g, Z, A);
}

template <class Scalar>
void linearBackward(ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> APrevious, Eigen::Index m,
                    LayerParameters<Scalar>& gradient) {
    const Scalar perExample = Scalar(1) / static_cast<Scalar>(m);
    if (APrevious.rows() <= kNarrow) {
        gradient.W.noalias() += perExample * dZ.lazyProduct(APrevious.transpose());
    } else {
        gradient.W.noalias() += perExample * dZ * APrevious.transpose();
    }
    gradient.b.noalias() += perExample * dZ.rowwise().sum();
}

template <class Scalar>
void linearBackwardInput(const LayerParameters<Scalar>& layer, ConstMatrixView<Scalar> dZ,
                         MatrixView<Scalar> dAPrevious) {
    if (layer.W.rows() <= kNarrow) {
        dAPrevious.noalias() = layer.W.transpose().lazyProduct(dZ);
    } else {
        dAPrevious.noalias() = layer.W.transpose() * dZ;
    }
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template void linearForward<Scalar>(const LayerParameters<Scalar>&, ConstMatrixView<Scalar>, MatrixView<Scalar>);  \
    template void linearActivationForward<Scalar>(const LayerParameters<Scalar>&, Activation, ConstMatrixView<Scalar>, \
                                                  MatrixView<Scalar>, MatrixView<Scalar>);                             \
    template void linearBackward<Scalar>(ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, Eigen::Index,               \
                                         LayerParameters<Scalar>&);                                                    \
    template void linearBackwardInput<Scalar>(const LayerParameters<Scalar>&, ConstMatrixView<Scalar>,                 \
                                              MatrixView<Scalar>);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
