#pragma once

#include <QString>

#include "core/network/parameters.h"

namespace perceptible {

/// "W[2]₁₃", "b[1]₂"; "W[2]₁₂,₃" where the digits alone would not tell row from column.
QString nameOf(const ParameterPlace& place);

/// Nine significant digits, of which two slopes may differ in the last, with a real minus sign.
QString preciseText(double value);

} // namespace perceptible
