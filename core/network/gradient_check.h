#pragma once

#include "core/network/parameters.h"

namespace perceptible {

/// Backward against central differences, over all parameters of a network, in double.
struct GradientCheck {
    /// ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖); 0 when both are zero.
    double relativeError = 0;
    /// Where |g − ĝ| is largest, in the order of parameterAt().
    Eigen::Index worstParameter = 0;
};

/// J = (1/m) Σ ℒ of the examples X (n[0] × m), Y (1 × m).
double costOf(const Architecture& architecture, const Parameters<double>& parameters, const Matrix<double>& X,
              const Matrix<double>& Y);

/// dW[l], db[l] of J by backward.
Parameters<double> gradientsOf(const Architecture& architecture, const Parameters<double>& parameters,
                               const Matrix<double>& X, const Matrix<double>& Y);

/// ĝ = (J(w + ε) − J(w − ε)) / 2ε for every parameter w, against `gradients`.
GradientCheck checkGradients(const Architecture& architecture, const Parameters<double>& parameters,
                             const Matrix<double>& X, const Matrix<double>& Y, const Parameters<double>& gradients,
                             double epsilon = 1e-5);

} // namespace perceptible
