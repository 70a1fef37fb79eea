#include "ui/diagram/unit_tiles.h"

#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr double kCorner = 4; // radius

/// Between which two cells, and how far from the first to the second, a pixel's centre lies.
struct Tap {
    int first = 0;
    int second = 0;
    float share = 0;
};

std::vector<Tap> tapsOf(int pixels, int cells) {
    std::vector<Tap> taps(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        const float position = (static_cast<float>(i) + 0.5F) * static_cast<float>(cells) / static_cast<float>(pixels);
        const float cell = std::clamp(position - 0.5F, 0.0F, static_cast<float>(cells - 1));
        const int first = static_cast<int>(cell);
        taps[static_cast<std::size_t>(i)] = {first, std::min(first + 1, cells - 1), cell - static_cast<float>(first)};
    }
    return taps;
}

/// What every tile of one size is cut out by and framed with.
struct Stencil {
    QImage shape;
    QImage frame;
    QRgb frameColour = 0;
};

QImage transparentImage(int pixels, double devicePixelRatio) {
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    return image;
}

Stencil makeStencil(int pixels, double devicePixelRatio, const QColor& frameColour) {
    const double side = pixels / devicePixelRatio;
    Stencil stencil{transparentImage(pixels, devicePixelRatio), transparentImage(pixels, devicePixelRatio),
                    frameColour.rgba()};
    QPainter shape(&stencil.shape);
    shape.setRenderHint(QPainter::Antialiasing);
    shape.setPen(Qt::NoPen);
    shape.setBrush(Qt::black);
    shape.drawRoundedRect(QRectF(0, 0, side, side), kCorner, kCorner);
    QPainter frame(&stencil.frame);
    frame.setRenderHint(QPainter::Antialiasing);
    frame.setPen(frameColour);
    frame.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), kCorner - 0.5, kCorner - 0.5);
    return stencil;
}

/// A few sizes are in use at a time, one per layer and the hover card's.
const Stencil& stencilOf(int pixels, double devicePixelRatio) {
    static std::vector<Stencil> stencils;
    const QColor colour = Theme::current().strongLine;
    const auto known = std::find_if(stencils.begin(), stencils.end(), [&](const Stencil& stencil) {
        return stencil.shape.width() == pixels && stencil.shape.devicePixelRatioF() == devicePixelRatio &&
               stencil.frameColour == colour.rgba();
    });
    if (known != stencils.end()) {
        return *known;
    }
    constexpr std::size_t kMostStencils = 64;
    if (stencils.size() == kMostStencils) {
        stencils.erase(stencils.begin());
    }
    return stencils.emplace_back(makeStencil(pixels, devicePixelRatio, colour));
}

} // namespace

void paintUnitMap(QImage& image, const float* values, int side, const ValueScale& scale) {
    const std::vector<Tap> columns = tapsOf(image.width(), side);
    const std::vector<Tap> rows = tapsOf(image.height(), side);
    std::vector<float> line(static_cast<std::size_t>(side));
    for (int y = 0; y < image.height(); ++y) {
        const Tap& row = rows[static_cast<std::size_t>(y)];
        const float* const above = values + static_cast<std::ptrdiff_t>(row.first) * side;
        const float* const below = values + static_cast<std::ptrdiff_t>(row.second) * side;
        for (int i = 0; i < side; ++i) {
            line[static_cast<std::size_t>(i)] = scale(above[i] + (below[i] - above[i]) * row.share);
        }
        auto* const pixels = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (std::size_t x = 0; x < columns.size(); ++x) {
            const Tap& tap = columns[x];
            const float left = line[static_cast<std::size_t>(tap.first)];
            const float right = line[static_cast<std::size_t>(tap.second)];
            pixels[x] = diverging(left + (right - left) * tap.share);
        }
    }
}

void paintTile(QImage& image, double side, double devicePixelRatio, const float* values, int mapSide,
               const ValueScale& scale) {
    const int pixels = static_cast<int>(std::lround(side * devicePixelRatio));
    if (image.width() != pixels || image.devicePixelRatioF() != devicePixelRatio) {
        image = transparentImage(pixels, devicePixelRatio);
    }
    paintUnitMap(image, values, mapSide, scale);
    const Stencil& stencil = stencilOf(pixels, devicePixelRatio);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    painter.drawImage(0, 0, stencil.shape);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.drawImage(0, 0, stencil.frame);
}

void UnitTiles::update(const Picture& picture, const DiagramLayout& layout, const std::vector<ValueScale>& scales,
                       double devicePixelRatio) {
    images_.resize(layout.layers.size());
    for (std::size_t l = 0; l < layout.layers.size(); ++l) {
        const auto& tiles = layout.layers[l].tiles;
        images_[l].resize(tiles.size());
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            const float* const values = picture.unitMaps[l].row(static_cast<Eigen::Index>(i)).data();
            paintTile(images_[l][i], tiles[i].width(), devicePixelRatio, values, picture.view.unitMapSide, scales[l]);
        }
    }
}

void UnitTiles::paint(QPainter& painter, const DiagramLayout& layout) const {
    for (std::size_t l = 0; l < images_.size(); ++l) {
        for (std::size_t i = 0; i < images_[l].size(); ++i) {
            painter.drawImage(layout.layers[l].tiles[i].topLeft(), images_[l][i]);
        }
    }
}

} // namespace perceptible
