#pragma once

#include <qcustomplot.h>

#include <vector>

#include "core/training/cost_history.h"

namespace perceptible {

/// What the cost axis has to show; from 0 when it is linear, from a round number below the smallest cost > 0 when it
/// is logarithmic. Costs that are not finite don't count.
QCPRange costRange(const std::vector<CostPoint>& costs, bool logarithmic);

/// From 0 to a round number that is not below the last iteration.
QCPRange iterationRange(const std::vector<CostPoint>& costs);

} // namespace perceptible
