#pragma once

#include "core/network/gradient_check.h"

namespace perceptible {

/// What is classically done wrong in backward. Each is one line of a copy of it; nothing trains with them.
enum class GradientMistake {
    none,
    forgottenMean,     ///< dW[l] = dZ[l] A[l−1]ᵀ, db[l] = Σ_i dZ[l](i): without 1/m
    wrongSign,         ///< dZ[L] = Y − A[L]
    missingDerivative, ///< dZ[l] = dA[l]: without g[l]′(Z[l])
    /// Every transposed matrix is instead the matrix as it is, its numbers read row by row in the shape that fits:
    ///   dA[l−1] = W[l].reshape(n[l−1], n[l]) dZ[l]          W[l] itself where it is square
    ///   dW[l] = (1/m) (A[l−1] dZ[l]ᵀ).reshape(n[l], n[l−1])
    wrongTranspose
};
inline constexpr GradientMistake allGradientMistakes[] = {GradientMistake::forgottenMean, GradientMistake::wrongSign,
                                                          GradientMistake::missingDerivative,
                                                          GradientMistake::wrongTranspose};

/// Whether the mistake changes the gradients of m examples at all. It doesn't
///   forgottenMean      for m = 1
///   missingDerivative  without a hidden layer, and where every hidden layer is linear (g′ = 1)
///   wrongTranspose     where every W[l] is a row or a column, whose numbers are the same read either way
/// Beyond that the numbers may hide one: a ReLU that is positive for every example has g′ = 1 too, a symmetric W is its
/// transpose, and where the gradient is 0 there is nothing to be wrong.
bool canShow(GradientMistake mistake, const Architecture& architecture, Eigen::Index m);

/// dW[l], db[l] of J by a backward with the mistake; the penalty's part is right. With `none`, the numbers of the
/// gradientsOf() that is right, bit for bit. Nothing when interrupted.
std::optional<Parameters<double>> gradientsOf(const Objective& objective, const Parameters<double>& parameters,
                                              GradientMistake mistake, const Interrupted& interrupted = notInterrupted);

} // namespace perceptible
