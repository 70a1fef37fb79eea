#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <span>
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

/// J at w + offset for each of the offsets, where w is the parameter at `index`. Nothing when interrupted.
std::optional<std::vector<double>> costAlong(const Objective& objective, const Parameters<double>& parameters,
                                             Eigen::Index index, std::span<const double> offsets,
                                             const std::atomic<bool>& interrupt = false);

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

/// How close g and ĝ are over several parameters, those at a kink left out.
struct Agreement {
    /// ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖); 0 when both are so close to 0 that rounding hides them.
    double relativeError = 0;
    /// ‖g − ĝ‖ is no more than the rounding of J lets ĝ waver: where the gradient is small, nothing closer can be
    /// asked.
    bool withinRounding = false;

    bool passes(double tolerance) const { return relativeError <= tolerance || withinRounding; } // false for NaN
    friend bool operator==(const Agreement&, const Agreement&) = default;
};

/// All parameters of a network.
struct GradientCheck : Agreement {
    /// Where |g − ĝ| is largest.
    CheckedParameter worst;
    Eigen::Index compared = 0;
    Eigen::Index atKinks = 0;                 ///< excluded
    std::vector<Agreement> layers;            ///< 1…L, each for itself
    std::vector<CheckedParameter> parameters; ///< all, in the order of Parameters::values()
};

/// What the rounding of J alone may change one ĝ by: J is the mean of losses, each wrong by a few units of its last
/// digit, and is divided by 2ε.
double roundingOfSlope(double cost, double epsilon);

CheckedParameter checkParameter(const Objective& objective, const Parameters<double>& parameters,
                                const Parameters<double>& gradients, Eigen::Index index, double epsilon = 1e-5);

/// Where ĝ is off, it is taken again with ε/10 and ε/100 while that brings it nearer: where J bends strongly, it is the
/// difference quotient that is wrong, and a wrong g is right at no ε. Nothing when interrupted. `onChecked` is told how
/// many parameters are done.
std::optional<GradientCheck> checkGradients(const Objective& objective, const Parameters<double>& parameters,
                                            const Parameters<double>& gradients, double epsilon = 1e-5,
                                            const std::atomic<bool>& interrupt = false,
                                            const std::function<void(Eigen::Index)>& onChecked = {});

} // namespace perceptible
