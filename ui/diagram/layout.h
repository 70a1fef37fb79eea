#pragma once

#include <QPointF>
#include <QRectF>
#include <optional>
#include <vector>

#include "ui/diagram/edge_curve.h"

namespace perceptible {

/// One layer's place in the network view.
struct LayerColumn {
    QRectF caption;            ///< under the units, as wide as the column
    std::vector<QRectF> tiles; ///< of the shown units, from the top: the first ones of the layer
    int folded = 0;            ///< units that found no room
    QRectF foldedLabel;        ///< says how many; below the last tile
};

/// Where everything in the network view stands. Layer 0 are the inputs.
struct DiagramLayout {
    std::vector<LayerColumn> layers;

    struct Unit {
        int layer = 0;
        int unit = 0;
        friend bool operator==(const Unit&, const Unit&) = default;
    };
    std::optional<Unit> unitAt(QPointF point) const;
    std::optional<int> captionAt(QPointF point) const;
    /// The way from unit `from` of layer − 1 to unit `to` of `layer`; both must be shown.
    EdgeCurve edge(int layer, int to, int from) const;
};

/// What is kept free of units.
struct DiagramMargins {
    double top = 0;
    double captions = 0;    ///< height of the captions
    double foldedLabel = 0; ///< height of the line that says how many units are not shown
};

/// The width of one layer's column; the columns stand side by side and share the width equally.
double columnWidth(double width, int columns);

/// units: n[0], …, n[L], each at least 1.
DiagramLayout layOut(const std::vector<int>& units, QSizeF size, const DiagramMargins& margins);

} // namespace perceptible
