#pragma once

#include "core/training/metrics.h"

namespace perceptible::cli {

/// Set by Ctrl+C and by a request to end. From then on the second such signal ends the program at once.
const Interrupt& interruption();

} // namespace perceptible::cli
