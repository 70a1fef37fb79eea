#pragma once

#include "core/data/data_set.h"
#include "core/data/features.h"
#include "core/network/matrix.h"

namespace perceptible {

/// Examples in the form the network takes.
template <class Scalar>
struct ExampleMatrix {
    Matrix<Scalar> X; ///< n[0] × m
    Matrix<Scalar> Y; ///< n[L] × m: the label or the target, or one row for each class with a 1 in the label's row

    Eigen::Index size() const { return X.cols(); } ///< m
};

/// Writes what the network is given of a point into a column of X (n[0] × m).
template <class Scalar>
void setInputs(const InputMap& inputs, double x1, double x2, Matrix<Scalar>& X, Eigen::Index column) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        X(static_cast<Eigen::Index>(i), column) = static_cast<Scalar>(inputs.value(i, x1, x2));
    }
}

/// The examples of one role in the order of the data set.
template <class Scalar>
ExampleMatrix<Scalar> exampleMatrix(const DataSet& data, Role role, const InputMap& inputs) {
    const auto m = static_cast<Eigen::Index>(data.count(role));
    const bool oneHot = data.task() == Task::multiclass;
    ExampleMatrix<Scalar> result{
        Matrix<Scalar>(static_cast<Eigen::Index>(inputs.size()), m),
        Matrix<Scalar>::Zero(oneHot ? data.classes() : 1, m),
    };
    Eigen::Index column = 0;
    for (const Example& example : data.examples()) {
        if (example.role == role) {
            setInputs(inputs, example.x1, example.x2, result.X, column);
            result.Y(oneHot ? example.label() : 0, column) = oneHot ? Scalar(1) : static_cast<Scalar>(example.y);
            ++column;
        }
    }
    return result;
}

} // namespace perceptible
