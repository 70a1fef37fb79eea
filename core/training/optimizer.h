#pragma once

#include "core/network/parameters.h"

namespace perceptible {

/// Gradient descent (S4): W[l] := W[l] − α dW[l], b[l] := b[l] − α db[l]. The result goes to `updated`, so that the
/// old parameters are still there if it should not be finite. `updated` has the same shapes.
template <class Scalar>
void gradientDescent(const Parameters<Scalar>& parameters, const Parameters<Scalar>& gradients, Scalar learningRate,
                     Parameters<Scalar>& updated) {
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        updated[l].W.noalias() = parameters[l].W - learningRate * gradients[l].W;
        updated[l].b.noalias() = parameters[l].b - learningRate * gradients[l].b;
    }
}

} // namespace perceptible
