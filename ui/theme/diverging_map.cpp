#include "ui/theme/diverging_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kSteps = 255; // on each side of zero: as many as the eye can tell apart in 8-bit colour

std::array<QRgb, 2 * kSteps + 1> table;
QRgb notANumber;

QRgb mix(const QColor& from, const QColor& to, double share) {
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    return qRgb(channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue()));
}

} // namespace

void buildDivergingMap(const Theme& theme) {
    for (int i = 0; i <= kSteps; ++i) {
        const double share = static_cast<double>(i) / kSteps;
        table[static_cast<std::size_t>(kSteps - i)] = mix(theme.neutral, theme.class0, share);
        table[static_cast<std::size_t>(kSteps + i)] = mix(theme.neutral, theme.class1, share);
    }
    notANumber = theme.line.rgb();
}

QRgb diverging(float value) {
    if (table[0] == 0) { // opaque colours are never 0: no theme was applied yet
        buildDivergingMap(Theme::current());
    }
    if (std::isnan(value)) {
        return notANumber;
    }
    const float place = (std::clamp(value, -1.F, 1.F) + 1.F) * kSteps + 0.5F;
    return table[static_cast<std::size_t>(place)];
}

} // namespace perceptible
