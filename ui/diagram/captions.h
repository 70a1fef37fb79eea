#pragma once

#include <QFontMetricsF>
#include <QStringList>
#include <vector>

#include "core/network/parameters.h"

namespace perceptible {

/// What stands under a layer: "Layer 1 · tanh", "W[1] 6×2   b[1] 6×1".
struct LayerCaption {
    QString title;
    QStringList details;
    bool small = false; ///< the details have room only in the smallest type

    QStringList lines() const { return QStringList(title) + details; }
    friend bool operator==(const LayerCaption&, const LayerCaption&) = default;
};

struct CaptionSpace {
    double width = 0; ///< of one column
    QFontMetricsF title;
    QFontMetricsF detail;
    QFontMetricsF small; ///< for details that don't fit else
};

/// Captions of layers 0…L for m training examples, in the fullest wording that fits every layer, so that all layers
/// read alike: first the lines are broken, then words are left out, then the type becomes smaller, at last the number
/// of the layer remains.
std::vector<LayerCaption> layerCaptions(const Architecture& architecture, std::size_t m, const CaptionSpace& space);

/// The fullest wording.
LayerCaption fullCaption(const Architecture& architecture, std::size_t m, int layer);

} // namespace perceptible
