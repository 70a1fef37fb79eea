#include "core/network/product.h"

#include <utility>

namespace perceptible {

namespace {

using Eigen::Index;

/// Columns of a tile: two of the widest vector registers.
template <class Scalar>
constexpr int kTileColumns = 128 / sizeof(Scalar);

template <class Scalar, int columns>
using Lanes = Eigen::Array<Scalar, columns, 1>;

/// Calls f with the compile-time constants 0, …, count − 1, so that what it indexes stays in registers.
template <int count, class F>
void unrolled(F f) {
    [&]<int... i>(std::integer_sequence<int, i...>) { (f(std::integral_constant<int, i>{}), ...); }
    (std::make_integer_sequence<int, count>{});
}

/// A matrix that is read in either direction: element (r, p) is data[r · rowStride + p · columnStride].
template <class Scalar>
struct Strided {
    const Scalar* data;
    Index rowStride;
    Index columnStride;
};

/// `rows` × `columns` values of Z = L R + start, where L is (rows of Z) × k; start may be null for zero.
template <class Scalar, int rows, int columns>
void productTile(Strided<Scalar> L, Index k, const Scalar* R, Index strideR, const Scalar* start, Scalar* Z,
                 Index strideZ) {
    Lanes<Scalar, columns> sum[rows];
    unrolled<rows>([&](auto r) { sum[r].setConstant(start != nullptr ? start[r] : Scalar(0)); });
    for (Index p = 0; p < k; ++p) {
        const Lanes<Scalar, columns> right = Eigen::Map<const Lanes<Scalar, columns>>(R + p * strideR);
        unrolled<rows>([&](auto r) { sum[r] += L.data[r * L.rowStride + p * L.columnStride] * right; });
    }
    unrolled<rows>([&](auto r) { Eigen::Map<Lanes<Scalar, columns>>(Z + r * strideZ) = sum[r]; });
}

/// All rows of some columns of Z, eight at a time and then the rest.
template <class Scalar, int columns>
void productColumns(Index rows, Strided<Scalar> L, Index k, const Scalar* R, Index strideR, const Scalar* start,
                    Scalar* Z, Index strideZ) {
    Index done = 0;
    const auto tiles = [&]<int height>(std::integral_constant<int, height>) {
        for (; done + height <= rows; done += height) {
            productTile<Scalar, height, columns>({L.data + done * L.rowStride, L.rowStride, L.columnStride}, k, R,
                                                 strideR, start != nullptr ? start + done : nullptr, Z + done * strideZ,
                                                 strideZ);
        }
    };
    tiles(std::integral_constant<int, 8>{});
    tiles(std::integral_constant<int, 4>{});
    tiles(std::integral_constant<int, 2>{});
    tiles(std::integral_constant<int, 1>{});
}

template <class Scalar>
void product(Strided<Scalar> L, ConstMatrixView<Scalar> R, const Scalar* start, MatrixView<Scalar> Z) {
    Index done = 0;
    const auto panels = [&]<int columns>(std::integral_constant<int, columns>) {
        for (; done + columns <= R.cols(); done += columns) {
            productColumns<Scalar, columns>(Z.rows(), L, R.rows(), R.data() + done, R.outerStride(), start,
                                            Z.data() + done, Z.outerStride());
        }
    };
    panels(std::integral_constant<int, kTileColumns<Scalar>>{});
    panels(std::integral_constant<int, kTileColumns<Scalar> / 4>{});
    panels(std::integral_constant<int, 1>{});
}

/// `rows` × `columns` dot products over m examples: dW(r, c) += scale · Σ_i dZ(r, i) A(c, i).
template <class Scalar, int rows, int columns>
void outerTile(Scalar scale, Index m, const Scalar* dZ, Index strideZ, const Scalar* A, Index strideA, Scalar* dW,
               Index strideW) {
    constexpr int width = kTileColumns<Scalar> / 2;
    using Register = Lanes<Scalar, width>;
    Register sum[rows * columns];
    unrolled<rows * columns>([&](auto t) { sum[t].setZero(); });
    Index i = 0;
    for (; i + width <= m; i += width) {
        Register a[columns];
        unrolled<columns>([&](auto c) { a[c] = Eigen::Map<const Register>(A + c * strideA + i); });
        unrolled<rows>([&](auto r) {
            const Register z = Eigen::Map<const Register>(dZ + r * strideZ + i);
            unrolled<columns>([&](auto c) { sum[r * columns + c] += z * a[c]; });
        });
    }
    unrolled<rows>([&](auto r) {
        unrolled<columns>([&](auto c) {
            Scalar total = sum[r * columns + c].sum();
            for (Index rest = i; rest < m; ++rest) {
                total += dZ[r * strideZ + rest] * A[c * strideA + rest];
            }
            dW[r * strideW + c] += scale * total;
        });
    });
}

} // namespace

template <class Scalar>
void multiplyAdd(const Matrix<Scalar>& W, ConstMatrixView<Scalar> A, const Vector<Scalar>& b, MatrixView<Scalar> Z) {
    product<Scalar>({W.data(), W.cols(), 1}, A, b.data(), Z);
}

template <class Scalar>
void multiplyTransposed(const Matrix<Scalar>& W, ConstMatrixView<Scalar> dZ, MatrixView<Scalar> dA) {
    product<Scalar>({W.data(), 1, W.cols()}, dZ, nullptr, dA);
}

template <class Scalar>
void addOuterProducts(Scalar scale, ConstMatrixView<Scalar> dZ, ConstMatrixView<Scalar> A, Matrix<Scalar>& dW) {
    const auto rowsOfTiles = [&]<int rows>(std::integral_constant<int, rows>, Index first) {
        const auto tile = [&]<int columns>(std::integral_constant<int, columns>, Index column) {
            outerTile<Scalar, rows, columns>(scale, dZ.cols(), dZ.data() + first * dZ.outerStride(), dZ.outerStride(),
                                             A.data() + column * A.outerStride(), A.outerStride(), &dW(first, column),
                                             dW.cols());
        };
        Index column = 0;
        for (; column + 4 <= dW.cols(); column += 4) {
            tile(std::integral_constant<int, 4>{}, column);
        }
        for (; column < dW.cols(); ++column) {
            tile(std::integral_constant<int, 1>{}, column);
        }
    };
    Index row = 0;
    for (; row + 4 <= dW.rows(); row += 4) {
        rowsOfTiles(std::integral_constant<int, 4>{}, row);
    }
    for (; row < dW.rows(); ++row) {
        rowsOfTiles(std::integral_constant<int, 1>{}, row);
    }
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template void multiplyAdd<Scalar>(const Matrix<Scalar>&, ConstMatrixView<Scalar>, const Vector<Scalar>&,           \
                                      MatrixView<Scalar>);                                                             \
    template void multiplyTransposed<Scalar>(const Matrix<Scalar>&, ConstMatrixView<Scalar>, MatrixView<Scalar>);      \
    template void addOuterProducts<Scalar>(Scalar, ConstMatrixView<Scalar>, ConstMatrixView<Scalar>, Matrix<Scalar>&);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
