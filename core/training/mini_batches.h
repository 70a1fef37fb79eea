#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/training/example_matrix.h"

namespace perceptible {

/// Deals the training examples out in mini-batches: every epoch a fresh shuffle in which each example occurs once (or
/// their own order, without shuffling); the last batch of an epoch may be smaller and counts like the others. A full
/// batch is all examples in their order.
template <class Scalar>
class MiniBatches {
public:
    /// Neighbouring columns of examples().
    struct Batch {
        Eigen::Index first = 0;
        Eigen::Index size = 0;
    };

    struct Settings {
        std::optional<int> size; ///< none: full batch
        bool shuffle = true;
        std::uint64_t seed = 1;
        friend bool operator==(const Settings&, const Settings&) = default;
    };

    /// Where a run has come to. The order of an epoch depends on the seed and its number alone.
    struct Position {
        std::uint64_t epoch = 0;
        std::int64_t done = 0; ///< examples of it that have been taken, fewer than m (0 where there are none)
        friend bool operator==(const Position&, const Position&) = default;
    };

    explicit MiniBatches(const Settings& settings)
        : settings_(settings) {}

    /// Both begin a new epoch.
    void setExamples(ExampleMatrix<Scalar> examples);
    void setSettings(const Settings& settings);
    /// At the start of a run: {}. A position out of range counts as the start of its epoch.
    void moveTo(const Position& position);
    Position position() const { return {epoch_, done_}; }

    /// The batch of the next update. It stays the same until it is taken, so that an abandoned step can be repeated.
    Batch next() const;
    void take();

    /// All training examples, in the order of this epoch.
    const ExampleMatrix<Scalar>& examples() const { return isShuffled() ? shuffled_ : examples_; }

    /// The place among the training examples, in the order of the data set, of a column of examples().
    Eigen::Index placeOf(Eigen::Index column) const {
        return isShuffled() ? order_[static_cast<std::size_t>(column)] : column;
    }

    /// The same in the order of the data set.
    const ExampleMatrix<Scalar>& inOrder() const { return examples_; }

private:
    bool isShuffled() const { return settings_.size && settings_.shuffle; }
    void beginEpoch(std::uint64_t epoch);

    Settings settings_;
    ExampleMatrix<Scalar> examples_;
    ExampleMatrix<Scalar> shuffled_;
    std::vector<Eigen::Index> order_;
    std::uint64_t epoch_ = 0;
    Eigen::Index done_ = 0;
};

} // namespace perceptible
