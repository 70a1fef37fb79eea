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

template <class Scalar>
using VectorView = Eigen::Ref<Vector<Scalar>>;
template <class Scalar>
using ConstVectorView = Eigen::Ref<const Vector<Scalar>>;

/// Columns that one step of a vectorised loop takes at once: one of the widest vector registers.
template <class Scalar>
constexpr int kLanes = 64 / sizeof(Scalar);

/// Whether there is no NaN and no infinity: 0 · x is 0 for every other number. A sum of products, because Eigen's own
/// test goes number by number.
template <class Derived>
bool allFinite(const Eigen::DenseBase<Derived>& values) {
    using Scalar = typename Derived::Scalar;
    return values.size() == 0 || (values.derived().array() * Scalar(0)).sum() == Scalar(0);
}

} // namespace perceptible
