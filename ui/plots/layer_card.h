#pragma once

#include <QImage>
#include <QPainter>

#include "core/live/picture.h"
#include "ui/plots/calm_scale.h"
#include "ui/plots/histogram.h"
#include "ui/plots/layer_cards_layout.h"
#include "ui/theme/value_scale.h"

namespace perceptible {

/// "A[1]  6 × 300 · tanh", with the true m.
QString layerCardCaption(const Picture& picture, int layer);

/// The activations A[l] of one layer over the shown examples: a heat map, and how their values are distributed.
class LayerCard {
public:
    /// Evaluates the picture for a heat map of `pixels`.
    void show(const Picture& picture, int layer, const ValueScale& scale, QSize pixels);
    void paint(QPainter& painter, const LayerCardPlace& place, const QString& caption) const;

    const Histogram& histogram() const { return histogram_; }

private:
    void paintClasses(QPainter& painter, const QRectF& place) const;
    void paintHeatMap(QPainter& painter, const QRectF& place) const;
    void paintHistogram(QPainter& painter, const LayerCardPlace& place) const;
    void paintBars(QPainter& painter, const QRectF& area) const;

    double classZeroShare_ = 0; ///< of the shown examples, which are sorted by class
    int units_ = 0;
    ValueScale scale_;
    QImage heatMap_;
    bool isZero_ = false; ///< for every unit and example
    Histogram histogram_;
    CalmScale low_;  ///< of the histogram of an unbounded activation: how far below
    CalmScale high_; ///< and how far above zero it reaches
};

} // namespace perceptible
