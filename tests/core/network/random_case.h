#pragma once

#include <span>

#include "core/data/random.h"
#include "core/network/cost.h"
#include "core/network/initialization.h"

namespace perceptible {

/// A network with examples, the same for the same seed.
template <class Scalar>
struct RandomCase {
    Architecture architecture;
    Parameters<Scalar> parameters; ///< biases too are random, so that a forgotten one is noticed
    Matrix<Scalar> X, Y;           ///< n[0] × m, n[L] × m
};

inline constexpr Activation smoothActivations[] = {Activation::sigmoid,  Activation::tanh, Activation::elu,
                                                   Activation::softplus, Activation::silu, Activation::sine,
                                                   Activation::linear};

/// n[0] inputs, hidden layers of 1…maxUnits units, and the output of the task (K classes in a multiclass task).
inline Architecture randomArchitecture(Random& random, int hiddenLayers, int maxUnits,
                                       std::span<const Activation> choice, Task task = Task::binary, int classes = 3,
                                       int inputs = 2) {
    Architecture result{{inputs}, {}, leakyReluSlope, task};
    for (int l = 0; l < hiddenLayers; ++l) {
        result.units.push_back(1 + static_cast<int>(random.below(static_cast<std::uint64_t>(maxUnits))));
        result.activations.push_back(choice[random.below(choice.size())]);
    }
    result.units.push_back(task == Task::multiclass ? classes : 1);
    result.activations.push_back(outputActivation(task));
    return result;
}

template <class Scalar>
RandomCase<Scalar> randomCase(Random& random, const Architecture& architecture, Eigen::Index m) {
    Parameters<double> parameters = initialParameters(architecture, {Initialization::xavier}, random.below(1'000'000));
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        for (double& bias : parameters[l].b) {
            bias = random.uniform(-0.5, 0.5);
        }
    }
    RandomCase<Scalar> result{architecture, convert<Scalar>(parameters), Matrix<Scalar>(architecture.units.front(), m),
                              Matrix<Scalar>::Zero(architecture.units.back(), m)};
    for (Eigen::Index j = 0; j < m; ++j) {
        for (Eigen::Index i = 0; i < result.X.rows(); ++i) {
            result.X(i, j) = static_cast<Scalar>(random.uniform(-2, 2));
        }
        if (architecture.task == Task::multiclass) {
            result.Y(static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(result.Y.rows()))), j) = 1;
        } else {
            result.Y(0, j) = static_cast<Scalar>(
                architecture.task == Task::binary ? static_cast<double>(random.below(2)) : random.uniform(-3, 3));
        }
    }
    return result;
}

} // namespace perceptible
