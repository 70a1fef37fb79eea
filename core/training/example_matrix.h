#pragma once

#include "core/data/data_set.h"
#include "core/network/matrix.h"

namespace perceptible {

/// The examples of one role in the form the network takes, in the order of the data set.
template <class Scalar>
struct ExampleMatrix {
    Matrix<Scalar> X; ///< 2 × m
    Matrix<Scalar> Y; ///< 1 × m

    Eigen::Index size() const { return X.cols(); } ///< m
};

template <class Scalar>
ExampleMatrix<Scalar> exampleMatrix(const DataSet& data, Role role) {
    ExampleMatrix<Scalar> result;
    const auto m = static_cast<Eigen::Index>(data.count(role));
    result.X.resize(2, m);
    result.Y.resize(1, m);
    Eigen::Index column = 0;
    for (const Example& example : data.examples()) {
        if (example.role == role) {
            result.X(0, column) = static_cast<Scalar>(example.x1);
            result.X(1, column) = static_cast<Scalar>(example.x2);
            result.Y(0, column) = static_cast<Scalar>(example.y);
            ++column;
        }
    }
    return result;
}

} // namespace perceptible
