#include "core/network/dropout.h"

#include <algorithm>

#include "core/data/random.h"

namespace perceptible {

bool Dropout::isActive() const {
    return std::ranges::any_of(rates, [](double rate) { return rate > 0; });
}

template <class Scalar>
void Dropout::draw(std::size_t l, Eigen::Index first, MatrixView<Scalar> D) const {
    const double rate = rates[l - 1];
    const auto kept = static_cast<Scalar>(1 / (1 - rate));
    const auto dropBelow = static_cast<std::uint64_t>(rate * 0x1.0p53);
    for (Eigen::Index i = 0; i < D.rows(); ++i) {
        const std::uint64_t unit = mixed(key * kGoldenGamma + (std::uint64_t{l} << 32) + static_cast<std::uint64_t>(i));
        for (Eigen::Index j = 0; j < D.cols(); ++j) {
            const std::uint64_t draw = mixed(unit + static_cast<std::uint64_t>(first + j + 1) * kGoldenGamma);
            D(i, j) = (draw >> 11) < dropBelow ? Scalar(0) : kept;
        }
    }
}

template void Dropout::draw<float>(std::size_t, Eigen::Index, MatrixView<float>) const;
template void Dropout::draw<double>(std::size_t, Eigen::Index, MatrixView<double>) const;

} // namespace perceptible
