#include "core/data/random.h"

#include <cmath>

namespace perceptible {

double Random::normal() {
    if (hasSpare_) {
        hasSpare_ = false;
        return spare_;
    }
    double u = 0;
    double v = 0;
    double s = 0;
    do {
        u = uniform(-1, 1);
        v = uniform(-1, 1);
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double scale = std::sqrt(-2 * std::log(s) / s);
    spare_ = v * scale;
    hasSpare_ = true;
    return u * scale;
}

std::uint64_t Random::below(std::uint64_t bound) {
    const std::uint64_t rejectFrom = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t value = 0;
    do {
        value = engine_();
    } while (value >= rejectFrom);
    return value % bound;
}

} // namespace perceptible
