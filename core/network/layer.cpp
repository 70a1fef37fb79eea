#include "core/network/layer.h"

#include "core/network/activation_functions.h"
#include "core/network/product.h"

namespace perceptible {

using Eigen::Index;

namespace {

template <class Scalar>
tiles::Rows<Scalar> rowsOf(MatrixView<Scalar>& Z) {
    return {Z.data(), Z.outerStride()};
}
template <class Scalar>
tiles::Rows<const Scalar> rowsOf(const ConstMatrixView<Scalar>& Z) {
    return {Z.data(), Z.outerStride()};
}

/// Writes A = g(Z), not Z.
template <class Functions, class Scalar>
struct StoreActivated {
    Functions g;
    tiles::Rows<Scalar> A;

    template <class Stretch>
    EIGEN_ALWAYS_INLINE void operator()(Index i, Index j, const Stretch& z) const {
        A.placeOf(z, i, j) = g.value(z);
    }
};

/// Writes dZ = dA * g′(Z), not dA.
template <class Functions, class Scalar>
struct StoreActivationBackward {
    Functions g;
    tiles::Rows<const Scalar> Z, A;
    tiles::Rows<Scalar> dZ;

    template <class Stretch>
    EIGEN_ALWAYS_INLINE void operator()(Index i, Index j, const Stretch& da) const {
        dZ.placeOf(da, i, j) = da * g.derivative(Z.placeOf(da, i, j), A.placeOf(da, i, j));
    }
};

} // namespace

template <class Scalar>
void linearForward(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> APrevious,
                   MatrixView<Scalar> Z) {
    multiplyAdd<Scalar>(layer.W, APrevious, layer.b, tiles::Store<Scalar>{rowsOf(Z)});
}

template <class Scalar>
void linearActivationForward(const LayerParameters<const Scalar>& layer, Activation g, double leakySlope,
                             ConstMatrixView<Scalar> APrevious, MatrixView<Scalar> Z, MatrixView<Scalar> A) {
    const bool inPlace = Z.data() == A.data();
    const auto fused = [&](const auto& functions) {
        multiplyAdd<Scalar>(layer.W, APrevious, layer.b, StoreActivated{functions, rowsOf(A)});
    };
    if (!inPlace || !withQuickActivation(g, leakySlope, fused)) {
        linearForward<Scalar>(layer, APrevious, Z);
        activate<Scalar>(g, leakySlope, Z, A);
    }
}

template <class Scalar>
void linearBackward(ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> APrevious, Index m,
                    LayerParameters<Scalar> gradient) {
    const Scalar perExample = Scalar(1) / static_cast<Scalar>(m);
    addOuterProducts<Scalar>(perExample, dZ, APrevious, gradient.W, gradient.b);
}

template <class Scalar>
void linearBackwardInput(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> dZ,
                         MatrixView<Scalar> dAPrevious) {
    multiplyTransposed<Scalar>(layer.W, dZ, tiles::Store<Scalar>{rowsOf(dAPrevious)});
}

template <class Scalar>
void linearActivationBackward(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> dZ,
                              Activation gPrevious, double leakySlope, ConstMatrixView<Scalar> ZPrevious,
                              ConstMatrixView<Scalar> APrevious, MatrixView<Scalar> dAPrevious,
                              MatrixView<Scalar> dZPrevious) {
    const bool inPlace = dAPrevious.data() == dZPrevious.data();
    const auto fused = [&](const auto& functions) {
        multiplyTransposed<Scalar>(
            layer.W, dZ, StoreActivationBackward{functions, rowsOf(ZPrevious), rowsOf(APrevious), rowsOf(dZPrevious)});
    };
    if (!inPlace || !withQuickActivation(gPrevious, leakySlope, fused)) {
        linearBackwardInput<Scalar>(layer, dZ, dAPrevious);
        activationBackward<Scalar>(gPrevious, leakySlope, dAPrevious, ZPrevious, APrevious, dZPrevious);
    }
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template void linearForward<Scalar>(const LayerParameters<const Scalar>&, ConstMatrixView<Scalar>,                 \
                                        MatrixView<Scalar>);                                                           \
    template void linearActivationForward<Scalar>(const LayerParameters<const Scalar>&, Activation, double,            \
                                                  ConstMatrixView<Scalar>, MatrixView<Scalar>, MatrixView<Scalar>);    \
    template void linearBackward<Scalar>(ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, Eigen::Index,               \
                                         LayerParameters<Scalar>);                                                     \
    template void linearBackwardInput<Scalar>(const LayerParameters<const Scalar>&, ConstMatrixView<Scalar>,           \
                                              MatrixView<Scalar>);                                                     \
    template void linearActivationBackward<Scalar>(const LayerParameters<const Scalar>&, ConstMatrixView<Scalar>,      \
                                                   Activation, double, ConstMatrixView<Scalar>,                        \
                                                   ConstMatrixView<Scalar>, MatrixView<Scalar>, MatrixView<Scalar>);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
