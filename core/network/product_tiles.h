#pragma once

#include <algorithm>
#include <type_traits>
#include <utility>

#include "core/network/matrix.h"

namespace perceptible {

/// The loops that the products of a layer are made of: a few rows by one or two vector registers of columns, whose sums
/// stay in registers. All matrices are given by pointer and stride, for callers that know their buffers.
namespace tiles {

template <class Scalar, int columns>
using Lanes = Eigen::Array<Scalar, columns, 1>;

template <class F, int... i>
EIGEN_ALWAYS_INLINE void unrolledOver(F f, std::integer_sequence<int, i...> /*indices*/) {
    (f(std::integral_constant<int, i>{}), ...);
}

/// Calls f with the compile-time constants 0, …, count − 1, so that what it indexes stays in registers.
template <int count, class F>
EIGEN_ALWAYS_INLINE void unrolled(F f) {
    unrolledOver(f, std::make_integer_sequence<int, count>{});
}

/// Calls f(size as a compile-time constant, first) for stretches of 0…total − 1: as many of the first size as fit, then
/// of the next, … The last size is 1.
template <int... sizes, class F>
void inStretches(Eigen::Index total, F f) {
    Eigen::Index done = 0;
    const auto ofSize = [&]<int size>(std::integral_constant<int, size> constant) {
        for (; done + size <= total; done += size) {
            f(constant, done);
        }
    };
    (ofSize(std::integral_constant<int, sizes>{}), ...);
}

/// A matrix that is read in either direction: element (r, p) is data[r · rowStride + p · columnStride].
template <class Scalar>
struct Strided {
    const Scalar* data;
    Eigen::Index rowStride;
    Eigen::Index columnStride;
};

/// A tile of L R + start, whose first row and column are `row` and `column`: calls use(row + r, column, sums) for each
/// of `rows` rows, where the sums are Σ_p L(r, p) R(p, c) for `columns` columns c, on top of `start` (null: 0), which
/// has one number for each row. L, R and `start` begin at the tile. What `use` does must be inlined, or else the sums
/// leave their registers: a class whose operator() is EIGEN_ALWAYS_INLINE, not a lambda.
template <int rows, int columns, class Scalar, class Use>
EIGEN_ALWAYS_INLINE void sumTile(Strided<Scalar> L, Eigen::Index k, const Scalar* R, Eigen::Index strideR,
                                 const Scalar* start, Eigen::Index row, Eigen::Index column, const Use& use) {
    constexpr int lanes = std::min(columns, kLanes<Scalar>);
    constexpr int registers = columns / lanes;
    using Register = Lanes<Scalar, lanes>;
    Register sum[rows * registers];
    unrolled<rows * registers>(
        [&](auto t) { sum[t].setConstant(start != nullptr ? start[t / registers] : Scalar(0)); });
    for (Eigen::Index p = 0; p < k; ++p) {
        Register right[registers];
        unrolled<registers>([&](auto c) { right[c] = Eigen::Map<const Register>(R + p * strideR + c * lanes); });
        unrolled<rows>([&](auto r) {
            const Scalar left = L.data[r * L.rowStride + p * L.columnStride];
            unrolled<registers>([&](auto c) { sum[r * registers + c] += left * right[c]; });
        });
    }
    unrolled<rows * registers>([&](auto t) { use(row + t / registers, column + t % registers * lanes, sum[t]); });
}

/// Calls use(row, column, sums) once for each stretch of L R + start, (rows × columns) = (rows × k) (k × columns), in
/// tiles of these widths; `start` and `use` as for sumTile().
template <int... widths, class Scalar, class Use>
void product(Strided<Scalar> L, Eigen::Index rows, Eigen::Index k, const Scalar* R, Eigen::Index strideR,
             Eigen::Index columns, const Scalar* start, const Use& use) {
    inStretches<widths...>(columns, [&]<int width>(std::integral_constant<int, width>, Eigen::Index column) {
        inStretches<8, 4, 2, 1>(rows, [&]<int height>(std::integral_constant<int, height>, Eigen::Index row) {
            sumTile<height, width, Scalar>({L.data + row * L.rowStride, L.rowStride, L.columnStride}, k, R + column,
                                           strideR, start != nullptr ? start + row : nullptr, row, column, use);
        });
    });
}

/// A matrix whose rows are read and written in stretches.
template <class Scalar>
struct Rows {
    Scalar* data;
    Eigen::Index stride;

