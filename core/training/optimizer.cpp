#include "core/training/optimizer.h"

#include <cmath>

namespace perceptible {

std::string_view nameOf(Optimizer::Kind kind) {
    switch (kind) {
    case Optimizer::Kind::gradientDescent:
        return "gradient-descent";
    case Optimizer::Kind::momentum:
        return "momentum";
    case Optimizer::Kind::nesterov:
        return "nesterov";
    case Optimizer::Kind::rmsprop:
        return "rmsprop";
    case Optimizer::Kind::adam:
        return "adam";
    }
    return {};
}

template <class Scalar>
OptimizerState<Scalar>::OptimizerState(const Optimizer& optimizer, Eigen::Index parameters)
    : v(Vector<Scalar>::Zero(optimizer.hasVelocity() ? parameters : 0))
    , s(Vector<Scalar>::Zero(optimizer.hasSquares() ? parameters : 0)) {}

template <class Scalar>
void update(const Optimizer& optimizer, double alpha, const Vector<Scalar>& w, const Vector<Scalar>& g,
            const OptimizerState<Scalar>& state, Vector<Scalar>& updated, OptimizerState<Scalar>& next) {
    const auto rate = static_cast<Scalar>(alpha);
    const auto beta1 = static_cast<Scalar>(optimizer.beta1);
    const auto beta2 = static_cast<Scalar>(optimizer.beta2);
    const auto freshShare2 = static_cast<Scalar>(1 - optimizer.beta2);
    const auto epsilon = static_cast<Scalar>(optimizer.epsilon);
    next.steps = state.steps + 1;
    switch (optimizer.kind) {
    case Optimizer::Kind::gradientDescent:
        updated = w - rate * g;
        return;
    case Optimizer::Kind::momentum:
        next.v = beta1 * state.v + g;
        updated = w - rate * next.v;
        return;
    case Optimizer::Kind::nesterov:
        next.v = beta1 * state.v + g;
        updated = w - rate * (g + beta1 * next.v);
        return;
    case Optimizer::Kind::rmsprop:
        next.s = beta2 * state.s + freshShare2 * g.cwiseAbs2();
        updated.array() = w.array() - rate * g.array() / (next.s.array().sqrt() + epsilon);
        return;
    case Optimizer::Kind::adam: {
        const auto t = static_cast<double>(next.steps);
        const auto unbiasV = static_cast<Scalar>(1 - std::pow(optimizer.beta1, t));
        const auto unbiasS = static_cast<Scalar>(1 - std::pow(optimizer.beta2, t));
        next.v = beta1 * state.v + static_cast<Scalar>(1 - optimizer.beta1) * g;
        next.s = beta2 * state.s + freshShare2 * g.cwiseAbs2();
        updated.array() = w.array() - rate * (next.v.array() / unbiasV) / ((next.s.array() / unbiasS).sqrt() + epsilon);
        return;
    }
    }
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template struct OptimizerState<Scalar>;                                                                            \
    template void update<Scalar>(const Optimizer&, double, const Vector<Scalar>&, const Vector<Scalar>&,               \
                                 const OptimizerState<Scalar>&, Vector<Scalar>&, OptimizerState<Scalar>&);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
