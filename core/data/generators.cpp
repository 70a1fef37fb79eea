#include "core/data/generators.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/data/shapes.h"

namespace perceptible {

namespace {

constexpr double kEdge = 5; ///< no point lies beyond ±kEdge

double reflected(double x) {
    const double size = std::abs(x);
    return size > kEdge ? std::copysign(2 * kEdge - size, x) : x;
}

} // namespace

std::string_view nameOf(Generator generator) {
    switch (generator) {
    case Generator::blobs:
        return "blobs";
    case Generator::circles:
        return "circles";
    case Generator::moons:
        return "moons";
    case Generator::exclusiveOr:
        return "xor";
    case Generator::spirals:
        return "spirals";
    case Generator::flower:
        return "flower";
    }
    return {};
}

DataSet generate(const GeneratorSettings& settings) {
    const int m = std::clamp(settings.examples, GeneratorSettings::minExamples, GeneratorSettings::maxExamples);
    const int classes = std::clamp(settings.classes, 2, DataSet::maxClasses);
    const double noise = settings.noise > 0 ? std::min(settings.noise, 1.0) : 0.0; // NaN becomes 0
    const double deviation = noise * largestDeviation(settings.generator, classes);
    Random random(settings.seed);
    std::vector<Example> examples;
    examples.reserve(static_cast<std::size_t>(m));
    for (int i = 0; i < m; ++i) {
        Place place{i % classes, classes, i / classes};
        const int ofClass = (m + classes - 1 - place.label) / classes;
        place.along = (place.index + random.uniform()) / ofClass;
        const Point point = cleanPoint(settings.generator, place, random) + deviation * normalPoint(random);
        examples.push_back({reflected(point.x1), reflected(point.x2), static_cast<double>(place.label), Role::train});
    }
    return DataSet(std::move(examples), classes > 2 ? Task::multiclass : Task::binary, classes);
}

} // namespace perceptible
