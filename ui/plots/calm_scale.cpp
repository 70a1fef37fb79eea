#include "ui/plots/calm_scale.h"

#include <algorithm>
#include <cmath>

#include "ui/plots/axis_steps.h"

namespace perceptible {

namespace {

// Steps of niceAbove() are at most 3/2 apart, so below this share a smaller one fits with room to spare.
constexpr double kShrinkBelow = 0.4;

} // namespace

double CalmScale::follow(double largest) {
    if (!std::isnormal(largest)) {
        value_ = 0; // the old scale says nothing about what is shown now
    } else if (largest > value_ || largest < kShrinkBelow * value_) {
        value_ = niceAbove(largest);
    }
    return value_;
}

float CalmScale::relative(double value) const {
    return value_ > 0 && !std::isnan(value) ? static_cast<float>(std::clamp(value / value_, -1.0, 1.0)) : 0;
}

} // namespace perceptible
