#pragma once

#include <QPainter>
#include <QStringList>
#include <vector>

#include "core/live/picture.h"
#include "ui/theme/value_scale.h"

namespace perceptible {

/// Something in the network view that can be pointed at.
struct DiagramTarget {
    enum class Kind { none, unit, bias, edge, layer };
    Kind kind = Kind::none;
    int layer = 0;
    int unit = 0; ///< of a unit or its bias; the edge's end
    int from = 0; ///< the edge's start, a unit of layer − 1

    bool isUnit(int l, int i) const { return kind == Kind::unit && layer == l && unit == i; }
    friend bool operator==(const DiagramTarget&, const DiagramTarget&) = default;
};

/// What the card says: numbers of the picture's own snapshot.
struct CardText {
    QString title;
    QStringList lines;
};
CardText describe(const Picture& picture, const DiagramTarget& target, const std::vector<ValueScale>& scales);

/// Draws the card beside `anchor`, wholly inside `bounds`, and returns what it covers. `map` may be null.
QRectF paintCard(QPainter& painter, const QRectF& bounds, const QRectF& anchor, const CardText& text,
                 const QImage& map);

} // namespace perceptible
