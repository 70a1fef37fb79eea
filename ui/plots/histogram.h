#pragma once

#include <array>

#include "core/network/matrix.h"

namespace perceptible {

/// How often the values of a matrix lie in each of equally wide bins from `low` to `high`. Finite values outside
/// count in the outer bins, so that the counts sum to the number of finite values; the others have no place.
struct Histogram {
    static constexpr int kBins = 32;
    double low = 0;
    double high = 1;
    std::array<int, kBins> counts{};

    int most() const;
    /// No value was finite.
    bool isEmpty() const { return most() == 0; }
    double centre(int bin) const { return low + (bin + 0.5) * (high - low) / kBins; }
};

/// low < high.
Histogram histogramOf(const Matrix<float>& values, double low, double high);

} // namespace perceptible
