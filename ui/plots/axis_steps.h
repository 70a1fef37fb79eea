#pragma once

#include <QVector>

namespace perceptible {

/// The upper end of an axis that has to show `value`: the next of 1, 1.5, 2, 3, 4, 6, 8, 10 times a power of ten.
/// It stays put while the value grows towards it, so that the axis moves seldom and then by a clear step.
double niceAbove(double value);

/// The lower end of a logarithmic axis that has to show `value` > 0: the next lower of 1, 2, 5 times a power of ten.
double niceBelow(double value);

/// Where a logarithmic axis from `low` to `high` has its numbers: at powers of ten, and when it spans less than two of
/// them, at 2 and 5 or at every digit between as well.
QVector<double> logarithmicTicks(double low, double high);

} // namespace perceptible
