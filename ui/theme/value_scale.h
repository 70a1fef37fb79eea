#pragma once

#include <QRgb>
#include <vector>

#include "core/live/picture.h"

namespace perceptible {

/// How one layer's activations become colours: `neutral` is neutral, neutral ± full is a full colour.
/// sigmoid: 0.5 ± 0.5, so that orange is 0 and blue is 1 as on the decision boundary; tanh: 0 ± 1; unbounded
/// activations and the inputs: 0 ± the largest |a| of the layer over the plane, or 0 ± 1 where that is 0.
struct ValueScale {
    float neutral = 0;
    float full = 1;

    /// −1…+1 for diverging().
    float operator()(float a) const { return (a - neutral) / full; }
    friend bool operator==(const ValueScale&, const ValueScale&) = default;
};

/// diverging() for lines, dots and bars: zero is the quiet line colour, so that it stays visible on any ground, and
/// small values keep a hue (the share of the full colour is the square root of |value|).
QRgb divergingInk(float value);

/// The scales of layers 0…L.
std::vector<ValueScale> valueScales(const Picture& picture);

} // namespace perceptible
