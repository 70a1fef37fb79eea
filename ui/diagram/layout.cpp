#include "ui/diagram/layout.h"

#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr double kSideGutter = 2 * kSpacing; // room for x₁, x₂ and ŷ beside the outer columns
constexpr double kBottomGap = kSpacing;      // between units and captions

// At the designed text size, with which tiles grow: they are looked at from as far away.
constexpr double kLargestTile = 52;
constexpr double kInputTile = 44;
constexpr double kOutputTile = 72;
constexpr double kSmallestTile = 24; // a heat map is still a picture at this size, whatever the text's
constexpr double kSmallestGap = 4;
constexpr double kGapOfTile = 0.27;   // between tiles, as a share of their side
constexpr double kTileOfColumn = 0.5; // at least the other half of a column's width is left to the edges
constexpr double kOutputTileOfColumn = 0.7;
constexpr double kInputPitchOfTile = 2.4; // the inputs stand apart, so that their edges fan out

struct Stack {
    int shown = 1;
    double side = kSmallestTile;
    double pitch = kSmallestTile + kSmallestGap;
};

/// How `units` tiles stand in `height`, of which the caller has taken away what a folded label needs.
Stack stackOf(int units, double height, double largestTile) {
    const double smallest = std::min(kSmallestTile, largestTile);
    const int room = std::max(1, static_cast<int>((height + kSmallestGap) / (smallest + kSmallestGap)));
    Stack stack;
    stack.shown = std::min(units, room);
    // shown·side + (shown − 1)·gap ≤ height with gap = max(kSmallestGap, kGapOfTile·side)
    const double n = stack.shown;
    const double withWideGaps = height / (n + (n - 1) * kGapOfTile);
    const double withSmallGaps = (height - (n - 1) * kSmallestGap) / n;
    stack.side = std::floor(std::clamp(std::min(withWideGaps, withSmallGaps), smallest, largestTile));
    stack.side = std::min(stack.side, std::max(1.0, std::floor(height)));
    stack.pitch = stack.side + std::max(kSmallestGap, kGapOfTile * stack.side);
    if (n > 1) {
        stack.pitch = std::min(stack.pitch, (height - stack.side) / (n - 1));
    }
    return stack;
}

double largestTileOf(std::size_t layer, std::size_t layers, double column) {
    const double bySpace = column * kTileOfColumn;
    if (layer == 0) {
        return std::min(scaled(kInputTile), bySpace);
    }
    return layer + 1 == layers ? std::min(scaled(kOutputTile), column * kOutputTileOfColumn)
                               : std::min(scaled(kLargestTile), bySpace);
}

/// Places a layer's tiles (and the label of the folded ones) in the middle of `area`.
LayerColumn columnOf(int units, const QRectF& area, double largestTile, double labelHeight) {
    LayerColumn column;
    Stack stack = stackOf(units, area.height(), largestTile);
    if (stack.shown < units) {
        stack = stackOf(units, area.height() - labelHeight, largestTile);
    }
    column.folded = units - stack.shown;
    const double tilesHeight = stack.side + (stack.shown - 1) * stack.pitch;
    const double height = tilesHeight + (column.folded > 0 ? labelHeight : 0);
    const double left = std::round(area.center().x() - stack.side / 2);
    const double top = area.top() + (area.height() - height) / 2;
    for (int i = 0; i < stack.shown; ++i) {
        column.tiles.emplace_back(left, std::floor(top + i * stack.pitch), stack.side, stack.side);
    }
    if (column.folded > 0) {
        column.foldedLabel = QRectF(area.left(), top + tilesHeight, area.width(), labelHeight);
    }
    return column;
}

void spreadInputs(LayerColumn& inputs, const QRectF& area) {
    const auto n = static_cast<double>(inputs.tiles.size());
    const double side = inputs.tiles.front().height();
    const double pitch = std::min(kInputPitchOfTile * side, (area.height() - side) / std::max(1.0, n - 1));
    const double top = area.center().y() - (side + (n - 1) * pitch) / 2;
    for (std::size_t i = 0; i < inputs.tiles.size(); ++i) {
        inputs.tiles[i].moveTop(std::floor(top + static_cast<double>(i) * pitch));
    }
}

} // namespace

double columnWidth(double width, int columns) { return (width - 2 * scaled(kSideGutter)) / columns; }

DiagramLayout layOut(const std::vector<int>& units, QSizeF size, const DiagramMargins& margins) {
    const double width = columnWidth(size.width(), static_cast<int>(units.size()));
    const double captionTop = size.height() - margins.captions;
    const double unitsHeight = std::max(1.0, captionTop - kBottomGap - margins.top);
    DiagramLayout layout;
    for (std::size_t l = 0; l < units.size(); ++l) {
        const double left = scaled(kSideGutter) + static_cast<double>(l) * width;
        const QRectF area(left, margins.top, width, unitsHeight);
        layout.layers.push_back(columnOf(units[l], area, largestTileOf(l, units.size(), width), margins.foldedLabel));
        layout.layers.back().caption = QRectF(left, captionTop, width, margins.captions);
        if (l == 0 && layout.layers[0].folded == 0) {
            spreadInputs(layout.layers[0], area);
        }
    }
    return layout;
}

std::optional<DiagramLayout::Unit> DiagramLayout::unitAt(QPointF point) const {
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const auto& tiles = layers[l].tiles;
        const auto hit = std::find_if(tiles.begin(), tiles.end(), [&](const QRectF& t) { return t.contains(point); });
        if (hit != tiles.end()) {
            return Unit{static_cast<int>(l), static_cast<int>(hit - tiles.begin())};
        }
    }
    return std::nullopt;
}

std::optional<int> DiagramLayout::captionAt(QPointF point) const {
    const auto hit =
        std::find_if(layers.begin(), layers.end(), [&](const LayerColumn& c) { return c.caption.contains(point); });
    return hit == layers.end() ? std::nullopt : std::optional(static_cast<int>(hit - layers.begin()));
}

EdgeCurve DiagramLayout::edge(int layer, int to, int from) const {
    const auto l = static_cast<std::size_t>(layer);
    const QRectF& start = layers[l - 1].tiles[static_cast<std::size_t>(from)];
    const QRectF& end = layers[l].tiles[static_cast<std::size_t>(to)];
    return {{start.right(), start.center().y()}, {end.left(), end.center().y()}};
}

} // namespace perceptible
