#pragma once

#include <QPointF>
#include <QRectF>

#include "core/data/data_set.h"

namespace perceptible {

/// A place of the input plane.
struct PlanePoint {
    double x1 = 0;
    double x2 = 0;
    friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

inline PlanePoint placeOf(const Example& example) { return {example.x1, example.x2}; }

inline bool contains(const Region& region, PlanePoint p) {
    return p.x1 >= region.x1Min && p.x1 <= region.x1Max && p.x2 >= region.x2Min && p.x2 <= region.x2Max;
}

/// A region of the plane shown in a rectangle of the screen: x1 grows to the right, x2 upwards.
struct PlaneMapping {
    Region region;
    QRectF frame;

    QPointF toScreen(PlanePoint p) const {
        return {frame.left() + (p.x1 - region.x1Min) / region.width() * frame.width(),
                frame.top() + (region.x2Max - p.x2) / region.height() * frame.height()};
    }
    QRectF rectangleOf(const Region& part) const {
        return {toScreen({part.x1Min, part.x2Max}), toScreen({part.x1Max, part.x2Min})};
    }
    PlanePoint toPlane(QPointF p) const {
        return {region.x1Min + (p.x() - frame.left()) / frame.width() * region.width(),
                region.x2Max - (p.y() - frame.top()) / frame.height() * region.height()};
    }
};

} // namespace perceptible
