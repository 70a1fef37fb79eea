#pragma once

#include "core/session/json_document.h"
#include "core/training/hyperparameters.h"

namespace perceptible {

/// The value of "hyperparameters" in a session file. What is missing has its usual value; all are in range.
Hyperparameters hyperparametersIn(const JsonDocument& json, const JsonDocument::Value& object);

} // namespace perceptible
