#pragma once

#include <QRectF>
#include <vector>

namespace perceptible {

/// One layer's card on the bench, from top to bottom.
struct LayerCardPlace {
    QRectF caption;
    QRectF classes; ///< the strip that shows which class an example is of
    QRectF heatMap;
    QRectF histogram;
    QRectF axis; ///< labels of the histogram's ends

    QRectF whole() const { return caption | axis; }
};

/// Cards side by side in `viewport`, all of one width. They become no narrower than `narrowest`: then they reach
/// beyond the viewport, which scrolls.
std::vector<LayerCardPlace> placeLayerCards(int cards, QSizeF viewport, double narrowest, double captionHeight,
                                            double axisHeight);

} // namespace perceptible
