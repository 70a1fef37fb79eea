#pragma once

#include <Eigen/Core>
#include <cassert>

#include "core/network/activation.h"
#include "core/network/packets.h"

namespace perceptible {

/// Each activation's function and, below it, its derivative, for Eigen arrays z and a = g(z). They give expressions,
/// so that whoever uses them decides over which stretch of memory they run.
namespace activations {

struct Sigmoid { // σ(z) = 1 / (1 + e^−z)                                                                      (S1)
    template <class Z>
    auto value(const Z& z) const {
        return z.logistic();
    }
    template <class Z, class A>
    auto derivative(const Z& /*z*/, const A& a) const {
        return a * (1 - a);
    }
};

struct Tanh { // (e^z − e^−z) / (e^z + e^−z)                                                                     (S9)
    template <class Z>
    auto value(const Z& z) const {
        return z.tanh();
    }
    template <class Z, class A>
    auto derivative(const Z& /*z*/, const A& a) const {
        return 1 - a.square();
    }
};

struct Relu { // max(0, z); 0 at the kink                                                                        (S9)
    template <class Z>
    auto value(const Z& z) const {
        return z.max(typename Z::Scalar(0));
    } // keeps a NaN
    template <class Z, class A>
    auto derivative(const Z& z, const A& /*a*/) const {
        return z.unaryExpr(StepFunctor<typename Z::Scalar>{0});
    }
};

struct LeakyRelu { // z for z > 0, else slope · z, 0 ≤ slope ≤ 1                          Maas, Hannun and Ng 2013
    double slope;

    template <class Z>
    auto value(const Z& z) const {
        return z.max(static_cast<typename Z::Scalar>(slope) * z);
    }
    template <class Z, class A>
    auto derivative(const Z& z, const A& /*a*/) const {
        using Scalar = typename Z::Scalar;
        return z.unaryExpr(StepFunctor<Scalar>{static_cast<Scalar>(slope)});
    }
};

struct Elu { // z for z > 0, else e^z − 1                                  Clevert, Unterthiner and Hochreiter 2016
    template <class Z>
    auto value(const Z& z) const {
        using Scalar = typename Z::Scalar;
        return z.max(Scalar(0)) + z.min(Scalar(0)).expm1();
    }
    template <class Z, class A>
    auto derivative(const Z& z, const A& /*a*/) const {
        return z.min(typename Z::Scalar(0)).exp();
    }
};

struct Softplus { // log(1 + e^z), in the form that cannot overflow                            Dugas et al. 2001
    template <class Z>
    auto value(const Z& z) const {
        return z.max(typename Z::Scalar(0)) + (-z.abs()).exp().log1p();
    }
    template <class Z, class A>
    auto derivative(const Z& z, const A& /*a*/) const {
        return z.logistic();
    }
};

struct Silu { // z σ(z)                                                               Elfwing, Uchibe and Doya 2018
    template <class Z>
    auto value(const Z& z) const {
        return z * z.logistic();
    }
    template <class Z, class A>
    auto derivative(const Z& z, const A& a) const {
        return z.logistic() * (1 + z - a);
    }
};

struct Sine { // sin z                                                                          Sitzmann et al. 2020
    template <class Z>
    auto value(const Z& z) const {
        return z.sin();
    }
    template <class Z, class A>
    auto derivative(const Z& z, const A& /*a*/) const {
        return z.cos();
    }
};

struct Linear { // z
    template <class Z>
    auto value(const Z& z) const {
        return z;
    }
    template <class Z, class A>
    auto derivative(const Z& z, const A& /*a*/) const {
        return Z::Constant(z.rows(), z.cols(), 1);
    }
};

} // namespace activations

/// Calls f with the functions of g, an elementwise activation.
template <class F>
void withActivation(Activation g, double leakySlope, F f) {
    switch (g) {
    case Activation::sigmoid:
        return f(activations::Sigmoid{});
    case Activation::tanh:
        return f(activations::Tanh{});
    case Activation::relu:
        return f(activations::Relu{});
    case Activation::leakyRelu:
        return f(activations::LeakyRelu{leakySlope});
    case Activation::elu:
        return f(activations::Elu{});
    case Activation::softplus:
        return f(activations::Softplus{});
    case Activation::silu:
        return f(activations::Silu{});
    case Activation::sine:
        return f(activations::Sine{});
    case Activation::linear:
        return f(activations::Linear{});
    case Activation::softmax:
        break;
    }
    assert(false && "softmax is not elementwise");
}

/// The same for a quick g. False for the others, for which f isn't called.
template <class F>
bool withQuickActivation(Activation g, double leakySlope, F f) {
    switch (g) {
    case Activation::relu:
        f(activations::Relu{});
        break;
    case Activation::leakyRelu:
        f(activations::LeakyRelu{leakySlope});
        break;
    default:
        break;
    }
    return isQuick(g);
}

} // namespace perceptible
