#include "core/data/shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace perceptible {

namespace {

constexpr double kReach = 4.5; ///< how far the clean shapes go; blobs alone go a little further
constexpr double pi = std::numbers::pi;

Point polar(double radius, double angle) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

double boundedNormal(Random& random) {
    double value = 0;
    do {
        value = random.normal();
    } while (std::abs(value) > 3);
    return value;
}

/// The centres stand evenly on a circle, the first at the lower left. Neighbours are 2 r sin(π/K) apart; the spread is
/// in proportion, so that no point is nearer to another centre than to its own.
Point blob(const Place& place, Random& random) {
    constexpr double centre = 2.2;
    constexpr double deviation = 0.7;
    const Point first{-centre, -centre};
    const double angle = (1.25 + 2.0 * place.label / place.classes) * pi;
    const Point middle = place.classes > 2  ? polar(centre * std::numbers::sqrt2, angle)
                         : place.label == 0 ? first
                                            : -1.0 * first; // exactly opposite, as no rounded angle is
    return middle + deviation * std::sin(pi / place.classes) * normalPoint(random);
}

/// A place in one of the `cells` stretches of a side of the board; those left of the middle mirror those right of it.
double inCell(int cell, int cells, Random& random) {
    constexpr double strip = 0.3; // left free on each side of a boundary, of two cells
    const int right = std::max(cell, cells - 1 - cell);
    const double side = 2 * kReach / cells;
    const double margin = 2 * strip / cells;
    const double low = right * side - kReach + margin;
    const double high = right + 1 < cells ? (right + 1) * side - kReach - margin : kReach;
    const double place = random.uniform(low, high);
    return right == cell ? place : -place;
}

/// A board of K × K squares with label = (row + column) mod K and free strips between them. K = 2: the label is
/// (x1 > 0) ≠ (x2 > 0). The examples of a class take its K squares in turn.
Point square(const Place& place, Random& random) {
    const int classes = place.classes;
    const int column = classes - 1 - place.index % classes;
    const int row = (place.label - column + classes) % classes;
    const double x1 = inCell(column, classes, random); // in this order on every compiler
    return {x1, inCell(row, classes, random)};
}

/// Rings whose radii differ by as much as the innermost has.
Point circle(const Place& place) {
    return polar(kReach * (place.classes - place.label) / place.classes, 2 * pi * place.along);
}

/// A chain of half circles, open below and above in turn, each reaching into the next; together centred.
Point moon(const Place& place) {
    // Two can stand one radius apart; of more, every other one needs room between its foot and the next one's.
    const double step = place.classes > 2 ? 1.25 : 1;
    const double radius = 2 * kReach / (2 + step * (place.classes - 1));
    const double side = place.label % 2 == 0 ? 1 : -1;
    const Point centre{step * radius * (place.label - (place.classes - 1) / 2.0), -side * radius / 4};
    return polar(side * radius, pi * place.along) + centre;
}

/// Of the turns, and of the width of the passages, of two arms: more arms turn less, so that both shrink alike.
double spiralRatio(int classes) { return std::sqrt(2.0 / classes); }

/// Arms of Archimedes' spiral, radius ∝ angle. Their length grows with the square of the angle, hence the root.
Point spiral(const Place& place) {
    constexpr double turns = 1.6; // of two arms
    constexpr double start = 0.1; // of the radius: the arms don't touch in the middle
    const double radius = std::sqrt(std::lerp(start * start, 1.0, place.along));
    const double turned = 2 * pi * turns * spiralRatio(place.classes) * radius;
    return polar(kReach * radius, turned + (place.label == 0 ? 0 : 2 * pi * place.label / place.classes));
}

/// About eight petals, equally many for each class.
int petalsOfClass(int classes) {
    constexpr int petals = 8;
    return std::max(1, (petals + classes / 2) / classes);
}

/// The rose r = |sin(n θ / 2)| of n petals, which belong to the classes in turn.
Point petal(const Place& place) {
    const int ofClass = petalsOfClass(place.classes);
    const double position = place.along * ofClass;
    const double whole = std::floor(position);
    const double across = position - whole; // 0…1 from one side of the petal to the other
    const double turned = place.classes * whole + place.label + across;
    return polar(kReach * std::sin(pi * across), turned * 2 * pi / (place.classes * ofClass));
}

} // namespace

Point normalPoint(Random& random) {
    const double x1 = boundedNormal(random); // in this order on every compiler
    return {x1, boundedNormal(random)};
}

Point cleanPoint(Generator generator, const Place& place, Random& random) {
    switch (generator) {
    case Generator::blobs:
        return blob(place, random);
    case Generator::exclusiveOr:
        return square(place, random);
    case Generator::circles:
        return circle(place);
    case Generator::moons:
        return moon(place);
    case Generator::spirals:
        return spiral(place);
    case Generator::flower:
        return petal(place);
    }
    return {};
}

double largestDeviation(Generator generator, int classes) {
    switch (generator) {
    case Generator::blobs:
        return 2.2 * std::sin(pi / classes);
    case Generator::exclusiveOr:
        return 1.5 * 2 / classes;
    case Generator::circles:
        return 1.3 * 2 / classes;
    case Generator::moons:
        return 1.5 * 2 / classes;
    case Generator::spirals:
        return spiralRatio(classes);
    case Generator::flower:
        return 1.2;
    }
    return 0;
}

} // namespace perceptible
