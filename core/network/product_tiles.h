#pragma once

#include <utility>

#include "core/network/matrix.h"

namespace perceptible {

/// The loops that the products of a layer are made of: a few rows by one or two vector registers of columns, whose sums
/// stay in registers. All matrices are given by pointer and stride, for callers that know their buffers.
namespace tiles {

template <class Scalar, int columns>
using Lanes = Eigen::Array<Scalar, columns, 1>;

/// Calls f with the compile-time constants 0, …, count − 1, so that what it indexes stays in registers.
template <int count, class F>
EIGEN_ALWAYS_INLINE void unrolled(F f) {
    [&]<int... i>(std::integer_sequence<int, i...>) { (f(std::integral_constant<int, i>{}), ...); }
    (std::make_integer_sequence<int, count>{});
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

/// Calls use(r, sums) for each of `rows` rows, where the sums are Σ_p L(r, p) R(p, c) for `columns` columns c, on top
/// of `start` (null: 0), which has one number for each row.
template <int rows, int columns, class Scalar, class Use>
EIGEN_ALWAYS_INLINE void sumTile(Strided<Scalar> L, Eigen::Index k, const Scalar* R, Eigen::Index strideR,
                                 const Scalar* start, Use use) {
    Lanes<Scalar, columns> sum[rows];
    unrolled<rows>([&](auto r) { sum[r].setConstant(start != nullptr ? start[r] : Scalar(0)); });
    for (Eigen::Index p = 0; p < k; ++p) {
        const Lanes<Scalar, columns> right = Eigen::Map<const Lanes<Scalar, columns>>(R + p * strideR);
        unrolled<rows>([&](auto r) { sum[r] += L.data[r * L.rowStride + p * L.columnStride] * right; });
    }
    unrolled<rows>([&](auto r) { use(r, sum[r]); });
}

/// Z = L R + start     (rows × columns) = (rows × k) (k × columns), in tiles of these widths
template <int... widths, class Scalar>
void product(Strided<Scalar> L, Eigen::Index rows, Eigen::Index k, const Scalar* R, Eigen::Index strideR,
             Eigen::Index columns, const Scalar* start, Scalar* Z, Eigen::Index strideZ) {
    inStretches<widths...>(columns, [&]<int width>(std::integral_constant<int, width>, Eigen::Index column) {
        inStretches<8, 4, 2, 1>(rows, [&]<int height>(std::integral_constant<int, height>, Eigen::Index row) {
            sumTile<height, width, Scalar>({L.data + row * L.rowStride, L.rowStride, L.columnStride}, k, R + column,
                                           strideR, start != nullptr ? start + row : nullptr,
                                           [&](int r, const Lanes<Scalar, width>& sum) {
                                               Eigen::Map<Lanes<Scalar, width>>(Z + (row + r) * strideZ + column) = sum;
                                           });
        });
    });
}

/// P += scale · L Rᵀ     (n × k) += (n × m) (k × m)ᵀ, by dot products along the rows: best for small n and k.
template <class Scalar>
void addDotProducts(Scalar scale, Eigen::Index m, const Scalar* L, Eigen::Index strideL, Eigen::Index n,
                    const Scalar* R, Eigen::Index strideR, Eigen::Index k, Scalar* P, Eigen::Index strideP) {
    constexpr int lanes = kLanes<Scalar>;
    using Register = Lanes<Scalar, lanes>;
    inStretches<4, 2, 1>(n, [&]<int rows>(std::integral_constant<int, rows>, Eigen::Index row) {
        inStretches<4, 2, 1>(k, [&]<int columns>(std::integral_constant<int, columns>, Eigen::Index column) {
            const Scalar* left = L + row * strideL;
            const Scalar* right = R + column * strideR;
            Register sum[rows * columns];
            unrolled<rows * columns>([&](auto t) { sum[t].setZero(); });
            Eigen::Index i = 0;
            for (; i + lanes <= m; i += lanes) {
                Register a[columns];
                unrolled<columns>([&](auto c) { a[c] = Eigen::Map<const Register>(right + c * strideR + i); });
                unrolled<rows>([&](auto r) {
                    const Register z = Eigen::Map<const Register>(left + r * strideL + i);
                    unrolled<columns>([&](auto c) { sum[r * columns + c] += z * a[c]; });
                });
            }
            unrolled<rows>([&](auto r) {
                unrolled<columns>([&](auto c) {
                    Scalar total = sum[r * columns + c].sum();
                    for (Eigen::Index rest = i; rest < m; ++rest) {
                        total += left[r * strideL + rest] * right[c * strideR + rest];
                    }
                    P[(row + r) * strideP + column + c] += scale * total;
                });
            });
        });
    });
}

} // namespace tiles
} // namespace perceptible
