#include "ui/canvas/field_image.h"

#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr std::size_t kLastColour = 255;
constexpr std::size_t kNanColour = 256;

// Of the field's colours; the points have the full ones. On dark ground a colour looks stronger than on white.
constexpr double kStrength = 0.62;
constexpr double kStrengthOnDark = 0.5;

QRgb mixed(QRgb a, QRgb b, double shareOfA) {
    const auto mix = [&](int x, int y) { return static_cast<int>(std::lround(x * shareOfA + y * (1 - shareOfA))); };
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

} // namespace

FieldColours fieldColours() {
    FieldColours colours{};
    const QRgb neutral = Theme::current().neutral.rgb();
    const double strength = Theme::current().dark ? kStrengthOnDark : kStrength;
    for (std::size_t i = 0; i <= kLastColour; ++i) {
        const float value = 2 * static_cast<float>(i) / static_cast<float>(kLastColour) - 1;
        colours[i] = mixed(diverging(value), neutral, strength);
    }
    colours[kNanColour] = diverging(std::nanf(""));
    return colours;
}

QImage fieldImage(const Matrix<float>& yHat, const FieldColours& colours) {
    QImage image(static_cast<int>(yHat.cols()), static_cast<int>(yHat.rows()), QImage::Format_RGB32);
    const auto colourOf = [&](float y) {
        if (std::isnan(y)) {
            return colours[kNanColour];
        }
        return colours[static_cast<std::size_t>(std::clamp(y, 0.0F, 1.0F) * static_cast<float>(kLastColour) + 0.5F)];
    };
    for (int row = 0; row < image.height(); ++row) {
        const float* values = &yHat(row, 0);
        std::transform(values, values + image.width(), reinterpret_cast<QRgb*>(image.scanLine(row)), colourOf);
    }
    return image;
}

} // namespace perceptible
