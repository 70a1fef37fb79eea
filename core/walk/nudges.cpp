#include "core/walk/nudges.h"

#include <algorithm>

#include "core/network/layer.h"

namespace perceptible {
namespace {

/// The wishes that the nudge follows.
Vector<double> wishedBy(const Nudge& nudge, const Wishes& wishes) {
    if (nudge.way == Nudge::Way::bias) {
        return Vector<double>::Constant(1, wishes.b);
    }
    const Vector<double>& all = nudge.way == Nudge::Way::weight ? wishes.w : wishes.a;
    return nudge.input ? Vector<double>::Constant(1, all(*nudge.input)) : all;
}

} // namespace

Wishes wishesOf(const Parameters<double>& parameters, const Parameters<double>& gradients, UnitPlace unit) {
    const auto l = static_cast<std::size_t>(unit.layer);
    const LayerParameters<const double> layer = parameters[l - 1];
    const LayerParameters<const double> gradient = gradients[l - 1];
    // db is dz, or over m examples its mean, and dA is linear in it.
    const Matrix<double> dz = gradient.b;
    Matrix<double> dA(layer.W.cols(), 1);
    linearBackwardInput<double>(layer, dz, dA);
    return {-gradient.b(unit.unit), -gradient.W.row(unit.unit).transpose(),
            -dz(unit.unit, 0) * layer.W.row(unit.unit).transpose(), -dA};
}

double smallStep(const Wishes& wishes, const Nudge& nudge, double loss) {
    constexpr double largestPromise = 0.1;
    const double squares = wishedBy(nudge, wishes).squaredNorm();
    return squares > 0 ? std::min(kLargestNudge, largestPromise * loss / squares) : kLargestNudge;
}

NudgedNetwork nudged(NudgedNetwork network, const Nudge& nudge, const Wishes& wishes, double step) {
    const auto l = static_cast<std::size_t>(nudge.unit.layer);
    const int j = nudge.unit.unit;
    LayerParameters<double> layer = network.parameters[l - 1];
    const Vector<double> change = step * wishedBy(nudge, wishes);
    const Eigen::Index first = nudge.input.value_or(0);
    switch (nudge.way) {
    case Nudge::Way::bias:
        layer.b(j) += change(0);
        break;
    case Nudge::Way::weight:
        layer.W.row(j).segment(first, change.size()) += change.transpose();
        break;
    case Nudge::Way::activation:
        network.changes[l - 2].segment(first, change.size()) += change;
        break;
    }
    return network;
}

} // namespace perceptible
