#include "core/network/layer.h"

#include "core/network/product.h"

namespace perceptible {

template <class Scalar>
void linearForward(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> APrevious,
                   MatrixView<Scalar> Z) {
    multiplyAdd<Scalar>(layer.W, APrevious, layer.b, Z);
}

template <class Scalar>
void linearActivationForward(const LayerParameters<const Scalar>& layer, Activation g, double leakySlope,
                             ConstMatrixView<Scalar> APrevious, MatrixView<Scalar> Z, MatrixView<Scalar> A) {
    linearForward<Scalar>(layer, APrevious, Z);
    activate<Scalar>(g, leakySlope, Z, A);
}

template <class Scalar>
void linearBackward(ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> APrevious, Eigen::Index m,
                    LayerParameters<Scalar> gradient) {
    const Scalar perExample = Scalar(1) / static_cast<Scalar>(m);
    addOuterProducts<Scalar>(perExample, dZ, APrevious, gradient.W);
    gradient.b.noalias() += perExample * dZ.rowwise().sum();
}

template <class Scalar>
void linearBackwardInput(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> dZ,
                         MatrixView<Scalar> dAPrevious) {
    multiplyTransposed<Scalar>(layer.W, dZ, dAPrevious);
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template void linearForward<Scalar>(const LayerParameters<const Scalar>&, ConstMatrixView<Scalar>,                 \
                                        MatrixView<Scalar>);                                                           \
    template void linearActivationForward<Scalar>(const LayerParameters<const Scalar>&, Activation, double,            \
                                                  ConstMatrixView<Scalar>, MatrixView<Scalar>, MatrixView<Scalar>);    \
    template void linearBackward<Scalar>(ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, Eigen::Index,               \
                                         LayerParameters<Scalar>);                                                     \
    template void linearBackwardInput<Scalar>(const LayerParameters<const Scalar>&, ConstMatrixView<Scalar>,           \
                                              MatrixView<Scalar>);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
