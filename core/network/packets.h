#pragma once

#include <Eigen/Core>

// What Eigen's expressions do number by number and its vector registers could do at once. Eigen's packets are not part
// of its documented interface, so all that uses them is in this file.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wignored-attributes" // of the registers' types, when they are template arguments

namespace perceptible {

/// 1 for z > 0, else the slope: the derivative of ReLU and leaky ReLU.
template <class Scalar>
struct StepFunctor {
    Scalar slope;

    Scalar operator()(Scalar z) const { return z > Scalar(0) ? Scalar(1) : slope; }
    template <class Packet>
    Packet packetOp(const Packet& z) const {
        using namespace Eigen::internal;
        const Packet positive = pcmp_lt(pzero(z), z); // bits; AVX-512's pselect would first make a mask of them again
        return por(pand(positive, pset1<Packet>(Scalar(1))), pandnot(pset1<Packet>(slope), positive));
    }
};

/// T(i, p) = A(p, i) for `rows` rows and `columns` columns of A; rows is a multiple of kLanes. In squares of registers
/// of at most 32 bytes, because in wider ones half of the work is to bring numbers across.
template <int rows, class Scalar>
void transpose(const Scalar* A, Eigen::Index strideA, Eigen::Index columns, Scalar* T, Eigen::Index strideT) {
    using namespace Eigen::internal;
    using Packet = typename find_best_packet<Scalar, 32 / sizeof(Scalar)>::type;
    constexpr int side = unpacket_traits<Packet>::size;
    static_assert(rows % side == 0);
    Eigen::Index i = 0;
    for (; i + side <= columns; i += side) {
        for (int p = 0; p < rows; p += side) {
            PacketBlock<Packet, side> square;
            for (int r = 0; r < side; ++r) {
                square.packet[r] = ploadu<Packet>(A + (p + r) * strideA + i);
            }
            ptranspose(square);
            for (int r = 0; r < side; ++r) {
                pstoreu(T + (i + r) * strideT + p, square.packet[r]);
            }
        }
    }
    for (; i < columns; ++i) {
        for (int p = 0; p < rows; ++p) {
            T[i * strideT + p] = A[p * strideA + i];
        }
    }
}

} // namespace perceptible

namespace Eigen::internal {

template <class Scalar>
struct functor_traits<perceptible::StepFunctor<Scalar>> {
    enum { Cost = 2 * NumTraits<Scalar>::AddCost, PacketAccess = packet_traits<Scalar>::HasCmp };
};

} // namespace Eigen::internal

#pragma GCC diagnostic pop
