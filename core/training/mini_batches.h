#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/data/random.h"
#include "core/training/example_matrix.h"

namespace perceptible {

/// Deals the training examples out in mini-batches: every epoch a fresh shuffle in which each example occurs once; the
/// last batch of an epoch may be smaller and counts like the others. A full batch is all examples in their order.
template <class Scalar>
class MiniBatches {
public:
    /// Neighbouring columns of examples().
    struct Batch {
        Eigen::Index first = 0;
        Eigen::Index size = 0;
    };

    MiniBatches(std::uint64_t seed, std::optional<int> batchSize)
        : batchSize_(batchSize)
        , random_(seed) {}

    /// Both begin a new epoch.
    void setExamples(ExampleMatrix<Scalar> examples);
    void setBatchSize(std::optional<int> batchSize); ///< none: full batch
    /// As at the start of a run with this seed.
    void restart(std::uint64_t seed);

    /// The batch of the next update. It stays the same until it is taken, so that an abandoned step can be repeated.
    Batch next() const;
    void take();

    /// All training examples, in the order of this epoch.
    const ExampleMatrix<Scalar>& examples() const { return batchSize_ ? shuffled_ : examples_; }

private:
    void beginEpoch();

    ExampleMatrix<Scalar> examples_;
    ExampleMatrix<Scalar> shuffled_;
    std::vector<Eigen::Index> order_;
    std::optional<int> batchSize_;
    Eigen::Index position_ = 0;
    Random random_;
};

} // namespace perceptible
