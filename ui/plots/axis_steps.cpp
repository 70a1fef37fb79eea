#include "ui/plots/axis_steps.h"

#include <array>
#include <cmath>
#include <initializer_list>

namespace perceptible {
namespace {

constexpr double kSame = 1e-9; // relative rounding errors of the powers

double powerBelow(double value) { return std::pow(10, std::floor(std::log10(value))); }

void appendDecades(QVector<double>& ticks, double low, double high, std::initializer_list<int> digits) {
    for (double power = powerBelow(low); power <= high; power *= 10) {
        for (const int digit : digits) {
            const double tick = digit * power;
            if (tick >= low * (1 - kSame) && tick <= high * (1 + kSame)) {
                ticks << tick;
            }
        }
    }
}

} // namespace

double niceAbove(double value) {
    if (!(value > 0) || !std::isfinite(value)) {
        return 1;
    }
    static constexpr std::array steps{1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0};
    const double power = powerBelow(value);
    for (const double step : steps) {
        if (step * power >= value * (1 - kSame)) {
            return step * power;
        }
    }
    return 10 * power;
}

double niceBelow(double value) {
    static constexpr std::array steps{5.0, 2.0, 1.0};
    const double power = powerBelow(value);
    for (const double step : steps) {
        if (step * power <= value * (1 + kSame)) {
            return step * power;
        }
    }
    return power;
}

QVector<double> logarithmicTicks(double low, double high) {
    QVector<double> ticks;
    const double decades = std::log10(high / low);
    if (decades < 1.2) {
        appendDecades(ticks, low, high, {1, 2, 3, 5, 7});
    } else if (decades < 3) {
        appendDecades(ticks, low, high, {1, 2, 5});
    } else {
        appendDecades(ticks, low, high, {1});
        const qsizetype stride = 1 + ticks.size() / 8; // at most eight numbers on one axis
        for (qsizetype i = ticks.size() - 1; i >= 0 && stride > 1; --i) {
            if (i % stride != 0) {
                ticks.remove(i);
            }
        }
    }
    return ticks;
}

} // namespace perceptible
