#include "core/network/cost.h"

#include <cmath>

namespace perceptible {

template <class Scalar>
void lossOf(Task task, ConstMatrixView<Scalar> Z, ConstMatrixView<Scalar> Y, MatrixView<Scalar> loss) {
    const auto z = Z.array();
    const auto y = Y.array();
    switch (task) {
    case Task::binary:
        loss.array() = z.max(Scalar(0)) - y * z + (-z.abs()).exp().log1p();
        return;
    case Task::multiclass:
        for (Eigen::Index j = 0; j < Z.cols(); ++j) {
            Eigen::Index top = 0;
            const Scalar largest = Z.col(j).maxCoeff(&top);
            Scalar others = 0; // without e^0 of the largest, beside which they would lose their digits
            for (Eigen::Index k = 0; k < Z.rows(); ++k) {
                others += k == top ? Scalar(0) : std::exp(Z(k, j) - largest);
            }
            loss(0, j) = (largest - Y.col(j).dot(Z.col(j))) + std::log1p(others);
        }
        return;
    case Task::regression:
        loss.array() = Scalar(0.5) * (z - y).square();
        return;
    }
}

template <class Scalar>
void lossGradient(Task task, ConstMatrixView<Scalar> A, ConstMatrixView<Scalar> Y, MatrixView<Scalar> dA) {
    const auto a = A.array();
    const auto y = Y.array();
    switch (task) {
    case Task::binary: // 0/0 would stand where an output is exactly right
        for (Eigen::Index j = 0; j < A.cols(); ++j) {
            dA(0, j) = Y(0, j) > Scalar(0.5) ? Scalar(-1) / A(0, j) : Scalar(1) / (1 - A(0, j));
        }
        return;
    case Task::multiclass:
        dA.array() = (y > Scalar(0)).select(-y / a, Scalar(0));
        return;
    case Task::regression:
        dA.array() = a - y;
        return;
    }
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template void lossOf<Scalar>(Task, ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, MatrixView<Scalar>);          \
    template void lossGradient<Scalar>(Task, ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, MatrixView<Scalar>);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
