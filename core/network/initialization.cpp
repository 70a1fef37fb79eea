#include "core/network/initialization.h"

#include <algorithm>
#include <cmath>

#include "core/data/random.h"

namespace perceptible {

namespace {

/// Standard deviation of W[l] for a layer with fanIn = n[l−1] and fanOut = n[l].
double deviation(Initialization initialization, int fanIn, int fanOut) {
    switch (initialization) {
    case Initialization::zeros:
        return 0;
    case Initialization::smallRandom:
        return 0.01;
    case Initialization::xavier:
        return std::sqrt(2.0 / (fanIn + fanOut));
    case Initialization::he:
        return std::sqrt(2.0 / fanIn);
    }
    return 0;
}

/// One seed for each row of each layer: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t rowSeed(std::uint64_t seed, std::uint64_t layer, std::uint64_t row) {
    std::uint64_t z = seed * 0x9E3779B97F4A7C15U + (layer << 32) + row + 1;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

} // namespace

std::string_view nameOf(Initialization initialization) {
    switch (initialization) {
    case Initialization::zeros:
        return "zeros";
    case Initialization::smallRandom:
        return "small-random";
    case Initialization::xavier:
        return "xavier";
    case Initialization::he:
        return "he";
    }
    return {};
}

Parameters<double> initialParameters(const Architecture& architecture, Initialization initialization,
                                     std::uint64_t seed) {
    Parameters<double> result = zeroParameters<double>(architecture);
    for (std::size_t l = 1; l <= result.size(); ++l) {
        auto& W = result[l - 1].W;
        const double sigma = deviation(initialization, architecture.units[l - 1], architecture.units[l]);
        for (Eigen::Index i = 0; i < W.rows(); ++i) {
            Random random(rowSeed(seed, l, static_cast<std::uint64_t>(i)));
            for (Eigen::Index j = 0; j < W.cols(); ++j) {
                W(i, j) = sigma * random.normal();
            }
        }
    }
    return result;
}

template <class Scalar>
Parameters<Scalar> carryOver(const Parameters<Scalar>& trained, Parameters<Scalar> fresh) {
    const auto keep = [](const LayerParameters<Scalar>& from, LayerParameters<Scalar>& to) {
        const Eigen::Index rows = std::min(from.W.rows(), to.W.rows());
        const Eigen::Index columns = std::min(from.W.cols(), to.W.cols());
        to.W.topLeftCorner(rows, columns) = from.W.topLeftCorner(rows, columns);
        to.b.head(rows) = from.b.head(rows);
    };
    const std::size_t sharedHidden = std::min(trained.size(), fresh.size()) - 1;
    for (std::size_t l = 0; l < sharedHidden; ++l) {
        keep(trained[l], fresh[l]);
    }
    keep(trained.back(), fresh.back());
    return fresh;
}

template Parameters<float> carryOver<float>(const Parameters<float>&, Parameters<float>);
template Parameters<double> carryOver<double>(const Parameters<double>&, Parameters<double>);

} // namespace perceptible
