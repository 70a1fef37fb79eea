#pragma once

#include <vector>

#include "core/network/parameters.h"

namespace perceptible {

/// Forward and backward of a narrow network without dropout, made for speed: a few vector registers of examples go
/// through all layers and back before the next ones, in buffers that stay in the nearest cache and whose rows are
/// whole registers, so that a small mini-batch costs no more than one pass. The same numbers as modelForward() and
/// modelBackward(), up to the order of additions; the tests hold the two equal.
template <class Scalar>
class FusedNetwork {
public:
    /// Whether the sums of its gradients, a register of them for each parameter, stay in the nearest caches.
    static bool suits(const Architecture& architecture);

    explicit FusedNetwork(const Architecture& architecture);

    /// Adds to `gradients` the share of the columns of X (n[0] × columns) and Y (n[L] × columns) in dW[l] and db[l] of
    /// (1/m) Σ ℒ. False when a loss is not finite; then `gradients` is as it was.
    bool addGradients(const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X, ConstMatrixView<Scalar> Y,
                      Eigen::Index m, Parameters<Scalar>& gradients);

private:
    /// A layer's n[l] × columns_ values; only the first columns of a pass are used, with a stride of their own.
    struct Buffers {
        Vector<Scalar> Z, A, dZ; ///< dZ holds dA at first
    };

    Eigen::Index examplesInEachPass(Eigen::Index examples) const;
    // Columns is a number, or a compile-time constant for passes of one or two registers.
    template <class Columns>
    bool pass(const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X, ConstMatrixView<Scalar> Y,
              Eigen::Index first, Eigen::Index used, Columns columns);
    template <class Columns>
    void forward(const Parameters<Scalar>& parameters, Columns columns);
    template <class Columns>
    void backward(const Parameters<Scalar>& parameters, Columns columns, bool fresh);

    Architecture architecture_;
    Eigen::Index columns_;        ///< examples in one pass at most
    std::vector<Buffers> layers_; ///< of the layers 0…L; A[0] = X
    Vector<Scalar> Y_;
    Matrix<Scalar> sums_; ///< row i: a register of partial sums for parameter i
};

} // namespace perceptible
