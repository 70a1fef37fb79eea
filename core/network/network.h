#pragma once

#include <vector>

#include "core/network/parameters.h"

namespace perceptible {

/// What forward keeps for backward, and what backward makes, for one layer and up to `columns` examples: n[l] ×
/// columns.
template <class Scalar>
struct LayerCache {
    Matrix<Scalar> Z, A;   ///< forward
    Matrix<Scalar> dA, dZ; ///< backward
};

/// The caches of layers 1…L (index l − 1), made once and used for every block of examples.
template <class Scalar>
struct Caches {
    enum class For { forward, forwardAndBackward };

    Caches() = default;
    Caches(const Architecture& architecture, Eigen::Index columns, For purpose);

    std::vector<LayerCache<Scalar>> layers;
    Eigen::Index columns = 0;
};

/// How many examples are taken through the network at once: few enough that their activations stay in the processor's
/// cache and that a long step can be abandoned soon, enough to fill the SIMD lanes.
Eigen::Index examplesPerBlock(const Architecture& architecture);

/// Whole model forward, [LINEAR→ACTIVATION] × L (S9): fills Z and A of every layer for the columns of X, which is
/// n[0] × m with m ≤ caches.columns. The results are the first m columns.
template <class Scalar>
void modelForward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                  Caches<Scalar>& caches);

/// Whole model backward (S9, S10) after modelForward with the same X: dZ[L] = A[L] − Y, then for l = L…1 LINEAR
/// backward and, through dA[l−1], the activation's derivative. Adds this block's share of dW[l] and db[l] to
/// `gradients`; `m` is the number of examples of the whole batch. Y is n[L] × (columns of X).
template <class Scalar>
void modelBackward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                   ConstMatrixView<Scalar> Y, Eigen::Index m, Caches<Scalar>& caches, Parameters<Scalar>& gradients);

/// The output's z[L] for one input x = (x1, x2); ŷ = σ(z).
template <class Scalar>
Scalar outputLogit(const Architecture& architecture, const Parameters<Scalar>& parameters, double x1, double x2);

} // namespace perceptible
