#pragma once

#include <QImage>
#include <QPainter>
#include <vector>

#include "core/live/picture.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/edges.h"
#include "ui/diagram/hover_card.h"
#include "ui/diagram/layout.h"
#include "ui/diagram/unit_tiles.h"
#include "ui/plots/calm_scale.h"

namespace perceptible {

/// What the network view paints of one picture. It keeps apart what changes with the structure (positions, captions),
/// with the picture (edges, heat maps) and with the pointer (emphasis, card), so that each is made only when needed.
class DiagramScene {
public:
    /// `picture` must not be null.
    void show(PicturePtr picture, QSize size, double devicePixelRatio);
    /// Makes everything anew at the next show(): colours or fonts have changed.
    void forget();
    /// Brings the target and its edges out; none: everything equally.
    void emphasise(const DiagramTarget& target);

    const Picture* picture() const { return picture_.get(); }
    const DiagramLayout& layout() const { return layout_; }
    const std::vector<Edge>& edges() const { return edges_; }
    DiagramTarget targetAt(QPointF point) const;
    /// Whether the target is part of the network and shown.
    bool has(const DiagramTarget& target) const;
    QRectF anchorOf(const DiagramTarget& target) const;
    CardText textOf(const DiagramTarget& target) const { return describe(*picture_, target, scales_); }

    void paint(QPainter& painter);
    /// Returns what the card covers.
    QRectF paintCardOf(QPainter& painter, const DiagramTarget& target, bool pinned) const;
    /// Says what the thickest line means, unless a card covers the place: half a sentence is worse than none.
    void paintLegend(QPainter& painter, const QRectF& covered) const;
    QString legend() const;

private:
    void arrange();
    void chooseEdges();
    void paintEdges();
    void paintBiases(QPainter& painter) const;
    double fadeOf(const Edge& edge) const;
    void paintFrames(QPainter& painter) const;
    double biasRadius(std::size_t layer) const;
    std::optional<DiagramLayout::Unit> biasAt(QPointF point) const;

    PicturePtr picture_;
    QSize size_;
    double devicePixelRatio_ = 1;

    Architecture architecture_; ///< that the layout and the captions are made for
    std::size_t m_ = 0;
    DiagramLayout layout_;
    std::vector<LayerCaption> captions_;
    QImage backdrop_; ///< ground, captions and labels

    std::vector<Edge> edges_;
    std::vector<ValueScale> scales_;
    EdgeWidths widths_;
    CalmScale biases_;
    UnitTiles tiles_;
    QImage canvas_; ///< the backdrop with the edges
    bool canvasIsStale_ = true;
    bool tilesAreStale_ = true;
    DiagramTarget emphasised_;
};

} // namespace perceptible
