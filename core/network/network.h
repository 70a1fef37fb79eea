#pragma once

#include <vector>

#include "core/network/dropout.h"
#include "core/network/parameters.h"

namespace perceptible {

/// What forward keeps for backward, and what backward makes, for one layer and up to `columns` examples: n[l] ×
/// columns. With For::gradients some are empty, because another has taken their place: A that of Z; dZ that of dA, or A
/// that of both.
template <class Scalar>
struct LayerCache {
    Matrix<Scalar> Z, A;   ///< forward; with dropout A = g(Z) * D, what the next layer is given
    Matrix<Scalar> dA, dZ; ///< backward; dA is ∂ℒ/∂g(Z), dropout taken account of
    Matrix<Scalar> D;      ///< the dropout of the last forward; empty: none
    Matrix<Scalar> gZ;     ///< g(Z) where A is another; empty: A is g(Z)
};

/// The caches of layers 1…L (index l − 1), made once and used for every block of examples.
template <class Scalar>
struct Caches {
    /// `gradients` is for who wants only these, and quickly: nothing is kept longer than modelBackward() needs it.
    enum class For { forward, gradients, forwardAndBackward };

    Caches() = default;
    /// D and gZ are made where `dropout` is in a layer; null: nowhere.
    Caches(const Architecture& architecture, Eigen::Index columns, For purpose, const Dropout* dropout = nullptr);

    std::vector<LayerCache<Scalar>> layers;
    Eigen::Index columns = 0;
};

/// How many examples are taken through the network at once: few enough that their activations stay in the processor's
/// cache and that a long step can be abandoned soon, enough to fill the SIMD lanes.
Eigen::Index examplesPerBlock(const Architecture& architecture);

/// Whole model forward, [LINEAR→ACTIVATION] × L (S9): fills Z and A of every layer for the columns of X, which is
/// n[0] × m with m ≤ caches.columns. The results are the first m columns. `dropout` has the rates that the caches were
/// made for; `first` is the place of X's first column in the batch.
template <class Scalar>
void modelForward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                  Caches<Scalar>& caches, const Dropout* dropout = nullptr, Eigen::Index first = 0);

/// Whole model backward (S9, S10) after modelForward with the same X: dZ[L] = A[L] − Y, then for l = L…1 LINEAR
/// backward and, through dA[l−1] and the D[l−1] of forward, the activation's derivative. Adds this block's share of
/// dW[l] and db[l] to `gradients`; `m` is the number of examples of the whole batch. Y is n[L] × (columns of X).
template <class Scalar>
void modelBackward(const Architecture& architecture, const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                   ConstMatrixView<Scalar> Y, Eigen::Index m, Caches<Scalar>& caches, Parameters<Scalar>& gradients);

/// Every intermediate of one example (n[0] × 1) or of m of them (n[0] × m): Z, A, dA and dZ of every layer, and the
/// gradients of (1/m) Σ ℒ. dA[L] too, which modelBackward skips.
template <class Scalar>
struct Backprop {
    Caches<Scalar> caches;
    Parameters<Scalar> gradients;
};
template <class Scalar>
Backprop<Scalar> backprop(const Architecture& architecture, const Parameters<Scalar>& parameters,
                          ConstMatrixView<Scalar> X, ConstMatrixView<Scalar> Y, const Dropout* dropout = nullptr);

} // namespace perceptible
