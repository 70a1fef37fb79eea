#include "ui/plots/cost_ranges.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/plots/axis_steps.h"

namespace perceptible {
namespace {

constexpr double kFewestIterations = 100; // the axis of a run that has hardly begun

} // namespace

QCPRange costRange(const std::vector<CostPoint>& costs, bool logarithmic) {
    double high = 0;
    double low = std::numeric_limits<double>::infinity();
    for (const CostPoint& point : costs) {
        for (const double cost : {point.train, point.test}) {
            if (std::isfinite(cost)) {
                high = std::max(high, cost);
                low = cost > 0 ? std::min(low, cost) : low;
            }
        }
    }
    high = niceAbove(high);
    if (!logarithmic) {
        return {0, high};
    }
    low = std::isfinite(low) ? niceBelow(low) : high / 10;
    return {low < high ? low : high / 10, high};
}

QCPRange iterationRange(const std::vector<CostPoint>& costs) {
    const double last = costs.empty() ? 0 : static_cast<double>(costs.back().iteration);
    return {0, niceAbove(std::max(last, kFewestIterations))};
}

} // namespace perceptible
