#include "core/network/activation.h"

#include "core/network/activation_functions.h"

namespace perceptible {

namespace {

template <class Scalar>
using Row = Eigen::Map<Eigen::Array<Scalar, 1, Eigen::Dynamic>>;
template <class Scalar>
using ConstRow = Eigen::Map<const Eigen::Array<Scalar, 1, Eigen::Dynamic>>;

/// Calls f(length, target, sources…) for each stretch of numbers that lie side by side in all the matrices.
template <class F, class Target, class... Sources>
void forEachStretch(F f, Target& target, const Sources&... sources) {
    const bool whole = target.outerStride() == target.cols() && ((sources.outerStride() == sources.cols()) && ...);
    const Eigen::Index length = whole ? target.size() : target.cols();
    for (Eigen::Index row = 0; row < (whole ? 1 : target.rows()); ++row) {
        f(length, target.data() + row * target.outerStride(), sources.data() + row * sources.outerStride()...);
    }
}

/// Column by column a_i = e^(z_i − max z) / Σ_k e^(z_k − max z): shifted so that nothing overflows.
template <class Scalar>
void softmax(ConstMatrixView<Scalar> Z, MatrixView<Scalar> A) {
    for (Eigen::Index j = 0; j < Z.cols(); ++j) {
        A.col(j) = (Z.col(j).array() - Z.col(j).maxCoeff()).exp();
        A.col(j) /= A.col(j).sum();
    }
}

template <class Scalar>
void softmaxBackward(ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> A, MatrixView<Scalar> dZ) {
    for (Eigen::Index j = 0; j < A.cols(); ++j) {
        dZ.col(j) = A.col(j).array() * (dA.col(j).array() - A.col(j).dot(dA.col(j)));
    }
}

} // namespace

std::string_view nameOf(Activation activation) {
    switch (activation) {
    case Activation::sigmoid:
        return "sigmoid";
    case Activation::tanh:
        return "tanh";
    case Activation::relu:
        return "relu";
    case Activation::leakyRelu:
        return "leaky-relu";
    case Activation::elu:
        return "elu";
    case Activation::softplus:
        return "softplus";
    case Activation::silu:
        return "silu";
    case Activation::sine:
        return "sine";
    case Activation::linear:
        return "linear";
    case Activation::softmax:
        return "softmax";
    }
    return {};
}

template <class Scalar>
void activate(Activation g, double leakySlope, ConstMatrixView<Scalar> Z, MatrixView<Scalar> A) {
    if (g == Activation::softmax) {
        return softmax<Scalar>(Z, A);
    }
    withActivation(g, leakySlope, [&](const auto& functions) {
        forEachStretch([&](Eigen::Index length, Scalar* a,
                           const Scalar* z) { Row<Scalar>(a, length) = functions.value(ConstRow<Scalar>(z, length)); },
                       A, Z);
    });
}

template <class Scalar>
void activationBackward(Activation g, double leakySlope, ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> Z,
                        ConstMatrixView<Scalar> A, MatrixView<Scalar> dZ) {
    if (g == Activation::softmax) {
        return softmaxBackward<Scalar>(dA, A, dZ);
    }
    withActivation(g, leakySlope, [&](const auto& functions) {
        forEachStretch(
            [&](Eigen::Index length, Scalar* dz, const Scalar* da, const Scalar* z, const Scalar* a) {
                const ConstRow<Scalar> zs(z, length);
                const ConstRow<Scalar> as(a, length);
                Row<Scalar>(dz, length) = ConstRow<Scalar>(da, length) * functions.derivative(zs, as);
            },
            dZ, dA, Z, A);
    });
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template void activate<Scalar>(Activation, double, ConstMatrixView<Scalar>, MatrixView<Scalar>);                   \
    template void activationBackward<Scalar>(Activation, double, ConstMatrixView<Scalar>, ConstMatrixView<Scalar>,     \
                                             ConstMatrixView<Scalar>, MatrixView<Scalar>);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
