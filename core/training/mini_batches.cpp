#include "core/training/mini_batches.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace perceptible {

template <class Scalar>
void MiniBatches<Scalar>::setExamples(ExampleMatrix<Scalar> examples) {
    examples_ = std::move(examples);
    shuffled_ = examples_;
    order_.resize(static_cast<std::size_t>(examples_.size()));
    std::iota(order_.begin(), order_.end(), Eigen::Index{0});
    beginEpoch();
}

template <class Scalar>
void MiniBatches<Scalar>::setBatchSize(std::optional<int> batchSize) {
    batchSize_ = batchSize;
    beginEpoch();
}

template <class Scalar>
void MiniBatches<Scalar>::restart(std::uint64_t seed) {
    random_ = Random(seed);
    std::iota(order_.begin(), order_.end(), Eigen::Index{0});
    beginEpoch();
}

template <class Scalar>
void MiniBatches<Scalar>::beginEpoch() {
    position_ = 0;
    if (!batchSize_) {
        return;
    }
    random_.shuffle(order_);
    for (Eigen::Index j = 0; j < examples_.size(); ++j) {
        const Eigen::Index from = order_[static_cast<std::size_t>(j)];
        shuffled_.X.col(j) = examples_.X.col(from);
        shuffled_.Y.col(j) = examples_.Y.col(from);
    }
}

template <class Scalar>
typename MiniBatches<Scalar>::Batch MiniBatches<Scalar>::next() const {
    const Eigen::Index rest = examples_.size() - position_;
    return {position_, batchSize_ ? std::min<Eigen::Index>(*batchSize_, rest) : rest};
}

template <class Scalar>
void MiniBatches<Scalar>::take() {
    position_ += next().size;
    if (position_ >= examples_.size()) {
        beginEpoch();
    }
}

template class MiniBatches<float>;
template class MiniBatches<double>;

} // namespace perceptible
