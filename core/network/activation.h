#pragma once

#include <string_view>

#include "core/network/matrix.h"

namespace perceptible {

/// g. Their formulas and derivatives stand side by side in activation_functions.h; softmax, which mixes the units of a
/// layer, is for the output of several classes only.
enum class Activation { sigmoid, tanh, relu, leakyRelu, elu, softplus, silu, sine, linear, softmax };

/// Those a hidden layer can have.
inline constexpr Activation allActivations[] = {Activation::sigmoid,   Activation::tanh, Activation::relu,
                                                Activation::leakyRelu, Activation::elu,  Activation::softplus,
                                                Activation::silu,      Activation::sine, Activation::linear};

/// The usual slope of leaky ReLU left of zero.
inline constexpr double leakyReluSlope = 0.01;

/// "sigmoid", "tanh", "relu", "leaky-relu", …: as the command line spells them.
std::string_view nameOf(Activation activation);

/// Whether g′ jumps at z = 0, where the difference quotient says nothing about the gradient.
constexpr bool hasKink(Activation g) { return g == Activation::relu || g == Activation::leakyRelu; }

/// Whether g and g′ take no longer than to store what they give, so that it pays to apply them in registers.
constexpr bool isQuick(Activation g) { return g == Activation::relu || g == Activation::leakyRelu; }

/// Whether activationBackward() gives the same when it is given A in place of Z.
constexpr bool backwardNeedsOnlyA(Activation g) {
    return isQuick(g) || g == Activation::sigmoid || g == Activation::tanh || g == Activation::linear;
}

/// A = g(Z), elementwise; Z and A are n × m and may be the same matrix. `leakySlope` is 0…1.
template <class Scalar>
void activate(Activation g, double leakySlope, ConstMatrixView<Scalar> Z, MatrixView<Scalar> A);

/// dZ = dA * g′(Z), elementwise (S10); all n × m; dA and dZ may be the same matrix. A = g(Z) is given too, because
/// some derivatives are simplest in it. For softmax, whose units depend on each other, dz_i = a_i (da_i − Σ_k a_k
/// da_k).
template <class Scalar>
void activationBackward(Activation g, double leakySlope, ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> Z,
                        ConstMatrixView<Scalar> A, MatrixView<Scalar> dZ);

} // namespace perceptible
