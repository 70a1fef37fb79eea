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
    case Initialization::lecun:
        return std::sqrt(1.0 / fanIn);
    case Initialization::uniform:
        break; // has a range instead
    }
    return 0;
}

/// One seed for each row of each layer.
std::uint64_t rowSeed(std::uint64_t seed, std::uint64_t layer, std::uint64_t row) {
    return mixed(seed * kGoldenGamma + (layer << 32) + row + 1);
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
    case Initialization::lecun:
        return "lecun";
    case Initialization::uniform:
        return "uniform";
    }
    return {};
}

Parameters<double> initialParameters(const Architecture& architecture, const InitialValues& initial,
                                     std::uint64_t seed) {
    Parameters<double> result(architecture.units);
    for (std::size_t l = 1; l <= result.size(); ++l) {
        auto layer = result[l - 1];
        layer.b.setConstant(initial.bias);
        const double sigma = deviation(initial.weights, architecture.units[l - 1], architecture.units[l]);
        for (Eigen::Index i = 0; i < layer.W.rows(); ++i) {
            Random random(rowSeed(seed, l, static_cast<std::uint64_t>(i)));
            for (Eigen::Index j = 0; j < layer.W.cols(); ++j) {
                layer.W(i, j) = initial.weights == Initialization::uniform
                                    ? random.uniform(-initial.range, initial.range)
                                    : sigma * random.normal() + 0.0; // no −0 where sigma is 0
            }
        }
    }
    return result;
}

template <class Scalar>
Parameters<Scalar> carryOver(const Parameters<Scalar>& trained, Parameters<Scalar> fresh) {
    const auto keep = [](const LayerParameters<const Scalar>& from, LayerParameters<Scalar> to) {
        const Eigen::Index rows = std::min(from.W.rows(), to.W.rows());
        const Eigen::Index columns = std::min(from.W.cols(), to.W.cols());
        to.W.topLeftCorner(rows, columns) = from.W.topLeftCorner(rows, columns);
        to.b.head(rows) = from.b.head(rows);
    };
    const std::size_t sharedHidden = std::min(trained.size(), fresh.size()) - 1;
    for (std::size_t l = 0; l < sharedHidden; ++l) {
        keep(trained[l], fresh[l]);
    }
    keep(trained[trained.size() - 1], fresh[fresh.size() - 1]);
    return fresh;
}

template <class Scalar>
Parameters<Scalar> carryOverInputs(const Parameters<Scalar>& trained, Parameters<Scalar> fresh,
                                   const std::vector<int>& inputsFrom) {
    for (std::size_t l = 1; l < trained.size(); ++l) {
        fresh[l].W = trained[l].W;
        fresh[l].b = trained[l].b;
    }
    fresh[0].b = trained[0].b;
    for (std::size_t j = 0; j < inputsFrom.size(); ++j) {
        if (inputsFrom[j] >= 0) {
            fresh[0].W.col(static_cast<Eigen::Index>(j)) = trained[0].W.col(inputsFrom[j]);
        }
    }
    return fresh;
}

template Parameters<float> carryOverInputs<float>(const Parameters<float>&, Parameters<float>, const std::vector<int>&);
template Parameters<double> carryOverInputs<double>(const Parameters<double>&, Parameters<double>,
                                                    const std::vector<int>&);
template Parameters<float> carryOver<float>(const Parameters<float>&, Parameters<float>);
template Parameters<double> carryOver<double>(const Parameters<double>&, Parameters<double>);

} // namespace perceptible
