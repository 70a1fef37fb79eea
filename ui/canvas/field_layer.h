#pragma once

#include <QImage>
#include <QLineF>
#include <vector>

#include "core/live/picture.h"
#include "ui/canvas/field_image.h"
#include "ui/canvas/plane_mapping.h"

class QPainter;

namespace perceptible {

/// ŷ over the plane as a smooth colour field with the line where it is 0.5. Made once for each picture.
class FieldLayer {
public:
    FieldLayer()
        : colours_(fieldColours()) {}

    /// Paints the picture where its region is; nothing when there is none.
    void paint(QPainter& painter, const PlaneMapping& mapping, const PicturePtr& picture);

    /// The theme has changed.
    void retheme();

private:
    void take(const PicturePtr& picture);

    FieldColours colours_;
    PicturePtr picture_; ///< what the others were made from
    QImage image_;
    std::vector<QLineF> boundary_; ///< in the unit square
};

} // namespace perceptible
