#include "ui/plots/histogram.h"

#include <algorithm>
#include <cmath>

namespace perceptible {

int Histogram::most() const { return *std::max_element(counts.begin(), counts.end()); }

double Histogram::mean(int bin) const {
    const auto i = static_cast<std::size_t>(bin);
    return sums[i] / counts[i];
}

Histogram histogramOf(const Matrix<float>& values, double low, double high) {
    Histogram histogram{low, high, {}, {}};
    const auto binsPerUnit = static_cast<float>(Histogram::kBins / (high - low));
    const auto start = static_cast<float>(low);
    for (const float value : values.reshaped()) {
        if (!std::isfinite(value)) {
            continue;
        }
        const float place = std::min(std::max(0.0F, (value - start) * binsPerUnit), Histogram::kBins - 0.5F);
        const auto bin = static_cast<std::size_t>(place);
        ++histogram.counts[bin];
        histogram.sums[bin] += value;
    }
    return histogram;
}

} // namespace perceptible
