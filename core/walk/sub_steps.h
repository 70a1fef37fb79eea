#pragma once

#include <cstdint>
#include <vector>

#include "core/training/iteration.h"

namespace perceptible {

/// What one sub-step of an iteration computes (S6, S7, S10). l is the layer.
enum class Operation {
    linearForward,         ///< Z[l] = W[l] A[l−1] + b[l]
    activationForward,     ///< A[l] = g[l](Z[l])
    loss,                  ///< ℒ of every example
    cost,                  ///< J = (1/m) Σ ℒ + penalty
    lossBackward,          ///< dA[L] = ∂ℒ/∂A[L]; only where dZ[L] is unfolded
    activationBackward,    ///< dZ[l] = dA[l] * g[l]′(Z[l]); dZ[L] = A[L] − Y where it is not unfolded
    linearBackwardWeights, ///< dW[l] = (1/m) dZ[l] A[l−1]ᵀ
    linearBackwardBias,    ///< db[l] = (1/m) Σ_i dZ[l](i)
    linearBackwardInput,   ///< dA[l−1] = W[l]ᵀ dZ[l], l > 1
    penaltyGradient,       ///< ∂J/∂W[l] = dW[l] + λ₂/m W[l] + λ₁/m sign(W[l]); only with a penalty
    velocity,              ///< v of momentum, nesterov and adam
    squares,               ///< s of rmsprop and adam
    update,                ///< W[l] := W[l] − α …
};

/// Where in the chain of blocks a sub-step belongs (S8).
enum class Part { forward, cost, backward, update };

struct SubStep {
    Operation operation = Operation::linearForward;
    int layer = 1;       ///< l = 1…L
    bool ofBias = false; ///< of b[l] instead of W[l]: of velocity, squares and update

    Part part() const;
    friend bool operator==(const SubStep&, const SubStep&) = default;
};

/// All sub-steps of an iteration in their order: forward through the layers, cost, backward, and the update of each
/// layer. `unfolded`: dZ[L] by way of dA[L] and the output's derivative.
std::vector<SubStep> subStepsOf(const Architecture& architecture, const Hyperparameters& hyperparameters,
                                bool unfolded);

/// Of a walk at `position` (sub-steps done, 0…count): the position at the end of the layer that is being gone
/// through, or, at such an end, of the next one. `direction` is +1 or −1.
std::size_t layerEnd(const std::vector<SubStep>& subSteps, std::size_t position, int direction);

} // namespace perceptible
