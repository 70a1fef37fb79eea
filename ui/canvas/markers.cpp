#include "ui/canvas/markers.h"

#include <QPen>
#include <QPolygonF>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kOutline = 0.14;        // width of the light outline, as a share of the diameter
constexpr double kThinOutline = 0.07;    // the same for small markers, which would be all outline
constexpr double kSmall = 6;             // diameter of a small marker
constexpr double kRing = 0.20;           // width of a hollow marker's ring
constexpr double kDiamondRing = 0.13;    // a diamond is narrower across its sides, and must look as hollow
constexpr double kDiamondStretch = 1.12; // a diamond of the circle's diameter looks smaller than the circle

void paintShape(QPainter& painter, QPointF centre, double diameter, int label) {
    const double r = diameter / 2;
    if (label == 0) {
        painter.drawEllipse(centre, r, r);
        return;
    }
    const double d = r * kDiamondStretch;
    painter.drawConvexPolygon(
        QPolygonF{centre - QPointF(0, d), centre + QPointF(d, 0), centre + QPointF(0, d), centre - QPointF(d, 0)});
}

} // namespace

void paintMarker(QPainter& painter, QPointF centre, double diameter, int label, Role role) {
    const Theme& theme = Theme::current();
    const QColor& colour = label == 0 ? theme.class0 : theme.class1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // The light shape below is the outline.
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.dark ? theme.text : theme.neutral);
    paintShape(painter, centre, diameter, label);
    const double inner = diameter * (1 - 2 * (diameter < kSmall ? kThinOutline : kOutline));
    if (role == Role::train) {
        painter.setBrush(colour);
        paintShape(painter, centre, inner, label);
    } else {
        const double ring = diameter * (label == 0 ? kRing : kDiamondRing);
        painter.setBrush(theme.neutral);
        painter.setPen(QPen(colour, ring, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        paintShape(painter, centre, inner - ring / 2, label);
    }
    painter.restore();
}

MarkerSprites::MarkerSprites(double diameter) {
    const int side = 2 * static_cast<int>(std::ceil(diameter * kDiamondStretch / 2)) + 1;
    const QPointF centre(side / 2.0, side / 2.0);
    for (int label = 0; label < kClasses; ++label) {
        for (const Role role : {Role::train, Role::test}) {
            QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintMarker(painter, centre, diameter, label, role);
            painter.end();
            sprites_[index(label, role)] = std::move(image);
        }
    }
}

} // namespace perceptible
