#pragma once

#include <span>

#include "core/data/random.h"
#include "core/network/initialization.h"

namespace perceptible {

/// A network with examples, the same for the same seed.
template <class Scalar>
struct RandomCase {
    Architecture architecture;
    Parameters<Scalar> parameters; ///< biases too are random, so that a forgotten one is noticed
    Matrix<Scalar> X, Y;           ///< 2 × m, 1 × m
};

inline constexpr Activation smoothActivations[] = {Activation::sigmoid, Activation::tanh, Activation::linear};

inline Architecture randomArchitecture(Random& random, int hiddenLayers, int maxUnits,
                                       std::span<const Activation> choice) {
    Architecture result{{2}, {}};
    for (int l = 0; l < hiddenLayers; ++l) {
        result.units.push_back(1 + static_cast<int>(random.below(static_cast<std::uint64_t>(maxUnits))));
        result.activations.push_back(choice[random.below(choice.size())]);
    }
    result.units.push_back(1);
    result.activations.push_back(Activation::sigmoid);
    return result;
}

template <class Scalar>
RandomCase<Scalar> randomCase(Random& random, const Architecture& architecture, Eigen::Index m) {
    Parameters<double> parameters = initialParameters(architecture, Initialization::xavier, random.below(1'000'000));
    for (auto& layer : parameters) {
        for (double& bias : layer.b) {
            bias = random.uniform(-0.5, 0.5);
        }
    }
    RandomCase<Scalar> result{architecture, convert<Scalar>(parameters), Matrix<Scalar>(2, m), Matrix<Scalar>(1, m)};
    for (Eigen::Index j = 0; j < m; ++j) {
        result.X(0, j) = static_cast<Scalar>(random.uniform(-2, 2));
        result.X(1, j) = static_cast<Scalar>(random.uniform(-2, 2));
        result.Y(0, j) = static_cast<Scalar>(random.below(2));
    }
    return result;
}

} // namespace perceptible
