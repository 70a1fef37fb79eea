#pragma once

#include <cstdint>
#include <random>
#include <utility>

namespace perceptible {

/// Random numbers that are the same on every platform: std::mt19937_64 is fixed by the standard, its distributions
/// are not, so they are written out here.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : engine_(seed) {}

    /// Uniform in [0, 1), 53 random bits.
    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// N(0, 1), by the polar method of Marsaglia and Bray (1964).
    double normal();

    /// Uniform in {0, …, bound − 1}; bound ≥ 1. Without the bias of a plain remainder.
    std::uint64_t below(std::uint64_t bound);

    /// Fisher–Yates.
    template <class Container>
    void shuffle(Container& items) {
        for (std::uint64_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(i)]);
        }
    }

private:
    std::mt19937_64 engine_;
    double spare_ = 0;
    bool hasSpare_ = false;
};

} // namespace perceptible
