#include "core/network/fused_network.h"

#include <algorithm>
#include <numeric>

#include "core/network/activation_functions.h"
#include "core/network/cost.h"
#include "core/network/product_tiles.h"

namespace perceptible {

namespace {

using Eigen::Index;

constexpr Index kMostParameters = 1024; // 64 KiB of sums
constexpr Index kBytes = 64 * 1024;     // of a pass: well inside a second-level cache
constexpr Index kMostRegisters = 16;    // of each unit in one pass

/// A stretch of a buffer that Eigen has aligned.
template <class Scalar>
using Stretch = Eigen::Map<Eigen::Array<Scalar, Eigen::Dynamic, 1>, Eigen::AlignedMax>;
template <class Scalar>
using ConstStretch = Eigen::Map<const Eigen::Array<Scalar, Eigen::Dynamic, 1>, Eigen::AlignedMax>;

template <class Scalar>
Index examplesInPass(const Architecture& architecture) {
    constexpr Index lanes = kLanes<Scalar>;
    const Index units = std::accumulate(architecture.units.begin(), architecture.units.end(), Index{0});
    const Index registers = kBytes / (3 * units * lanes * static_cast<Index>(sizeof(Scalar)));
    return lanes * std::clamp<Index>(registers / 2 * 2, 2, kMostRegisters); // tiles are two registers wide
}

/// The examples first…first + used − 1 as `columns` columns; the first of them again where there are none left, so
/// that every lane holds ordinary numbers.
template <class Scalar, class Columns>
void load(ConstMatrixView<Scalar> from, Index first, Index used, Columns columns, Vector<Scalar>& to) {
    for (Index row = 0; row < from.rows(); ++row) {
        const Scalar* source = from.data() + row * from.outerStride() + first;
        Scalar* target = to.data() + row * columns;
        std::copy(source, source + used, target);
        std::fill(target + used, target + columns, source[0]);
    }
}

/// Softmax of each column of Z (rows × columns).
template <class Scalar, class Columns>
void softmax(Index rows, Columns columns, const Scalar* Z, Scalar* A) {
    constexpr int lanes = kLanes<Scalar>;
    using Register = Eigen::Array<Scalar, lanes, 1>;
    const auto z = [&](Index i, Index j) { return Eigen::Map<const Register, Eigen::AlignedMax>(Z + i * columns + j); };
    const auto a = [&](Index i, Index j) { return Eigen::Map<Register, Eigen::AlignedMax>(A + i * columns + j); };
    for (Index j = 0; j < columns; j += lanes) {
        Register largest = z(0, j);
        for (Index i = 1; i < rows; ++i) {
            largest = largest.max(z(i, j));
        }
        Register sum = Register::Zero();
        for (Index i = 0; i < rows; ++i) {
            a(i, j) = (z(i, j) - largest).exp();
            sum += a(i, j);
        }
        for (Index i = 0; i < rows; ++i) {
            a(i, j) /= sum;
        }
    }
}

/// sums (+)= dZ Aᵀ, lane by lane: one register for each of n × k products of rows; from 0 when `fresh`.
template <class Scalar, class Columns>
void addProducts(Index n, Index k, Columns columns, const Scalar* dZ, const Scalar* A, bool fresh, Scalar* sums) {
    constexpr int lanes = kLanes<Scalar>;
    using Register = Eigen::Array<Scalar, lanes, 1>;
    using Stored = Eigen::Map<Register, Eigen::AlignedMax>;
    using ConstStored = Eigen::Map<const Register, Eigen::AlignedMax>;
    tiles::inStretches<2, 1>(n, [&]<int rows>(std::integral_constant<int, rows>, Index i) {
        tiles::inStretches<4, 2, 1>(k, [&]<int others>(std::integral_constant<int, others>, Index p) {
            Register sum[rows * others];
            tiles::unrolled<rows>([&](auto r) {
                tiles::unrolled<others>([&](auto c) {
                    Register& start = sum[r * others + c];
                    fresh ? start.setZero() : start = ConstStored(sums + ((i + r) * k + p + c) * lanes);
                });
            });
            for (Index j = 0; j < columns; j += lanes) {
                Register a[others];
                tiles::unrolled<others>([&](auto c) { a[c] = ConstStored(A + (p + c) * columns + j); });
                tiles::unrolled<rows>([&](auto r) {
                    const Register dz = ConstStored(dZ + (i + r) * columns + j);
                    tiles::unrolled<others>([&](auto c) { sum[r * others + c] += dz * a[c]; });
                });
            }
            tiles::unrolled<rows>([&](auto r) {
                tiles::unrolled<others>(
                    [&](auto c) { Stored(sums + ((i + r) * k + p + c) * lanes) = sum[r * others + c]; });
            });
        });
    });
}

/// sums (+)= the rows of dZ, lane by lane.
template <class Scalar, class Columns>
void addRows(Index n, Columns columns, const Scalar* dZ, bool fresh, Scalar* sums) {
    constexpr int lanes = kLanes<Scalar>;
    using Register = Eigen::Array<Scalar, lanes, 1>;
    for (Index i = 0; i < n; ++i) {
        Eigen::Map<Register, Eigen::AlignedMax> stored(sums + i * lanes);
        Register sum = Register::Zero();
        if (!fresh) {
            sum = stored;
        }
        for (Index j = 0; j < columns; j += lanes) {
            sum += Eigen::Map<const Register, Eigen::AlignedMax>(dZ + i * columns + j);
        }
        stored = sum;
    }
}

} // namespace

template <class Scalar>
bool FusedNetwork<Scalar>::suits(const Architecture& architecture) {
    return Parameters<Scalar>(architecture.units).values().size() <= kMostParameters;
}

template <class Scalar>
FusedNetwork<Scalar>::FusedNetwork(const Architecture& architecture)
    : architecture_(architecture)
    , columns_(examplesInPass<Scalar>(architecture))
    , Y_(architecture.units.back() * columns_)
    , sums_(Parameters<Scalar>(architecture.units).values().size(), kLanes<Scalar>) {
    for (const int n : architecture.units) {
        layers_.push_back({Vector<Scalar>(n * columns_), Vector<Scalar>(n * columns_), Vector<Scalar>(n * columns_)});
    }
}

/// Z[l] = W[l] A[l−1] + b[l], A[l] = g[l](Z[l])
template <class Scalar>
template <class Columns>
void FusedNetwork<Scalar>::forward(const Parameters<Scalar>& parameters, Columns columns) {
    for (std::size_t l = 1; l <= parameters.size(); ++l) {
        const auto layer = parameters[l - 1];
        const Index n = layer.W.rows();
        const Index k = layer.W.cols();
        Buffers& to = layers_[l];
        tiles::product<2 * kLanes<Scalar>, kLanes<Scalar>>(tiles::Strided<Scalar>{layer.W.data(), k, 1}, n, k,
                                                           layers_[l - 1].A.data(), columns, columns, layer.b.data(),
                                                           tiles::Store<Scalar>{{to.Z.data(), columns}});
        const Activation g = architecture_.activations[l - 1];
        if (g == Activation::softmax) {
            softmax(n, columns, to.Z.data(), to.A.data());
        } else {
            withActivation(g, architecture_.leakySlope, [&](const auto& functions) {
                Stretch<Scalar>(to.A.data(), n * columns) =
                    functions.value(ConstStretch<Scalar>(to.Z.data(), n * columns));
            });
        }
    }
}

/// dW[l] = dZ[l] A[l−1]ᵀ and db[l] = Σ dZ[l] as sums of their lanes; dA[l−1] = W[l]ᵀ dZ[l],
/// dZ[l−1] = dA[l−1] * g[l−1]′(Z[l−1])
template <class Scalar>
template <class Columns>
void FusedNetwork<Scalar>::backward(const Parameters<Scalar>& parameters, Columns columns, bool fresh) {
    Scalar* sums = sums_.data() + sums_.size();
    for (std::size_t l = parameters.size(); l >= 1; --l) {
        const auto layer = parameters[l - 1];
        const Index n = layer.W.rows();
        const Index k = layer.W.cols();
        const Scalar* dZ = layers_[l].dZ.data();
        Buffers& previous = layers_[l - 1];
        sums -= n * (k + 1) * kLanes<Scalar>;
        addProducts(n, k, columns, dZ, previous.A.data(), fresh, sums);
        addRows(n, columns, dZ, fresh, sums + n * k * kLanes<Scalar>);
        if (l == 1) {
            return; // dA[0] is nobody's gradient
        }
        Scalar* d = previous.dZ.data();
        tiles::product<2 * kLanes<Scalar>, kLanes<Scalar>>(tiles::Strided<Scalar>{layer.W.data(), 1, k}, k, n, dZ,
                                                           columns, columns, static_cast<const Scalar*>(nullptr),
                                                           tiles::Store<Scalar>{{d, columns}});
        withActivation(architecture_.activations[l - 2], architecture_.leakySlope, [&](const auto& functions) {
            const ConstStretch<Scalar> z(previous.Z.data(), k * columns);
            const ConstStretch<Scalar> a(previous.A.data(), k * columns);
            Stretch<Scalar>(d, k * columns) *= functions.derivative(z, a);
        });
    }
}

template <class Scalar>
template <class Columns>
bool FusedNetwork<Scalar>::pass(const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                                ConstMatrixView<Scalar> Y, Index first, Index used, Columns columns) {
    load(X, first, used, columns, layers_.front().A);
    load(Y, first, used, columns, Y_);
    forward(parameters, columns);
    Buffers& output = layers_.back();
    const Index values = Y.rows() * columns;
    if (!lossesAreFinite(architecture_.task, ConstStretch<Scalar>(output.Z.data(), values))) {
        return false;
    }
    // dZ[L] = A[L] − Y; the lanes without an example of their own have no share.
    Stretch<Scalar>(output.dZ.data(), values) =
        ConstStretch<Scalar>(output.A.data(), values) - ConstStretch<Scalar>(Y_.data(), values);
    for (Index row = 0; row < Y.rows() && used < columns; ++row) {
        output.dZ.segment(row * columns + used, columns - used).setZero();
    }
    backward(parameters, columns, first == 0);
    return true;
}

/// As many passes as are needed, all of about the same length. Full passes would have rows of 1 KiB, which share few
/// of the places of a cache with one another.
template <class Scalar>
Index FusedNetwork<Scalar>::examplesInEachPass(Index examples) const {
    constexpr Index tile = 2 * kLanes<Scalar>;
    const Index passes = (examples + columns_ - 1) / columns_;
    return std::min(columns_, ((examples + passes - 1) / passes + tile - 1) / tile * tile);
}

template <class Scalar>
bool FusedNetwork<Scalar>::addGradients(const Parameters<Scalar>& parameters, ConstMatrixView<Scalar> X,
                                        ConstMatrixView<Scalar> Y, Index m, Parameters<Scalar>& gradients) {
    constexpr int lanes = kLanes<Scalar>;
    const Index most = examplesInEachPass(X.cols());
    for (Index first = 0; first < X.cols(); first += most) {
        const Index used = std::min(most, X.cols() - first);
        const bool finite = used <= lanes ? pass(parameters, X, Y, first, used, std::integral_constant<Index, lanes>{})
                            : used <= 2 * lanes
                                ? pass(parameters, X, Y, first, used, std::integral_constant<Index, 2 * lanes>{})
                                : pass(parameters, X, Y, first, used, (used + lanes - 1) / lanes * lanes);
        if (!finite) {
            return false;
        }
    }
    const Scalar perExample = Scalar(1) / static_cast<Scalar>(m);
    for (Index i = 0; i < sums_.rows(); ++i) {
        using Register = Eigen::Array<Scalar, lanes, 1>;
        gradients.values()[i] +=
            perExample * Eigen::Map<const Register, Eigen::AlignedMax>(sums_.data() + i * lanes).sum();
    }
    return true;
}

template class FusedNetwork<float>;
template class FusedNetwork<double>;

} // namespace perceptible
