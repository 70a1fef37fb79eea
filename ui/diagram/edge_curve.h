#pragma once

#include <QPointF>

namespace perceptible {

/// An edge as a function y(x): it leaves and arrives horizontally,
/// y = y₀ + (y₁ − y₀) s(u), u = (x − x₀) / (x₁ − x₀), s(u) = 6u⁵ − 15u⁴ + 10u³.
struct EdgeCurve {
    QPointF from;
    QPointF to;

    double yAt(double x) const {
        const double u = position(x);
        return from.y() + (to.y() - from.y()) * u * u * u * (10 + u * (6 * u - 15));
    }
    /// dy/dx
    double slopeAt(double x) const {
        const double u = position(x);
        return (to.y() - from.y()) / (to.x() - from.x()) * 30 * u * u * (1 - u) * (1 - u);
    }

private:
    double position(double x) const {
        const double u = (x - from.x()) / (to.x() - from.x());
        return u < 0 ? 0 : u > 1 ? 1 : u;
    }
};

} // namespace perceptible
