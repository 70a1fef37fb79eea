#include "ui/plots/layer_cards_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr double kGap = 2 * kSpacing;
constexpr double kStrip = 4;
constexpr double kWidestCard = 40 * kSpacing;
constexpr double kHeatMapShare = 0.6; // of the height that heat map and histogram have together

} // namespace

std::vector<LayerCardPlace> placeLayerCards(int cards, QSizeF viewport, double narrowest, double captionHeight,
                                            double axisHeight) {
    const double share = std::floor((viewport.width() - (cards - 1) * kGap) / cards);
    const double width = std::clamp(share, narrowest, std::max(narrowest, kWidestCard));
    const double fixed = captionHeight + kStrip + 2 + kSpacing + axisHeight;
    const double flexible = std::max(2.0, viewport.height() - fixed);
    const double heatMapHeight = std::round(flexible * kHeatMapShare);
    std::vector<LayerCardPlace> places;
    for (int i = 0; i < cards; ++i) {
        LayerCardPlace place;
        QRectF row(i * (width + kGap), 0, width, captionHeight);
        const auto next = [&row](double gap, double height) {
            row.moveTop(row.bottom() + gap);
            row.setHeight(height);
            return row;
        };
        place.caption = row;
        place.classes = next(0, kStrip);
        place.heatMap = next(2, heatMapHeight);
        place.histogram = next(kSpacing, flexible - heatMapHeight);
        place.axis = next(0, axisHeight);
        places.push_back(place);
    }
    return places;
}

} // namespace perceptible
