#include "core/data/generators.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "core/data/random.h"

namespace perceptible {

namespace {

constexpr double kEdge = 5;    ///< no point lies beyond ±kEdge
constexpr double kReach = 4.5; ///< how far the clean shapes go
constexpr int kClasses = 2;
constexpr double pi = std::numbers::pi;

struct Point {
    double x1 = 0;
    double x2 = 0;
};

Point operator+(Point a, Point b) { return {a.x1 + b.x1, a.x2 + b.x2}; }
Point operator*(double factor, Point p) { return {factor * p.x1, factor * p.x2}; }
Point polar(double radius, double angle) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

/// N(0, 1) without the one draw in 370 that lies beyond 3, which would stand apart from the set.
double boundedNormal(Random& random) {
    double value = 0;
    do {
        value = random.normal();
    } while (std::abs(value) > 3);
    return value;
}

Point normalPoint(Random& random) {
    const double x1 = boundedNormal(random); // in this order on every compiler
    return {x1, boundedNormal(random)};
}

/// Where the clean points of one class lie. Curves take `along` in [0, 1), which grows with the examples and spreads
/// them evenly; the two filled shapes draw their places.
Point blob(int label, Random& random) {
    constexpr double centre = 2.2;
    constexpr double deviation = 0.7;
    const double side = label == 0 ? -centre : centre;
    return Point{side, side} + deviation * normalPoint(random);
}

/// Label = (x1 > 0) ≠ (x2 > 0), with a free strip along the axes. `odd` tells a class's two squares apart.
Point quadrant(int label, bool odd, Random& random) {
    constexpr double strip = 0.3;
    const double x1 = random.uniform(strip, kReach);
    const double x2 = random.uniform(strip, kReach);
    return {odd ? -x1 : x1, odd != (label == 1) ? -x2 : x2};
}

Point circle(int label, double along) { return polar(label == 0 ? kReach : kReach / 2, 2 * pi * along); }

/// Two half circles of radius 3, each reaching into the other; together centred.
Point moon(int label, double along) {
    constexpr double radius = 3;
    const Point upper = polar(radius, pi * along) + Point{-radius / 2, -radius / 4};
    return label == 0 ? upper : -1.0 * upper;
}

/// Archimedes' spiral, radius ∝ angle. Its length grows with the square of the angle, hence the root.
Point spiral(int label, double along) {
    constexpr double turns = 1.6;
    constexpr double start = 0.1; // of the radius: the arms don't touch in the middle
    const double radius = std::sqrt(std::lerp(start * start, 1.0, along));
    return polar(kReach * radius, 2 * pi * turns * radius + (label == 0 ? 0 : pi));
}

/// The rose r = |sin(k θ / 2)| of k petals, which belong to the classes in turn.
Point petal(int label, double along) {
    constexpr int petalsOfClass = 4;
    const double position = along * petalsOfClass;
    const double whole = std::floor(position);
    const double across = position - whole; // 0…1 from one side of the petal to the other
    return polar(kReach * std::sin(pi * across), (2 * whole + label + across) * pi / petalsOfClass);
}

/// Standard deviation of the noise at its largest: enough to cover the free space between the classes.
double largestDeviation(Generator generator) {
    switch (generator) {
    case Generator::blobs:
        return 2.2;
    case Generator::exclusiveOr:
        return 1.5;
    case Generator::circles:
        return 1.3;
    case Generator::moons:
        return 1.5;
    case Generator::spirals:
        return 1.0;
    case Generator::flower:
        return 1.2;
    }
    return 0;
}

double reflected(double x) {
    const double size = std::abs(x);
    return size > kEdge ? std::copysign(2 * kEdge - size, x) : x;
}

} // namespace

DataSet generate(const GeneratorSettings& settings) {
    const int m = std::clamp(settings.examples, GeneratorSettings::minExamples, GeneratorSettings::maxExamples);
    const double noise = settings.noise > 0 ? std::min(settings.noise, 1.0) : 0.0; // NaN becomes 0
    const double deviation = noise * largestDeviation(settings.generator);
    Random random(settings.seed);

    const auto cleanPoint = [&](int label, int index, double along) {
        switch (settings.generator) {
        case Generator::blobs:
            return blob(label, random);
        case Generator::exclusiveOr:
            return quadrant(label, index % 2 == 1, random);
        case Generator::circles:
            return circle(label, along);
        case Generator::moons:
            return moon(label, along);
        case Generator::spirals:
            return spiral(label, along);
        case Generator::flower:
            return petal(label, along);
        }
        return Point{};
    };

    std::vector<Example> examples;
    examples.reserve(static_cast<std::size_t>(m));
    for (int i = 0; i < m; ++i) {
        const int label = i % kClasses;
        const int index = i / kClasses; // of the example in its class
        const int ofClass = (m + 1 - label) / kClasses;
        const double along = (index + random.uniform()) / ofClass;
        const Point point = cleanPoint(label, index, along) + deviation * normalPoint(random);
        examples.push_back({reflected(point.x1), reflected(point.x2), static_cast<double>(label), Role::train});
    }
    return DataSet(std::move(examples));
}

} // namespace perceptible
