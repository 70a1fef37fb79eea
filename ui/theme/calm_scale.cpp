#include "ui/theme/calm_scale.h"

#include <cmath>

namespace perceptible {

namespace {

// Neighbouring steps are at most 5/3 apart, so below this share a smaller one fits with room to spare.
constexpr double kShrinkBelow = 0.4;

double roundUp(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0}) {
        if (value <= step * power) {
            return step * power;
        }
    }
    return 10 * power;
}

} // namespace

double CalmScale::follow(double largest) {
    const bool usable = std::isnormal(largest) && largest > 0;
    if (usable && (largest > value_ || largest < kShrinkBelow * value_)) {
        value_ = roundUp(largest);
    }
    return value_;
}

} // namespace perceptible
