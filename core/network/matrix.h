#pragma once

#include <Eigen/Core>

namespace perceptible {

/// Examples are columns. Row-major, so that one unit's values over all m examples lie side by side in memory and
/// fill the SIMD lanes.
template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <class Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

/// A matrix or some neighbouring columns of one, by reference.
template <class Scalar>
using MatrixView = Eigen::Ref<Matrix<Scalar>, 0, Eigen::OuterStride<>>;
template <class Scalar>
using ConstMatrixView = Eigen::Ref<const Matrix<Scalar>, 0, Eigen::OuterStride<>>;

} // namespace perceptible