    /// The place of `sums`, given for (row, column).
    template <class Sums>
    EIGEN_ALWAYS_INLINE auto placeOf(const Sums& /*sums*/, Eigen::Index row, Eigen::Index column) const {
        return Eigen::Map<std::conditional_t<std::is_const_v<Scalar>, const Sums, Sums>>(data + row * stride + column);
    }
};

/// Writes what product() makes: Z = L R + start.
template <class Scalar>
struct Store {
    Rows<Scalar> Z;

    template <class Sums>
    EIGEN_ALWAYS_INLINE void operator()(Eigen::Index row, Eigen::Index column, const Sums& sums) const {
        Z.placeOf(sums, row, column) = sums;
    }
};

/// sum[r · columns + c] = Σ_j L(r, j) R(c, j) for `rows` rows of L and `columns` of R, j = 0…m − 1.
template <int rows, int columns, class Scalar>
EIGEN_ALWAYS_INLINE void dotTile(Eigen::Index m, const Scalar* L, Eigen::Index strideL, const Scalar* R,
                                 Eigen::Index strideR, Scalar* sum) {
    constexpr int lanes = kLanes<Scalar>;
    using Register = Lanes<Scalar, lanes>;
    Register partial[rows * columns];
    unrolled<rows * columns>([&](auto t) { partial[t].setZero(); });
    Eigen::Index j = 0;
    for (; j + lanes <= m; j += lanes) {
        Register right[columns];
        unrolled<columns>([&](auto c) { right[c] = Eigen::Map<const Register>(R + c * strideR + j); });
        unrolled<rows>([&](auto r) {
            const Register left = Eigen::Map<const Register>(L + r * strideL + j);
            unrolled<columns>([&](auto c) { partial[r * columns + c] += left * right[c]; });
        });
    }
    unrolled<rows * columns>([&](auto t) { sum[t] = partial[t].sum(); });
    for (; j < m; ++j) {
        unrolled<rows * columns>(
            [&](auto t) { sum[t] += L[t / columns * strideL + j] * R[t % columns * strideR + j]; });
    }
}

/// P += scale · L Rᵀ     (n × k) += (n × m) (k × m)ᵀ, by dot products along the rows: best for small n or k.
template <class Scalar>
void addDotProducts(Scalar scale, Eigen::Index m, const Scalar* L, Eigen::Index strideL, Eigen::Index n,
                    const Scalar* R, Eigen::Index strideR, Eigen::Index k, Scalar* P, Eigen::Index strideP) {
    inStretches<4, 2, 1>(n, [&]<int rows>(std::integral_constant<int, rows>, Eigen::Index row) {
        inStretches<4, 2, 1>(k, [&]<int columns>(std::integral_constant<int, columns>, Eigen::Index column) {
            Scalar sum[rows * columns];
            dotTile<rows, columns>(m, L + row * strideL, strideL, R + column * strideR, strideR, sum);
            unrolled<rows * columns>(
                [&](auto t) { P[(row + t / columns) * strideP + column + t % columns] += scale * sum[t]; });
        });
    });
}

/// s += scale · Σ_j L(:, j)     (n × 1), L n × m
template <class Scalar>
void addRowSums(Scalar scale, Eigen::Index m, const Scalar* L, Eigen::Index strideL, Eigen::Index n, Scalar* s) {
    constexpr int lanes = kLanes<Scalar>;
    using Register = Lanes<Scalar, lanes>;
    inStretches<8, 4, 2, 1>(n, [&]<int rows>(std::integral_constant<int, rows>, Eigen::Index row) {
        const Scalar* left = L + row * strideL;
        Register partial[rows]; // several, because an addition waits for the one before it in its row
        unrolled<rows>([&](auto r) { partial[r].setZero(); });
        Eigen::Index j = 0;
        for (; j + lanes <= m; j += lanes) {
            unrolled<rows>([&](auto r) { partial[r] += Eigen::Map<const Register>(left + r * strideL + j); });
        }
        unrolled<rows>([&](auto r) {
            Scalar sum = partial[r].sum();
            for (Eigen::Index rest = j; rest < m; ++rest) {
                sum += left[r * strideL + rest];
            }
            s[row + r] += scale * sum;
        });
    });
}

} // namespace tiles
} // namespace perceptible
