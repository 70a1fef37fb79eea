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
    std::array<double, kBins> sums{}; ///< of the values in each bin

    int most() const;
    /// No value was finite.
    bool isEmpty() const { return most() == 0; }
    /// Of the values in a bin that has some: 0 where all are 0, as the bin's middle is not.
    double mean(int bin) const;
};

/// low < high.
Histogram histogramOf(const Matrix<float>& values, double low, double high);

} // namespace perceptible
