#pragma once

#include <QString>

namespace perceptible {

/// `value` with so many decimals, or with a power of ten where they would hide it; a real minus sign. For matrices.
QString entryText(double value, int decimals);

/// `value` with so many significant digits, as it is checked with a calculator; a float has no more than 7.
QString significantText(double value, int digits);

} // namespace perceptible
