#include "ui/diagram/edge_painter.h"

#include <algorithm>
#include <cmath>

namespace perceptible {

namespace {

/// below + (over − below) · alpha / 256, for two channels at a time.
QRgb blended(QRgb below, QRgb over, unsigned alpha) {
    constexpr QRgb kRedAndBlue = 0x00ff00ff;
    constexpr QRgb kGreen = 0x0000ff00;
    const QRgb redAndBlue = (below & kRedAndBlue) * (256 - alpha) + (over & kRedAndBlue) * alpha;
    const QRgb green = (below & kGreen) * (256 - alpha) + (over & kGreen) * alpha;
    return 0xff000000U | ((redAndBlue >> 8) & kRedAndBlue) | ((green >> 8) & kGreen);
}

} // namespace

void drawEdge(QImage& image, const EdgeCurve& curve, const EdgeStroke& stroke) {
    const double ratio = image.devicePixelRatioF();
    const EdgeCurve line{curve.from * ratio, curve.to * ratio};
    const double halfWidth = stroke.width * ratio / 2;
    const double mostCovered = std::min(1.0, 2 * halfWidth); // a line thinner than a pixel covers none wholly
    const auto stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    auto* const pixels = reinterpret_cast<QRgb*>(image.bits());
    const int right = std::min(image.width(), static_cast<int>(std::ceil(line.to.x())));
    for (int x = std::max(0, static_cast<int>(line.from.x())); x < right; ++x) {
        const double centre = line.yAt(x + 0.5) - 0.5; // in pixel rows, whose centres are at +0.5
        const double slope = line.slopeAt(x + 0.5);
        const double cosine = 1 / std::sqrt(1 + slope * slope);
        const double reach = (halfWidth + 0.5) / cosine;
        const int top = std::max(0, static_cast<int>(std::ceil(centre - reach)));
        const int bottom = std::min(image.height() - 1, static_cast<int>(std::floor(centre + reach)));
        QRgb* pixel = pixels + top * stride + x;
        for (int y = top; y <= bottom; ++y, pixel += stride) {
            const double covered = std::min(mostCovered, halfWidth + 0.5 - std::abs(y - centre) * cosine);
            *pixel = blended(*pixel, stroke.colour, static_cast<unsigned>(256 * stroke.opacity * covered));
        }
    }
}

} // namespace perceptible
