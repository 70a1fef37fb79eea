#pragma once

#include <string_view>

#include "core/network/matrix.h"

namespace perceptible {

enum class Activation { sigmoid, tanh, relu, leakyRelu, linear };
inline constexpr Activation allActivations[] = {Activation::sigmoid, Activation::tanh, Activation::relu,
                                                Activation::leakyRelu, Activation::linear};

/// The slope of leaky ReLU left of zero.
inline constexpr double leakyReluSlope = 0.01;

/// "sigmoid", "tanh", "relu", "leaky-relu", "linear": as the command line spells them.
std::string_view nameOf(Activation activation);

/// A = g(Z), elementwise; Z and A are n × m and may be the same matrix.
template <class Scalar>
void activate(Activation g, ConstMatrixView<Scalar> Z, MatrixView<Scalar> A);

/// dZ = dA * g′(Z), elementwise (S10); all n × m; dA and dZ may be the same matrix.
/// σ′ and tanh′ are taken from A: σ′ = a(1−a), tanh′ = 1−a².
template <class Scalar>
void activationBackward(Activation g, ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> Z, ConstMatrixView<Scalar> A,
                        MatrixView<Scalar> dZ);

} // namespace perceptible
