#pragma once

#include <cstdint>
#include <random>
#include <utility>

namespace perceptible {

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers become independent ones.
constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

/// The distance of SplitMix64's states: an odd number whose bits are spread.
inline constexpr std::uint64_t kGoldenGamma = 0x9E3779B97F4A7C15U;

/// SplitMix64: 64 random bits a call from 8 bytes of state, for what is drawn often and needs no long period.
class SplitMix64 {
public:
    explicit SplitMix64(std::uint64_t seed)
        : state_(seed) {}

    std::uint64_t operator()() { return mixed(state_ += kGoldenGamma); }

    /// Uniform in {0, …, bound − 1}; bound ≥ 1. By multiplication, without bias (Lemire 2019).
    std::uint32_t below(std::uint32_t bound) {
        std::uint64_t product = ((*this)() >> 32) * bound;
        if (static_cast<std::uint32_t>(product) < bound) {
            const std::uint32_t biased = (0U - bound) % bound; // 2³² mod bound
            while (static_cast<std::uint32_t>(product) < biased) {
                product = ((*this)() >> 32) * bound;
            }
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

private:
    std::uint64_t state_;
};

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
