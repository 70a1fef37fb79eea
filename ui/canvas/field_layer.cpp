#include "ui/canvas/field_layer.h"

#include <QPainter>
#include <QPen>
#include <QTransform>
#include <algorithm>

#include "ui/canvas/contour.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kLineWidth = 1.5;

} // namespace

void FieldLayer::retheme() {
    colours_ = fieldColours();
    picture_.reset();
}

void FieldLayer::take(const PicturePtr& picture) {
    picture_ = picture;
    image_ = fieldImage(picture->boundary, colours_);
    boundary_ = contour(picture->boundaryLogits, 0);
}

void FieldLayer::paint(QPainter& painter, const PlaneMapping& mapping, const PicturePtr& picture) {
    if (!picture || picture->boundary.size() == 0) {
        return;
    }
    if (picture != picture_) {
        take(picture);
    }
    const QRectF place = mapping.rectangleOf(picture->view.region);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, image_);

    QTransform toScreen;
    toScreen.translate(place.left(), place.top());
    toScreen.scale(place.width(), place.height());
    std::vector<QLineF> pieces(boundary_.size());
    std::ranges::transform(boundary_, pieces.begin(), [&](const QLineF& piece) { return toScreen.map(piece); });
    painter.setRenderHint(QPainter::Antialiasing);
    // Single pieces whose caps close the joints are drawn several times as fast as one long path with joins.
    painter.setPen(QPen(Theme::current().text, kLineWidth, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(pieces.data(), static_cast<int>(pieces.size()));
    painter.restore();
}

} // namespace perceptible
