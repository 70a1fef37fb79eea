#pragma once

#include <QImage>
#include <QSize>
#include <optional>

#include "ui/canvas/markers.h"

namespace perceptible {

/// The examples of a data set painted on a transparent image, kept from frame to frame: painted anew only when
/// something other than examples at the end has changed. Drawing with the brush only adds to it.
class PointLayer {
public:
    /// `side` is the image's width and height in device pixels, `scale` the device pixel ratio.
    const QImage& image(const DataSetPtr& data, const Region& region, int side, double scale);

    /// Paints anew next time: the theme has changed.
    void clear() { data_.reset(); }

private:
    struct Layout {
        Region region;
        int side = 0;
        double diameter = 0; ///< of the markers, in device pixels
        friend bool operator==(const Layout&, const Layout&) = default;
    };

    void paintFrom(std::size_t first);

    DataSetPtr data_;
    Layout layout_;
    MarkerSprites sprites_;
    QImage image_;
};

/// The diameter of a marker in the middle of many: smaller when there are so many that they would hide the boundary.
double markerDiameter(std::size_t examples);

} // namespace perceptible
