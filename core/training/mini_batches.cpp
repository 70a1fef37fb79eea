#include "core/training/mini_batches.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/data/random.h"

namespace perceptible {

namespace {

/// Fisher–Yates. A small generator, because a whole shuffle is due every few updates of a small network.
void shuffle(std::vector<Eigen::Index>& order, std::uint64_t seed) {
    SplitMix64 random(seed);
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
    }
}

template <class Scalar>
void gatherColumns(const Matrix<Scalar>& from, const std::vector<Eigen::Index>& order, Matrix<Scalar>& to) {
    for (Eigen::Index row = 0; row < from.rows(); ++row) {
        const Scalar* source = from.row(row).data();
        std::ranges::transform(order, to.row(row).data(), [source](Eigen::Index column) { return source[column]; });
    }
}

} // namespace

template <class Scalar>
void MiniBatches<Scalar>::setExamples(ExampleMatrix<Scalar> examples) {
    examples_ = std::move(examples);
    shuffled_ = examples_;
    order_.resize(static_cast<std::size_t>(examples_.size()));
    beginEpoch(epoch_ + (done_ > 0 ? 1 : 0));
}

template <class Scalar>
void MiniBatches<Scalar>::setSettings(const Settings& settings) {
    settings_ = settings;
    beginEpoch(epoch_ + (done_ > 0 ? 1 : 0));
}

template <class Scalar>
void MiniBatches<Scalar>::moveTo(const Position& position) {
    beginEpoch(position.epoch);
    done_ = position.done >= 0 && position.done < examples_.size() ? position.done : 0;
}

template <class Scalar>
void MiniBatches<Scalar>::beginEpoch(std::uint64_t epoch) {
    epoch_ = epoch;
    done_ = 0;
    if (isShuffled()) {
        std::iota(order_.begin(), order_.end(), Eigen::Index{0});
        shuffle(order_, mixed(settings_.seed * kGoldenGamma + epoch));
        gatherColumns(examples_.X, order_, shuffled_.X);
        gatherColumns(examples_.Y, order_, shuffled_.Y);
    }
}

template <class Scalar>
typename MiniBatches<Scalar>::Batch MiniBatches<Scalar>::next() const {
    const Eigen::Index rest = examples_.size() - done_;
    return {done_, settings_.size ? std::min<Eigen::Index>(*settings_.size, rest) : rest};
}

template <class Scalar>
void MiniBatches<Scalar>::take() {
    done_ += next().size;
    if (done_ >= examples_.size()) {
        beginEpoch(epoch_ + 1);
    }
}

template class MiniBatches<float>;
template class MiniBatches<double>;

} // namespace perceptible
