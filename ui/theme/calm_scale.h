#pragma once

namespace perceptible {

/// The full length of a live scale that does not jitter: 1, 1.5, 2, 3, 5 or 7 times a power of ten. It grows at once
/// when a value exceeds it and shrinks only when all values have become much smaller.
class CalmScale {
public:
    /// Takes in the largest value to be shown (≥ 0) and returns the scale, which is not below it.
    double follow(double largest);
    double value() const { return value_; }

private:
    double value_ = 0;
};

} // namespace perceptible
