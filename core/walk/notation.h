#pragma once

#include <string>

#include "core/network/activation.h"

namespace perceptible {

/// 12 → "₁₂" (UTF-8).
std::string subscript(long number);

/// "σ", "tanh", "ReLU", …: as equations name g.
std::string symbolOf(Activation g);

/// "W", 2 → "W[2]".
inline std::string ofLayer(const std::string& name, int layer) { return name + '[' + std::to_string(layer) + ']'; }

} // namespace perceptible
