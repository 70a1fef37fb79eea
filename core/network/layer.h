#pragma once

#include "core/network/parameters.h"

namespace perceptible {

/// LINEAR forward: Z[l] = W[l] A[l−1] + b[l]     (n[l] × m) = (n[l] × n[l−1]) (n[l−1] × m) + (n[l] × 1)          (S8)
template <class Scalar>
void linearForward(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> APrevious, MatrixView<Scalar> Z);

/// LINEAR→ACTIVATION forward: Z[l] as above, A[l] = g[l](Z[l])                                                  (S8)
/// Z and A may be the same matrix; a quick g is then applied while z is still in registers.
template <class Scalar>
void linearActivationForward(const LayerParameters<const Scalar>& layer, Activation g, double leakySlope,
                             ConstMatrixView<Scalar> APrevious, MatrixView<Scalar> Z, MatrixView<Scalar> A);

/// LINEAR backward, the parameters' part (S10), the one place where 1/m is applied:
///   dW[l] += (1/m) dZ[l] A[l−1]ᵀ     (n[l] × n[l−1])
///   db[l] += (1/m) Σ_i dZ[l](i)      (n[l] × 1)
/// It adds, so that m examples can be given in several blocks of columns; m is the number of them all.
template <class Scalar>
void linearBackward(ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> APrevious, Eigen::Index m,
                    LayerParameters<Scalar> gradient);

/// LINEAR backward, what is handed on: dA[l−1] = W[l]ᵀ dZ[l]     (n[l−1] × m)                                  (S10)
template <class Scalar>
void linearBackwardInput(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> dZ,
                         MatrixView<Scalar> dAPrevious);

/// LINEAR→ACTIVATION backward: dA[l−1] as above, dZ[l−1] = dA[l−1] * g[l−1]′(Z[l−1])     (n[l−1] × m)           (S10)
/// dAPrevious and dZPrevious may be the same matrix; a quick g′ is then applied while da is still in registers, and it
/// may be the one that holds ZPrevious or APrevious too.
template <class Scalar>
void linearActivationBackward(const LayerParameters<const Scalar>& layer, ConstMatrixView<Scalar> dZ,
                              Activation gPrevious, double leakySlope, ConstMatrixView<Scalar> ZPrevious,
                              ConstMatrixView<Scalar> APrevious, MatrixView<Scalar> dAPrevious,
                              MatrixView<Scalar> dZPrevious);

} // namespace perceptible
