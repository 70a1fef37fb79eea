#pragma once

#include <QImage>
#include <QRgb>
#include <array>

#include "core/network/matrix.h"

namespace perceptible {

/// Colours of ŷ = 0, 1/255 … 1 in the current theme, a little muted so that the points stand out, and after them
/// the one of NaN.
using FieldColours = std::array<QRgb, 257>;
FieldColours fieldColours();

/// One pixel for each value of `yHat`; values outside [0, 1] take the colour of the nearer end.
QImage fieldImage(const Matrix<float>& yHat, const FieldColours& colours);

} // namespace perceptible
