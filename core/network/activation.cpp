#include "core/network/activation.h"

namespace perceptible {

namespace {

template <class Scalar>
void sigmoid(ConstMatrixView<Scalar> Z, MatrixView<Scalar> A) {
    A.array() = Z.array().logistic();
}
template <class Scalar>
void sigmoidBackward(ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> A, MatrixView<Scalar> dZ) {
    dZ.array() = dA.array() * A.array() * (Scalar(1) - A.array());
}

template <class Scalar>
void tanh(ConstMatrixView<Scalar> Z, MatrixView<Scalar> A) {
    A.array() = Z.array().tanh();
}
template <class Scalar>
void tanhBackward(ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> A, MatrixView<Scalar> dZ) {
    dZ.array() = dA.array() * (Scalar(1) - A.array().square());
}

template <class Scalar>
void leakyRelu(Scalar slope, ConstMatrixView<Scalar> Z, MatrixView<Scalar> A) {
    A.array() = (Z.array() > Scalar(0)).select(Z.array(), slope * Z.array());
}
template <class Scalar>
void leakyReluBackward(Scalar slope, ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> Z, MatrixView<Scalar> dZ) {
    dZ.array() = (Z.array() > Scalar(0)).select(dA.array(), slope * dA.array());
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
    case Activation::linear:
        return "linear";
    }
    return {};
}

template <class Scalar>
void activate(Activation g, ConstMatrixView<Scalar> Z, MatrixView<Scalar> A) {
    switch (g) {
    case Activation::sigmoid:
        return sigmoid<Scalar>(Z, A);
    case Activation::tanh:
        return tanh<Scalar>(Z, A);
    case Activation::relu:
        return leakyRelu<Scalar>(Scalar(0), Z, A);
    case Activation::leakyRelu:
        return leakyRelu<Scalar>(Scalar(leakyReluSlope), Z, A);
    case Activation::linear:
        A = Z;
        return;
    }
}

template <class Scalar>
void activationBackward(Activation g, ConstMatrixView<Scalar> dA, ConstMatrixView<Scalar> Z, ConstMatrixView<Scalar> A,
                        MatrixView<Scalar> dZ) {
    switch (g) {
    case Activation::sigmoid:
        return sigmoidBackward<Scalar>(dA, A, dZ);
    case Activation::tanh:
        return tanhBackward<Scalar>(dA, A, dZ);
    case Activation::relu:
        return leakyReluBackward<Scalar>(Scalar(0), dA, Z, dZ);
    case Activation::leakyRelu:
        return leakyReluBackward<Scalar>(Scalar(leakyReluSlope), dA, Z, dZ);
    case Activation::linear:
        dZ = dA;
        return;
    }
}

template void activate<float>(Activation, ConstMatrixView<float>, MatrixView<float>);
template void activate<double>(Activation, ConstMatrixView<double>, MatrixView<double>);
template void activationBackward<float>(Activation, ConstMatrixView<float>, ConstMatrixView<float>,
                                        ConstMatrixView<float>, MatrixView<float>);
template void activationBackward<double>(Activation, ConstMatrixView<double>, ConstMatrixView<double>,
                                         ConstMatrixView<double>, MatrixView<double>);

} // namespace perceptible
