#pragma once

#include <cstdint>
#include <string_view>

#include "core/network/matrix.h"

namespace perceptible {

/// How an update is made from the gradient g of J and the learning rate α; w stands for every W and b alike.
struct Optimizer {
    enum class Kind { gradientDescent, momentum, nesterov, rmsprop, adam };
    static constexpr Kind allKinds[] = {Kind::gradientDescent, Kind::momentum, Kind::nesterov, Kind::rmsprop,
                                        Kind::adam};

    Kind kind = Kind::gradientDescent;
    double beta1 = 0.9;    ///< β of momentum and nesterov, β₁ of adam: 0 ≤ β ≤ 0.999999
    double beta2 = 0.999;  ///< the decay of rmsprop, β₂ of adam: 0 ≤ β ≤ 0.999999
    double epsilon = 1e-8; ///< of rmsprop and adam; > 0

    bool hasVelocity() const { return kind != Kind::gradientDescent && kind != Kind::rmsprop; }
    bool hasSquares() const { return kind == Kind::rmsprop || kind == Kind::adam; }
    friend bool operator==(const Optimizer&, const Optimizer&) = default;
};

/// "gradient-descent", "momentum", "nesterov", "rmsprop", "adam": as the command line spells them.
std::string_view nameOf(Optimizer::Kind kind);

/// What an optimizer remembers from update to update, for each parameter in the order of Parameters::values().
/// Unused vectors are empty; all numbers are 0 before the first update.
template <class Scalar>
struct OptimizerState {
    Vector<Scalar> v;       ///< velocity; Adam's mean of gradients
    Vector<Scalar> s;       ///< mean of squared gradients
    std::int64_t steps = 0; ///< t, updates made with this memory

    OptimizerState() = default;
    OptimizerState(const Optimizer& optimizer, Eigen::Index parameters);
    friend bool operator==(const OptimizerState&, const OptimizerState&) = default;
};

/// One update from w to `updated` (all vectors of one length), and from `state` to `next`, so that the old ones are
/// still there if the result is not finite. The rules are those of PyTorch's SGD, RMSprop and Adam:
///   gradient-descent  w := w − α g                                                                             (S4)
///   momentum          v := β v + g;  w := w − α v                                                    Polyak 1964
///   nesterov          v := β v + g;  w := w − α (g + β v)                      Sutskever et al. 2013, as in PyTorch
///   rmsprop           s := β₂ s + (1−β₂) g²;  w := w − α g / (√s + ε)                          Tieleman, Hinton 2012
///   adam              v := β₁ v + (1−β₁) g;  s := β₂ s + (1−β₂) g²;
///                     w := w − α v̂ / (√ŝ + ε), v̂ = v / (1−β₁ᵗ), ŝ = s / (1−β₂ᵗ), t = 1, 2, …  Kingma and Ba 2015
template <class Scalar>
void update(const Optimizer& optimizer, double alpha, const Vector<Scalar>& w, const Vector<Scalar>& g,
            const OptimizerState<Scalar>& state, Vector<Scalar>& updated, OptimizerState<Scalar>& next);

} // namespace perceptible
