#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "core/data/data_set.h"
#include "core/network/network.h"
#include "core/training/hyperparameters.h"
#include "core/training/mini_batches.h"

namespace perceptible {

/// J = (1/m) Σ ℒ and the share of examples with (ŷ ≥ 0.5) == y, over the m examples of one role.
struct Measurement {
    double cost = 0;
    double accuracy = 0; ///< 0…1
    friend bool operator==(const Measurement&, const Measurement&) = default;
};

/// Gradient descent on one data set, one update at a time (S4). Live training, the Step button and the command line
/// all call step(). The same seed gives the same parameters, bit for bit. Allocates nothing after the first step as
/// long as neither data nor hyperparameters change.
template <class Scalar>
class Trainer {
public:
    enum class Outcome {
        updated,
        interrupted, ///< abandoned; nothing has changed, and the next step() uses the same mini-batch
        diverged,    ///< see below; the same until data, hyperparameters or parameters change
    };
    /// Set by another thread to have a long computation abandoned between two blocks of examples.
    using Interrupt = std::atomic<bool>;

    /// `hyperparameters` must be valid; `data` may be empty, but then there is nothing to step on.
    Trainer(const DataSet& data, const Hyperparameters& hyperparameters);

    /// One update from the next mini-batch. Needs at least one training example. Training has diverged when the
    /// updated parameters would not be finite, or when an output at the present ones isn't: then the update before is
    /// taken back, so that the parameters are the last ones with finite outputs.
    Outcome step(const Interrupt& interrupt = never);

    /// Iteration 0 at the same initial parameters and with the same mini-batches as at first.
    void reset();
    /// Between two steps; parameters and iteration stay.
    void setData(const DataSet& data);
    /// Between two steps. Another structure keeps the parameters that survive; iteration stays. Initialisation and
    /// seed take effect at the next reset().
    void setHyperparameters(const Hyperparameters& hyperparameters);

    /// Takes the last update back and holds training as diverged. False when there is none to take back.
    bool rejectLastUpdate();

    /// J and accuracy over all examples of a role at the present parameters; none when there are no such examples or
    /// when interrupted.
    std::optional<Measurement> measure(Role role, const Interrupt& interrupt = never);

    const Hyperparameters& hyperparameters() const { return hyperparameters_; }
    const Architecture& architecture() const { return architecture_; }
    const Parameters<Scalar>& parameters() const { return parameters_; }
    /// For parameters that come from elsewhere; must have the architecture's shapes.
    void setParameters(Parameters<Scalar> parameters);
    std::int64_t iteration() const { return iteration_; } ///< updates so far
    Eigen::Index size(Role role) const { return role == Role::train ? batches_.examples().size() : test_.size(); }

private:
    inline static const Interrupt never = false;

    void makeBuffers();

    Hyperparameters hyperparameters_;
    Architecture architecture_;
    Parameters<Scalar> parameters_;
    Parameters<Scalar> updated_; ///< becomes parameters_ when it is finite; then holds those before
    bool hasEarlier_ = false;    ///< updated_ holds the parameters before the last update
    bool diverged_ = false;
    Parameters<Scalar> gradients_;
    Caches<Scalar> caches_;
    Matrix<Scalar> loss_; ///< 1 × caches_.columns
    MiniBatches<Scalar> batches_;
    ExampleMatrix<Scalar> test_;
    std::int64_t iteration_ = 0;
};

} // namespace perceptible
