#pragma once

#include "core/data/generators.h"
#include "core/data/random.h"

namespace perceptible {

struct Point {
    double x1 = 0;
    double x2 = 0;

    friend Point operator+(Point a, Point b) { return {a.x1 + b.x1, a.x2 + b.x2}; }
    friend Point operator*(double factor, Point p) { return {factor * p.x1, factor * p.x2}; }
};

/// N(0, 1) in both directions, without the one draw in 370 that lies beyond 3, which would stand apart from the set.
Point normalPoint(Random& random);

/// Where an example stands among those of its class.
struct Place {
    int label = 0;
    int classes = 2;  ///< K
    int index = 0;    ///< of the example in its class
    double along = 0; ///< [0, 1): grows with the index, so that the examples are spread evenly over a curve
};

/// A point of the class's shape inside [−5, 5]², not yet moved by noise. The filled shapes, blobs and exclusiveOr, draw
/// their places; the curves depend on `along` alone.
Point cleanPoint(Generator generator, const Place& place, Random& random);

/// Standard deviation of the noise at its largest: enough to cover the free space between the classes, which becomes
/// narrower the more there are.
double largestDeviation(Generator generator, int classes);

} // namespace perceptible
