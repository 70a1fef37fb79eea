#include "ui/canvas/point_layer.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/canvas/plane_mapping.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

bool beginsWith(const DataSet& data, const DataSet& start) {
    return data.size() >= start.size() &&
           std::equal(start.examples().begin(), start.examples().end(), data.examples().begin());
}

} // namespace

double markerDiameter(std::size_t examples) {
    struct Step {
        std::size_t upTo;
        double diameter;
    };
    constexpr Step steps[] = {{1'000, 9.5}, {4'000, 7.5}, {15'000, 5.5}};
    const auto* step = std::ranges::find_if(steps, [&](const Step& s) { return examples <= s.upTo; });
    return step != std::end(steps) ? step->diameter : 4.0;
}

const QImage& PointLayer::image(const DataSetPtr& data, const Region& region, int side, double scale) {
    const Layout layout{region, side, scaled(markerDiameter(data->size())) * scale};
    if (data == data_ && layout == layout_) {
        return image_;
    }
    std::size_t painted = 0;
    if (data_ && layout == layout_ && beginsWith(*data, *data_)) {
        painted = data_->size();
    } else {
        layout_ = layout;
        sprites_ = MarkerSprites(layout.diameter);
        image_ = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
        image_.fill(Qt::transparent);
    }
    data_ = data;
    paintFrom(painted);
    return image_;
}

void PointLayer::paintFrom(std::size_t first) {
    const PlaneMapping mapping{layout_.region, QRectF(0, 0, layout_.side, layout_.side)};
    const int half = sprites_.side() / 2;
    QPainter painter(&image_);
    const auto& examples = data_->examples();
    for (std::size_t i = first; i < examples.size(); ++i) {
        const Example& e = examples[i];
        const QPointF place = mapping.toScreen(placeOf(e));
        // Whole pixels: the sprite is copied as it is, and an image that grew equals one painted at once.
        const QPoint pixel(static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y())));
        painter.drawImage(pixel - QPoint(half, half), sprites_.sprite(e.label(), e.role));
    }
}

} // namespace perceptible
