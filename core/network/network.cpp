#include "core/network/network.h"

#include <algorithm>

#include "core/network/cost.h"
#include "core/network/layer.h"

namespace perceptible {

template <class Scalar>
Caches<Scalar>::Caches(const Architecture& architecture, Eigen::Index columns_, For purpose)
    : columns(columns_) {
    for (int l = 1; l <= architecture.layers(); ++l) {
        const int n = architecture.units[static_cast<std::size_t>(l)];
        LayerCache<Scalar>& cache = layers.emplace_back();
        cache.Z.resize(n, columns);
        cache.A.resize(n, columns);
        if (purpose == For::forwardAndBackward) {
            cache.dA.resize(n, columns);
            cache.dZ.resize(n, columns);
        }
    }
}

Eigen::Index examplesPerBlock(const Architecture& architecture) {
    constexpr Eigen::Index valuesPerMatrix = 16 * 1024; // 64 KiB of floats: a layer's Z, A, dA and dZ fit a 512 KiB L2
    constexpr Eigen::Index lanes = 16;                  // floats in the widest vector register
    return std::clamp<Eigen::Index>(valuesPerMatrix / architecture.widest() / lanes * lanes, 128, 4096);
}

template <class Scalar>
void modelForward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                  Caches<Scalar>& caches) {
    const Eigen::Index m = X.cols();
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        LayerCache<Scalar>& cache = caches.layers[l];
        const ConstMatrixView<Scalar> APrevious = l == 0 ? X : caches.layers[l - 1].A.leftCols(m);
        linearActivationForward<Scalar>(parameters[l], architecture.activations[l], APrevious, cache.Z.leftCols(m),
                                        cache.A.leftCols(m));
    }
}

template <class Scalar>
void modelBackward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                   ConstMatrixView<Scalar> Y, Eigen::Index m, Caches<Scalar>& caches, Parameters<Scalar>& gradients) {
    const Eigen::Index columns = X.cols();
    auto& output = caches.layers.back();
    binaryCrossEntropyBackward<Scalar>(output.A.leftCols(columns), Y, output.dZ.leftCols(columns));
    for (std::size_t l = parameters.size(); l-- > 0;) {
        const ConstMatrixView<Scalar> dZ = caches.layers[l].dZ.leftCols(columns);
        if (l == 0) {
            linearBackward<Scalar>(dZ, X, m, gradients[l]);
            return; // dA[0] is nobody's gradient
        }
        LayerCache<Scalar>& previous = caches.layers[l - 1];
        linearBackward<Scalar>(dZ, previous.A.leftCols(columns), m, gradients[l]);
        linearBackwardInput<Scalar>(parameters[l], dZ, previous.dA.leftCols(columns));
        activationBackward<Scalar>(architecture.activations[l - 1], previous.dA.leftCols(columns),
                                   previous.Z.leftCols(columns), previous.A.leftCols(columns),
                                   previous.dZ.leftCols(columns));
    }
}

template <class Scalar>
Scalar outputLogit(const Architecture& architecture, const Parameters<Scalar>& parameters, double x1, double x2) {
    Caches<Scalar> caches(architecture, 1, Caches<Scalar>::For::forward);
    Matrix<Scalar> X(2, 1);
    X << static_cast<Scalar>(x1), static_cast<Scalar>(x2);
    modelForward<Scalar>(architecture, parameters, X, caches);
    return caches.layers.back().Z(0, 0);
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template struct Caches<Scalar>;                                                                                    \
    template void modelForward<Scalar>(const Architecture&, const Parameters<Scalar>&, ConstMatrixView<Scalar>,        \
                                       Caches<Scalar>&);                                                               \
    template void modelBackward<Scalar>(const Architecture&, const Parameters<Scalar>&, ConstMatrixView<Scalar>,       \
                                        ConstMatrixView<Scalar>, Eigen::Index, Caches<Scalar>&, Parameters<Scalar>&);  \
    template Scalar outputLogit<Scalar>(const Architecture&, const Parameters<Scalar>&, double, double);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
