#include "ui/canvas/field_layer.h"

#include <QPainter>
#include <QPen>
#include <QTransform>
#include <algorithm>

#include "core/live/probe.h"
#include "core/training/example_matrix.h"
#include "ui/canvas/contour.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kLineWidth = 1.5;
/// Of z from one cell to the next: below it, z is near enough to a straight line between them.
constexpr float kLeap = 2;
/// Networks with more parameters would hold up the painting; their lines stay as the cells have them.
constexpr Eigen::Index kMostParameters = 500;

/// z[L] of the picture's network at places of its region.
class Logits {
public:
    explicit Logits(const Picture& picture)
        : snapshot_(*picture.snapshot)
        , region_(picture.view.region)
        , caches_(snapshot_.architecture, examplesPerBlock(snapshot_.architecture), Caches<float>::For::forward) {}

    Matrix<float> operator()(const Matrix<float>& places) {
        Matrix<float> X(static_cast<Eigen::Index>(snapshot_.inputs.size()), places.cols());
        for (Eigen::Index j = 0; j < X.cols(); ++j) {
            setInputs(snapshot_.inputs, region_.x1Min + places(0, j) * region_.width(),
                      region_.x2Max - places(1, j) * region_.height(), X, j);
        }
        Matrix<float> z(1, X.cols());
        for (Eigen::Index first = 0; first < X.cols(); first += caches_.columns) {
            const Eigen::Index columns = std::min(caches_.columns, X.cols() - first);
            modelForward<float>(snapshot_.architecture, snapshot_.parameters, X.middleCols(first, columns), caches_);
            z.middleCols(first, columns) = caches_.layers.back().Z.topLeftCorner(1, columns);
        }
        return z;
    }

private:
    const Snapshot& snapshot_;
    Region region_;
    Caches<float> caches_;
};

std::vector<QLineF> boundaryOf(const Picture& picture) {
    if (picture.snapshot->parameters.values().size() > kMostParameters) {
        return contour(picture.boundaryLogits, 0);
    }
    return contour(picture.boundaryLogits, 0, kLeap, Logits(picture));
}

} // namespace

void FieldLayer::retheme() {
    colours_ = fieldColours();
    picture_.reset();
}

void FieldLayer::take(const PicturePtr& picture) {
    picture_ = picture;
    image_ = fieldImage(picture->boundary, colours_);
    boundary_ = boundaryOf(*picture);
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
