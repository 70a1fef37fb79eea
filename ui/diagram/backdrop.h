#pragma once

#include <QImage>
#include <vector>

#include "ui/diagram/captions.h"
#include "ui/diagram/layout.h"

namespace perceptible {

/// The fonts of the network view.
QFont captionTitleFont();
QFont captionDetailFont();
QFont captionSmallFont();
double captionTitleHeight();
double captionDetailHeight();

/// What stands still in the network view while it learns: the captions under the layers, the names of inputs and
/// output, and how many units found no room. Covers the whole image.
void paintBackdrop(QImage& image, const DiagramLayout& layout, const std::vector<LayerCaption>& captions);

} // namespace perceptible
