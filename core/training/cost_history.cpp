#include "core/training/cost_history.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace perceptible {

namespace {

/// Each stretch keeps at most four points, so a thinned history is at most half full.
constexpr std::int64_t kStretches = CostHistory::capacity / 8;

using Iterator = std::vector<CostPoint>::const_iterator;

/// The points of [begin, end) with the lowest and highest cost, in order and without repetition.
void keepExtremes(Iterator begin, Iterator end, std::vector<CostPoint>& kept) {
    std::set<Iterator> extremes;
    for (const auto cost : {&CostPoint::train, &CostPoint::test}) {
        Iterator lowest = end;
        Iterator highest = end;
        for (Iterator point = begin; point != end; ++point) {
            if (std::isnan((*point).*cost)) {
                continue;
            }
            if (lowest == end || (*point).*cost < (*lowest).*cost) {
                lowest = point;
            }
            if (highest == end || (*point).*cost > (*highest).*cost) {
                highest = point;
            }
        }
        if (lowest != end) {
            extremes.insert({lowest, highest});
        }
    }
    for (const Iterator point : extremes) {
        kept.push_back(*point);
    }
}

} // namespace

void CostHistory::append(const CostPoint& point) {
    while (!points_.empty() && points_.back().iteration >= point.iteration) {
        points_.pop_back();
    }
    if (points_.size() == capacity) {
        thin();
    }
    points_.push_back(point);
}

void CostHistory::thin() {
    const std::int64_t first = points_.front().iteration;
    const std::int64_t stretch = (points_.back().iteration - first) / kStretches + 1;
    std::vector<CostPoint> kept;
    kept.reserve(capacity);
    kept.push_back(points_.front());
    // The first and the last point are kept as they are; the stretches are cut from those between.
    const Iterator last = points_.end() - 1;
    for (Iterator begin = points_.begin() + 1; begin != last;) {
        const std::int64_t number = (begin->iteration - first) / stretch;
        const Iterator end =
            std::find_if(begin, last, [&](const CostPoint& p) { return (p.iteration - first) / stretch != number; });
        keepExtremes(begin, end, kept);
        begin = end;
    }
    kept.push_back(*last);
    points_.swap(kept);
}

} // namespace perceptible
