#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/data/data_set.h"

namespace perceptible {

/// What is computed from a point (x1, x2) and can be an input of the network.
enum class Feature { x1, x2, x1Squared, x2Squared, x1x2, sinX1, sinX2 };
inline constexpr Feature allFeatures[] = {Feature::x1,   Feature::x2,    Feature::x1Squared, Feature::x2Squared,
                                          Feature::x1x2, Feature::sinX1, Feature::sinX2};

/// "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)": as the command line spells them.
std::string_view nameOf(Feature feature);

/// Angles are in radians.
double valueOf(Feature feature, double x1, double x2);

/// What a point is turned into before it enters the network: a[0][k] = f[k](x1, x2), or (f[k](x1, x2) − μ[k]) / σ[k]
/// when it is standardised.
struct InputMap {
    std::vector<Feature> features{Feature::x1, Feature::x2}; ///< f, n[0] of them
    std::vector<double> means;                               ///< μ, n[0] of them, or none: not standardised
    std::vector<double> deviations;                          ///< σ > 0, as many as means

    std::size_t size() const { return features.size(); } ///< n[0]
    bool isStandardized() const { return !means.empty(); }
    /// a[0][input], in double precision: far from the origin a float has lost by then what standardising brings out.
    double value(std::size_t input, double x1, double x2) const;

    friend bool operator==(const InputMap&, const InputMap&) = default;
};

/// The map with these features and, if asked, with their means and standard deviations over the m training examples,
/// σ² = (1/m) Σ (f − μ)². A feature that is the same for all of them gets σ = 1, so that it becomes 0; without
/// training examples μ = 0 and σ = 1.
InputMap inputMapFor(const std::vector<Feature>& features, bool standardize, const DataSet& data);

} // namespace perceptible
