#include "ui/canvas/drawing_tools.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace perceptible {
namespace {

double squaredDistance(PlanePoint p, PlanePoint q) {
    return (p.x1 - q.x1) * (p.x1 - q.x1) + (p.x2 - q.x2) * (p.x2 - q.x2);
}

double squaredDistanceToSegment(PlanePoint p, PlanePoint from, PlanePoint to) {
    const double length2 = squaredDistance(from, to);
    if (length2 == 0) {
        return squaredDistance(p, from);
    }
    const double along = ((p.x1 - from.x1) * (to.x1 - from.x1) + (p.x2 - from.x2) * (to.x2 - from.x2)) / length2;
    const double t = std::clamp(along, 0.0, 1.0);
    return squaredDistance(p, {std::lerp(from.x1, to.x1, t), std::lerp(from.x2, to.x2, t)});
}

} // namespace

std::vector<PlanePoint> dabCentres(PlanePoint last, PlanePoint to, double spacing) {
    const double length = std::sqrt(squaredDistance(last, to));
    const int count = static_cast<int>(length / spacing);
    std::vector<PlanePoint> centres;
    centres.reserve(static_cast<std::size_t>(count));
    for (int i = 1; i <= count; ++i) {
        const double t = i * spacing / length;
        centres.push_back({std::lerp(last.x1, to.x1, t), std::lerp(last.x2, to.x2, t)});
    }
    return centres;
}

void addDab(std::vector<Example>& added, PlanePoint centre, double radius, int density, int label, const Region& region,
            Random& random) {
    for (int i = 0; i < density; ++i) {
        const double r = radius * std::sqrt(random.uniform()); // the root makes it uniform over the area
        const double angle = random.uniform(0, 2 * std::numbers::pi);
        const PlanePoint place{centre.x1 + r * std::cos(angle), centre.x2 + r * std::sin(angle)};
        if (contains(region, place)) {
            added.push_back({place.x1, place.x2, static_cast<double>(label), Role::train});
        }
    }
}

std::vector<Example> erase(const std::vector<Example>& examples, PlanePoint from, PlanePoint to, double radius) {
    std::vector<Example> left;
    left.reserve(examples.size());
    std::ranges::copy_if(examples, std::back_inserter(left), [&](const Example& e) {
        return squaredDistanceToSegment(placeOf(e), from, to) > radius * radius;
    });
    return left;
}

std::optional<std::size_t> nearestExample(const std::vector<Example>& examples, PlanePoint place, double reach) {
    std::optional<std::size_t> nearest;
    double best = reach * reach;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const double distance = squaredDistance(placeOf(examples[i]), place);
        if (distance <= best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace perceptible
