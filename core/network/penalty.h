#pragma once

#include "core/network/parameters.h"

namespace perceptible {

/// What is added to the mean loss to keep weights small:
///   J = (1/m) Σ ℒ + λ₂/(2m) Σ W² + λ₁/m Σ |W|
/// over all weights and no bias; m is the number of all training examples, also when an update is made from a
/// mini-batch of them, so that the updates descend the J that is shown.
struct Penalty {
    double l1 = 0;      ///< λ₁ ≥ 0
    double l2 = 0;      ///< λ₂ ≥ 0
    Eigen::Index m = 1; ///< ≥ 1

    bool isActive() const { return l1 > 0 || l2 > 0; }

    /// The penalty's share of J.
    template <class Scalar>
    double of(const Parameters<Scalar>& parameters) const;

    /// dW[l] += λ₂/m W[l] + λ₁/m sign(W[l]), sign(0) = 0
    template <class Scalar>
    void addGradient(const Parameters<Scalar>& parameters, Parameters<Scalar>& gradients) const;
};

} // namespace perceptible
