#pragma once

#include <vector>

#include "core/network/parameters.h"
#include "ui/diagram/layout.h"
#include "ui/plots/calm_scale.h"

namespace perceptible {

/// One weight w[l]_{to,from} between two shown units.
struct Edge {
    int layer = 1;
    int to = 0;
    int from = 0;
    float weight = 0;
};

/// More edges than this are a felt, not a picture, and each costs time to paint.
inline constexpr int kMostEdges = 400;

/// The strongest edges between shown units, at most `most` of them and each layer with a fair share; the strongest
/// come last, to be painted on top.
std::vector<Edge> strongestEdges(const Parameters<float>& parameters, const DiagramLayout& layout,
                                 int most = kMostEdges);

/// Moves all edges of one unit to the end, those missing in `edges` too; the weakest of the others make room.
void bringForward(std::vector<Edge>& edges, DiagramLayout::Unit unit, const Parameters<float>& parameters,
                  const DiagramLayout& layout);

/// The largest |w| and |b| of the shown units; NaN when one is NaN.
float largestWeight(const Parameters<float>& parameters, const DiagramLayout& layout);
float largestBias(const Parameters<float>& parameters, const DiagramLayout& layout);

/// Line widths proportional to |w|, with a hairline for the smallest.
struct EdgeWidths {
    CalmScale weights; ///< its |w| is `widest` wide
    double widest = 8;

    double width(float weight) const;
};

/// The edge under `point`, the one painted last when several are: its index, or −1.
int edgeAt(QPointF point, const std::vector<Edge>& edges, const DiagramLayout& layout, const EdgeWidths& widths);

} // namespace perceptible
