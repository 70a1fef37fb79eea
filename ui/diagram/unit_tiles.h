#pragma once

#include <QImage>
#include <QPainter>
#include <vector>

#include "core/live/picture.h"
#include "ui/diagram/layout.h"
#include "ui/theme/value_scale.h"

namespace perceptible {

/// Fills `image` (any 32-bit format) with a side × side map of values, interpolated between the cells' centres.
void paintUnitMap(QImage& image, const float* values, int side, const ValueScale& scale);

/// The live heat maps of the shown units, with rounded corners and a fine frame.
class UnitTiles {
public:
    void update(const Picture& picture, const DiagramLayout& layout, const std::vector<ValueScale>& scales,
                double devicePixelRatio);
    void paint(QPainter& painter, const DiagramLayout& layout) const;

private:
    std::vector<std::vector<QImage>> images_; ///< by layer and unit; kept from picture to picture
};

/// One heat map with rounded corners and a frame, `side` wide.
void paintTile(QImage& image, double side, double devicePixelRatio, const float* values, int mapSide,
               const ValueScale& scale);

} // namespace perceptible
