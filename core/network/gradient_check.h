#pragma once

#include "core/network/objective.h"

namespace perceptible {

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
    Eigen::Index compared = 0; ///< parameters; where there are none, nothing has been checked

    bool passes(double tolerance) const { // false for NaN
        return compared > 0 && (relativeError <= tolerance || withinRounding);
    }
    friend bool operator==(const Agreement&, const Agreement&) = default;
};

/// All parameters of a network.
struct GradientCheck : Agreement {
    /// Where |g − ĝ| is largest.
    CheckedParameter worst;
    Eigen::Index atKinks = 0;                 ///< excluded
    std::vector<Agreement> layers;            ///< 1…L, each for itself
    std::vector<CheckedParameter> parameters; ///< all, in the order of Parameters::values()

    std::vector<int> uncheckedLayers() const; ///< l of those whose parameters are all at a kink
};

/// What the rounding of J alone may change one ĝ by: J is the mean of losses, each wrong by a few units of its last
/// digit, and is divided by 2ε.
double roundingOfSlope(double cost, double epsilon);

inline constexpr double kUsualEpsilon = 1e-5;

/// The relative error up to which a gradient passes, of whatever network: what a kink would spoil is left out. Of nine
/// thousand random networks of ReLUs and leaky ReLUs none had more than 4e-9.
inline constexpr double kToleratedError = 1e-7;

CheckedParameter checkParameter(const Objective& objective, const Parameters<double>& parameters,
                                const Parameters<double>& gradients, Eigen::Index index,
                                double epsilon = kUsualEpsilon);

/// The same with one ε after the other. Nothing when interrupted.
std::optional<std::vector<CheckedParameter>>
checkAlong(const Objective& objective, const Parameters<double>& parameters, const Parameters<double>& gradients,
           Eigen::Index index, std::span<const double> epsilons, const Interrupted& interrupted = notInterrupted);

/// Where ĝ is off, it is taken again with ε/10 and ε/100 while that brings it nearer: where J bends strongly, it is the
/// difference quotient that is wrong, and a wrong g is right at no ε. Nothing when interrupted. `onChecked` is told how
/// many parameters are done.
std::optional<GradientCheck> checkGradients(const Objective& objective, const Parameters<double>& parameters,
                                            const Parameters<double>& gradients, double epsilon = kUsualEpsilon,
                                            const Interrupted& interrupted = notInterrupted,
                                            const std::function<void(Eigen::Index)>& onChecked = {});

} // namespace perceptible
