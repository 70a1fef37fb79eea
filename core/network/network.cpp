#include "core/network/network.h"

#include <algorithm>

#include "core/network/cost.h"
#include "core/network/layer.h"

namespace perceptible {

template <class Scalar>
Caches<Scalar>::Caches(const Architecture& architecture, Eigen::Index columns_, For purpose, const Dropout* dropout)
    : columns(columns_) {
    for (int l = 1; l <= architecture.layers(); ++l) {
        const int n = architecture.units[static_cast<std::size_t>(l)];
        const Activation g = architecture.activations[static_cast<std::size_t>(l - 1)];
        const bool drops = dropout != nullptr && dropout->isIn(static_cast<std::size_t>(l));
        const bool inPlace = purpose == For::gradients && l < architecture.layers() && !drops;
        LayerCache<Scalar>& cache = layers.emplace_back();
        cache.A.resize(n, columns);
        if (!(inPlace && backwardNeedsOnlyA(g))) {
            cache.Z.resize(n, columns);
        }
        if (purpose != For::forward && !(inPlace && isQuick(g))) {
            cache.dZ.resize(n, columns);
        }
        if (purpose == For::forwardAndBackward) {
            cache.dA.resize(n, columns);
        }
        if (drops) {
            cache.D.resize(n, columns);
            cache.gZ.resize(n, columns);
        }
    }
}

Eigen::Index examplesPerBlock(const Architecture& architecture) {
    constexpr Eigen::Index valuesPerMatrix =
        8 * 1024;                     // 32 KiB of floats: the matrices of a few layers fit a 512 KiB L2
    constexpr Eigen::Index tile = 32; // floats in two of the widest vector registers
    const Eigen::Index tiles = std::clamp<Eigen::Index>(valuesPerMatrix / architecture.widest() / tile, 4, 126);
    return (tiles | 1) * tile; // an odd number, because rows a power of two apart share few places of a cache
}

namespace {

template <class Scalar>
Matrix<Scalar>& placeOfZ(LayerCache<Scalar>& cache) {
    return cache.Z.size() > 0 ? cache.Z : cache.A;
}
template <class Scalar>
Matrix<Scalar>& placeOfdZ(LayerCache<Scalar>& cache) {
    return cache.dZ.size() > 0 ? cache.dZ : cache.A;
}
template <class Scalar>
Matrix<Scalar>& placeOfdA(LayerCache<Scalar>& cache) {
    return cache.dA.size() > 0 ? cache.dA : placeOfdZ(cache);
}

} // namespace

template <class Scalar>
void modelForward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                  Caches<Scalar>& caches, const Dropout* dropout, Eigen::Index first) {
    const Eigen::Index m = X.cols();
    for (std::size_t l = 1; l <= parameters.size(); ++l) {
        LayerCache<Scalar>& cache = caches.layers[l - 1];
        const ConstMatrixView<Scalar> APrevious = l == 1 ? X : caches.layers[l - 2].A.leftCols(m);
        linearActivationForward<Scalar>(parameters[l - 1], architecture.activations[l - 1], architecture.leakySlope,
                                        APrevious, placeOfZ(cache).leftCols(m), cache.A.leftCols(m));
        if (dropout != nullptr && dropout->isIn(l)) {
            cache.gZ.leftCols(m) = cache.A.leftCols(m);
            dropout->draw<Scalar>(l, first, cache.D.leftCols(m));
            cache.A.leftCols(m).array() *= cache.D.leftCols(m).array();
        }
    }
}

template <class Scalar>
void modelBackward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                   ConstMatrixView<Scalar> Y, Eigen::Index m, Caches<Scalar>& caches, Parameters<Scalar>& gradients) {
    const Eigen::Index columns = X.cols();
    auto& output = caches.layers.back();
    lossBackward<Scalar>(output.A.leftCols(columns), Y, output.dZ.leftCols(columns));
    for (std::size_t l = parameters.size(); l > 1; --l) {
        const ConstMatrixView<Scalar> dZ = placeOfdZ(caches.layers[l - 1]).leftCols(columns);
        LayerCache<Scalar>& previous = caches.layers[l - 2];
        linearBackward<Scalar>(dZ, previous.A.leftCols(columns), m, gradients[l - 1]);
        const Activation g = architecture.activations[l - 2];
        const auto Z = placeOfZ(previous).leftCols(columns);
        auto dA = placeOfdA(previous).leftCols(columns);
        auto dZPrevious = placeOfdZ(previous).leftCols(columns);
        if (previous.gZ.size() > 0) { // A is another
            linearBackwardInput<Scalar>(parameters[l - 1], dZ, dA);
            if (previous.D.size() > 0) {
                dA.array() *= previous.D.leftCols(columns).array();
            }
            activationBackward<Scalar>(g, architecture.leakySlope, dA, Z, previous.gZ.leftCols(columns), dZPrevious);
        } else {
            linearActivationBackward<Scalar>(parameters[l - 1], dZ, g, architecture.leakySlope, Z,
                                             previous.A.leftCols(columns), dA, dZPrevious);
        }
    }
    linearBackward<Scalar>(placeOfdZ(caches.layers.front()).leftCols(columns), X, m, gradients[0]); // dA[0] is nobody's
}

template <class Scalar>
Backprop<Scalar> backprop(const Architecture& architecture, const Parameters<Scalar>& parameters,
                          ConstMatrixView<Scalar> X, ConstMatrixView<Scalar> Y, const Dropout* dropout) {
    const Eigen::Index m = X.cols();
    Backprop<Scalar> result{{architecture, m, Caches<Scalar>::For::forwardAndBackward, dropout},
                            Parameters<Scalar>(architecture.units)};
    modelForward<Scalar>(architecture, parameters, X, result.caches, dropout);
    modelBackward<Scalar>(architecture, parameters, X, Y, m, result.caches, result.gradients);
    auto& output = result.caches.layers.back();
    lossGradient<Scalar>(architecture.task, output.A, Y, output.dA);
    return result;
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template struct Caches<Scalar>;                                                                                    \
    template void modelForward<Scalar>(const Architecture&, const Parameters<Scalar>&, ConstMatrixView<Scalar>,        \
                                       Caches<Scalar>&, const Dropout*, Eigen::Index);                                 \
    template void modelBackward<Scalar>(const Architecture&, const Parameters<Scalar>&, ConstMatrixView<Scalar>,       \
                                        ConstMatrixView<Scalar>, Eigen::Index, Caches<Scalar>&, Parameters<Scalar>&);  \
    template Backprop<Scalar> backprop<Scalar>(const Architecture&, const Parameters<Scalar>&,                         \
                                               ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, const Dropout*);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
