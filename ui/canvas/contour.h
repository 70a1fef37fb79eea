#pragma once

#include <QLineF>
#include <vector>

#include "core/network/matrix.h"

namespace perceptible {

/// The line on which `field` equals `level`, in short pieces, by marching squares with linear interpolation along the
/// cells' edges. An ambiguous cell (a saddle) is decided by the bilinear interpolant's value at its saddle point
/// (Nielson and Hamann 1991), so that the line agrees with the smoothly scaled picture of the field.
///
/// The field fills the unit square, y downwards; row 0 is the top row and values stand at the centres of their cells.
/// Between the outermost centres and the border the field continues unchanged. Pieces that meet have an end in common,
/// bit for bit. There is no line beside a NaN.
std::vector<QLineF> contour(const Matrix<float>& field, float level);

} // namespace perceptible
