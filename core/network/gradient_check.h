#pragma once

#include <atomic>
#include <optional>
#include <vector>

#include "core/network/network.h"
#include "core/network/penalty.h"

namespace perceptible {

/// J as a function of the parameters: a network's examples and all that its cost has.
struct Objective {
    Architecture architecture;
    Matrix<double> X; ///< n[0] × m
    Matrix<double> Y; ///< n[L] × m
    Penalty penalty = {};
    std::optional<Dropout> dropout = {}; ///< held still: the same activations are dropped at every evaluation
};

/// J = (1/m) Σ ℒ + penalty.
double costOf(const Objective& objective, const Parameters<double>& parameters);

/// dW[l], db[l] of J by backward.
Parameters<double> gradientsOf(const Objective& objective, const Parameters<double>& parameters);

/// One parameter w: its gradient by backward against ĝ = (J(w + ε) − J(w − ε)) / 2ε.
struct CheckedParameter {
    Eigen::Index index = 0; ///< in Parameters::values(); placeOf() tells where that is
    double backward = 0;    ///< g
    double numeric = 0;     ///< ĝ
    /// Between w − ε and w + ε a ReLU's z or, under an L1 penalty, w itself changes its sign: ĝ says nothing there.
    bool atKink = false;

    /// |g − ĝ| / (|g| + |ĝ|); 0 when both are 0.
    double relativeError() const;
};

/// All parameters of a network.
struct GradientCheck {
    /// ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) over the parameters that are not at a kink; 0 when both are so close to 0 that rounding
    /// hides them.
    double relativeError = 0;
    /// ‖g − ĝ‖ is no more than the rounding of J lets ĝ waver: where the gradient is small, nothing closer can be
    /// asked.
    bool withinRounding = false;
    /// Where |g − ĝ| is largest.
    CheckedParameter worst;
    Eigen::Index compared = 0;
    Eigen::Index atKinks = 0;        ///< excluded
    std::vector<double> layerErrors; ///< relativeError of the layers 1…L alone; 0 within rounding

    bool passes(double tolerance) const { return relativeError <= tolerance || withinRounding; } // false for NaN
};

CheckedParameter checkParameter(const Objective& objective, const Parameters<double>& parameters,
                                const Parameters<double>& gradients, Eigen::Index index, double epsilon = 1e-5);

/// Nothing when interrupted.
std::optional<GradientCheck> checkGradients(const Objective& objective, const Parameters<double>& parameters,
                                            const Parameters<double>& gradients, double epsilon = 1e-5,
                                            const std::atomic<bool>& interrupt = false);

} // namespace perceptible
