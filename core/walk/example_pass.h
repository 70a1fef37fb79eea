#pragma once

#include <atomic>
#include <optional>
#include <vector>

#include "core/network/network.h"

namespace perceptible {

/// What is added by hand to the activations a[1], …, a[L−1] of one example: entry l − 1 is n[l]. Empty: nothing.
using ActivationChanges = std::vector<Vector<double>>;

/// No change yet, but room for it.
ActivationChanges noChanges(const Architecture& architecture);

/// One example taken forward and backward (S6).
struct ExamplePass {
    Caches<double> caches;        ///< as backprop() has them, without dA[L]; A[l] = gZ[l] + change, gZ[l] = g(Z[l])
    Parameters<double> gradients; ///< dW[l] = dz[l] a[l−1]ᵀ, db[l] = dz[l]
    double loss = 0;              ///< ℒ(ŷ, y)

    const Matrix<double>& yHat() const { return caches.layers.back().A; } ///< n[L] × 1
};

/// x is n[0] × 1, y is n[L] × 1. Without changes these are the numbers of backprop(); with them a[l] = g(z[l]) + change
/// goes on to layer l + 1, and back.
ExamplePass passOf(const Architecture& architecture, const Parameters<double>& parameters, ConstMatrixView<double> x,
                   ConstMatrixView<double> y, const ActivationChanges& changes = {});

/// The mean over m examples: what they all have together.
struct AveragePass {
    Parameters<double> gradients; ///< dW[l], db[l] (S7)
    double cost = 0;              ///< (1/m) Σ ℒ
};

/// X is n[0] × m, Y is n[L] × m, m ≥ 1. In blocks of examples; nothing when interrupted between two of them.
std::optional<AveragePass> averagePassOf(const Architecture& architecture, const Parameters<double>& parameters,
                                         ConstMatrixView<double> X, ConstMatrixView<double> Y,
                                         const std::atomic<bool>& interrupt = false);

} // namespace perceptible
