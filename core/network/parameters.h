#pragma once

#include <vector>

#include "core/network/activation.h"
#include "core/network/matrix.h"

namespace perceptible {

/// The shape of a network with L layers that have weights. The last activation is the output's.
struct Architecture {
    std::vector<int> units;              ///< n[0], n[1], …, n[L]
    std::vector<Activation> activations; ///< g[1], …, g[L]

    int layers() const { return static_cast<int>(activations.size()); } ///< L
    int widest() const;                                                 ///< max over l ≥ 1 of n[l]
    friend bool operator==(const Architecture&, const Architecture&) = default;
};

/// W[l] and b[l] of one layer; also their gradients dW[l] and db[l].
template <class Scalar>
struct LayerParameters {
    Matrix<Scalar> W; ///< n[l] × n[l−1]
    Vector<Scalar> b; ///< n[l]

    bool allFinite() const { return W.allFinite() && b.allFinite(); }
    friend bool operator==(const LayerParameters& p, const LayerParameters& q) { return p.W == q.W && p.b == q.b; }
};

/// W[1], b[1], …, W[L], b[L]; the entry at index l − 1 belongs to layer l.
template <class Scalar>
using Parameters = std::vector<LayerParameters<Scalar>>;

/// All zero, in the architecture's shapes.
template <class Scalar>
Parameters<Scalar> zeroParameters(const Architecture& architecture);

/// W[1] first, row by row, then b[1], then layer 2 …: the number of all of them, and one of them by its place.
template <class Scalar>
Eigen::Index parameterCount(const Parameters<Scalar>& parameters);
template <class Scalar>
Scalar& parameterAt(Parameters<Scalar>& parameters, Eigen::Index index);

template <class To, class From>
Parameters<To> convert(const Parameters<From>& parameters) {
    Parameters<To> result;
    result.reserve(parameters.size());
    for (const auto& layer : parameters) {
        result.push_back({layer.W.template cast<To>(), layer.b.template cast<To>()});
    }
    return result;
}

} // namespace perceptible
