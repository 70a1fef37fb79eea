#include "core/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace perceptible {

double Schedule::rate(double alpha, std::int64_t t) const {
    const auto time = static_cast<double>(t);
    const auto T = static_cast<double>(period);
    switch (kind) {
    case Kind::constant:
        return alpha;
    case Kind::step:
        return alpha * std::pow(factor, static_cast<double>(t / period));
    case Kind::cosine:
        return alpha * (1 + std::cos(std::numbers::pi * std::min(time, T) / T)) / 2;
    case Kind::inverseTime:
        return alpha / (1 + time / T);
    }
    return alpha;
}

std::string_view nameOf(Schedule::Kind kind) {
    switch (kind) {
    case Schedule::Kind::constant:
        return "constant";
    case Schedule::Kind::step:
        return "step";
    case Schedule::Kind::cosine:
        return "cosine";
    case Schedule::Kind::inverseTime:
        return "inverse-time";
    }
    return {};
}

} // namespace perceptible
