#include "ui/backprop/check/gradient_comparison.h"

#include <algorithm>
#include <cmath>

namespace perceptible {

double epsilonAt(int place) { return std::pow(10.0, (place - (kEpsilons - 1)) / double{kEpsilonsEachDecade}); }

int placeOfEpsilon(double epsilon) {
    const double place = kEpsilons - 1 + std::round(std::log10(epsilon) * kEpsilonsEachDecade);
    return static_cast<int>(std::clamp(place, 0.0, double{kEpsilons - 1}));
}

Finding findingOf(const CheckedParameter& checked, double cost, double epsilon) {
    const double difference = std::abs(checked.backward - checked.numeric);
    if (!std::isfinite(difference)) {
        return Finding::notFinite;
    }
    if (checked.atKink) {
        return Finding::kink;
    }
    if (checked.relativeError() <= kToleratedError) {
        return Finding::agree;
    }
    return difference <= roundingOfSlope(cost, epsilon) ? Finding::rounding : Finding::differ;
}

} // namespace perceptible
