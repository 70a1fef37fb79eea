#pragma once

#include <QPolygonF>
#include <vector>

#include "core/network/matrix.h"

namespace perceptible {

/// The lines on which `field` equals `level`, by marching squares with linear interpolation along the cells' edges.
/// An ambiguous cell (a saddle) is decided by the bilinear interpolant's value at its saddle point (Nielson and
/// Hamann 1991), so that the lines agree with the smoothly scaled picture of the field.
///
/// The field fills the unit square; row 0 is the top row and values stand at the centres of their cells. Between the
/// outermost centres and the border the field continues unchanged. The lines are chains of points in the unit square,
/// y downwards; a closed one ends where it began. Cells beside a NaN have no line.
std::vector<QPolygonF> contour(const Matrix<float>& field, float level);

} // namespace perceptible
