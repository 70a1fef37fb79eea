#pragma once

#include <QLineF>
#include <functional>
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

/// What the field is a sample of: values (1 × n) at places (2 × n: x and y in the unit square).
using FieldFunction = std::function<Matrix<float>(const Matrix<float>& places)>;

/// The same for a field that may leap from one cell to the next, as that of saturated units does. There a straight
/// line between the two values crosses the level at the same share of every cell, and the contour is a staircase; so
/// where they differ by more than `leap`, the crossing is looked for between them by bisection, to a sixteenth of a
/// cell.
std::vector<QLineF> contour(const Matrix<float>& field, float level, float leap, const FieldFunction& function);

} // namespace perceptible
