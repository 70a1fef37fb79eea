#pragma once

namespace perceptible {

/// The full length of a live scale that does not jitter: a step of niceAbove(). It grows at once
/// when a value exceeds it and shrinks only when all values have become much smaller.
class CalmScale {
public:
    /// Takes in the largest value to be shown (≥ 0) and returns the scale, which is not below it; there is none, 0, as
    /// long as the largest is 0 or not finite.
    double follow(double largest);
    double value() const { return value_; }
    /// value / scale, −1…+1; 0 where there is no scale or no number.
    float relative(double value) const;

private:
    double value_ = 0;
};

} // namespace perceptible
