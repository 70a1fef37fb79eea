#pragma once

#include <QString>

#include "core/network/activation.h"

namespace perceptible {

/// How the window writes numbers and functions: the lecture's notation, with a real minus sign. NaN is "not a
/// number" in the window's language, the infinities are ∞ and −∞.

/// Four decimals, or three significant digits with a power of ten where four decimals would hide the number.
QString numberText(double value);

/// As few digits as are needed, for the ends of axes: "0.05", "−2".
QString shortNumberText(double value);

/// 12 → "₁₂".
QString subscript(int number);

/// g(z): "σ(z)", "tanh(z)", "max(0, z)", "max(0.01 z, z)", "z".
QString formulaOf(Activation activation);

} // namespace perceptible
