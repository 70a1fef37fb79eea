#pragma once

#include <optional>

#include "core/walk/example_pass.h"

namespace perceptible {

/// Unit j of layer l; j from 0.
struct UnitPlace {
    int layer = 1;
    int unit = 0;
    friend bool operator==(const UnitPlace&, const UnitPlace&) = default;
};

/// What is wished of unit j of layer l so that ℒ falls: the three ways to change its activation (S5), each with its
/// direction and size. From the gradients of m examples together they are the averages of what each one wishes: −db_j
/// and row j of −dW.
struct Wishes {
    double b = 0;         ///< −∂ℒ/∂b_j = −dz_j
    Vector<double> w;     ///< −∂ℒ/∂w_ji = −dz_j a[l−1]_i, n[l−1]
    Vector<double> share; ///< −dz_j w_ji, this unit's share in what is wished of a[l−1]_i, n[l−1]
    /// −∂ℒ/∂a[l−1] = −W[l]ᵀ dz[l], the shares of all units of layer l together: what is handed on to layer l − 1.
    Vector<double> a;
};

/// `gradients` are those of ExamplePass or of AveragePass.
Wishes wishesOf(const Parameters<double>& parameters, const Parameters<double>& gradients, UnitPlace unit);

/// One way to change the activation of a unit of layer l.
struct Nudge {
    enum class Way { bias, weight, activation }; ///< b_j, w_ji, a[l−1]_i (which needs l ≥ 2: the input is given)
    UnitPlace unit;
    Way way = Way::bias;
    std::optional<int> input = {}; ///< i from 0; none: all together, in proportion to what is wished of each
};

/// What may be nudged: a copy of the parameters, and one example's activations.
struct NudgedNetwork {
    Parameters<double> parameters;
    ActivationChanges changes;
};

/// The most that is added: a tenth of the wish, which is one step of gradient descent on this parameter with α = 0.1.
inline constexpr double kLargestNudge = 0.1;

/// What the wishes are multiplied by: kLargestNudge, or less where that would promise more than a tenth of ℒ. To first
/// order ℒ falls by step · Σ wish².
double smallStep(const Wishes& wishes, const Nudge& nudge, double loss);

/// Adds step · wish.
NudgedNetwork nudged(NudgedNetwork network, const Nudge& nudge, const Wishes& wishes, double step);

} // namespace perceptible
