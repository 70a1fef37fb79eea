#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "core/data/data_set.h"
#include "core/network/fused_network.h"
#include "core/training/hyperparameters.h"
#include "core/training/iteration.h"
#include "core/training/metrics.h"
#include "core/training/mini_batches.h"

namespace perceptible {

/// Learns from one data set, one update at a time (S4). Live training, the Step button and the command line all call
/// step(). The same seed gives the same parameters, bit for bit. Allocates nothing after the first step as long as
/// neither data nor hyperparameters change.
template <class Scalar>
class Trainer {
public:
    enum class Outcome {
        updated,
        interrupted, ///< abandoned; nothing has changed, and the next step() uses the same mini-batch
        diverged,    ///< see below; the same until data, hyperparameters or parameters change
    };

    /// `hyperparameters` must be valid; `data` may be empty, but then there is nothing to step on.
    Trainer(DataSetPtr data, const Hyperparameters& hyperparameters);
    Trainer(const DataSet& data, const Hyperparameters& hyperparameters)
        : Trainer(std::make_shared<const DataSet>(data), hyperparameters) {}

    /// One update from the next mini-batch. Needs at least one training example. Training has diverged when the
    /// updated parameters would not be finite, or when a loss at the present ones isn't: then the update before is
    /// taken back, so that the parameters are the last ones with finite losses. Not one from before an edit: it is not
    /// to blame, and its mini-batch is no more.
    Outcome step(const Interrupt& interrupt = neverInterrupted);

    /// What the next step() does, with every intermediate; changes nothing. Null when interrupted, when there is no
    /// training example, or when the mini-batch is too large to keep all that (see Iteration::fits).
    std::shared_ptr<const Iteration<Scalar>> nextIteration(const Interrupt& interrupt = neverInterrupted) const;

    /// Iteration 0 at the same initial parameters and with the same mini-batches as at first.
    void reset();
    /// Between two steps; parameters and iteration stay. A standardisation is taken from the data at iteration 0 and
    /// then kept, because the parameters belong to it. Other classes keep the parameters that survive.
    void setData(DataSetPtr data);
    void setData(const DataSet& data) { setData(std::make_shared<const DataSet>(data)); }
    /// Between two steps. Another structure keeps the parameters that survive; iteration stays. The
    /// initialisation takes effect at the next reset().
    void setHyperparameters(const Hyperparameters& hyperparameters);

    /// Takes the last update back and holds training as diverged. False when there is none to take back.
    bool rejectLastUpdate();

    /// J and accuracy over all examples of a role at the present parameters; none when there are no such examples or
    /// when interrupted.
    std::optional<Measurement> measure(Role role, const Interrupt& interrupt = neverInterrupted);

    const Hyperparameters& hyperparameters() const { return hyperparameters_; }
    const Architecture& architecture() const { return architecture_; }
    const InputMap& inputs() const { return inputs_; }
    const Parameters<Scalar>& parameters() const { return parameters_; }
    /// For parameters that come from elsewhere; must have the architecture's shapes.
    void setParameters(Parameters<Scalar> parameters);
    std::int64_t iteration() const { return iteration_; } ///< updates so far
    Eigen::Index size(Role role) const { return examples(role).size(); }
    /// In the order of the data set.
    const ExampleMatrix<Scalar>& examples(Role role) const { return role == Role::train ? batches_.inOrder() : test_; }
    Penalty penalty() const;
    Dropout nextDropout() const; ///< of the next update

    TrainingState<Scalar> state() const;
    /// A state of a trainer with the same data and hyperparameters.
    void setState(const TrainingState<Scalar>& state);

private:
    using Batch = typename MiniBatches<Scalar>::Batch;

    void makeBuffers();
    void clearOptimizer();
    void useExamples();
    bool useShapes();
    void carryOverFeatures(const std::vector<Feature>& before);
    bool addGradients(Eigen::Index first, Eigen::Index done, Eigen::Index columns, Eigen::Index m);
    Outcome computeGradients(const Batch& batch, const Interrupt& interrupt);
    double clipGradients();
    double learningRate() const;
    std::uint64_t dropoutKey() const;

    DataSetPtr data_;
    Hyperparameters hyperparameters_;
    Architecture architecture_;
    InputMap inputs_;
    Parameters<Scalar> parameters_;
    Parameters<Scalar> updated_; ///< becomes parameters_ when it is finite; then holds those before
    OptimizerState<Scalar> optimizer_;
    OptimizerState<Scalar> nextOptimizer_; ///< swapped with the parameters
    bool hasEarlier_ = false;              ///< updated_ holds the parameters before the last update
    bool diverged_ = false;
    Parameters<Scalar> gradients_;
    Dropout dropout_;
    Caches<Scalar> caches_;                     ///< of the layer-by-layer way
    std::optional<FusedNetwork<Scalar>> fused_; ///< the quick way, where it is possible
    Evaluator<Scalar> evaluator_;
    MiniBatches<Scalar> batches_;
    typename MiniBatches<Scalar>::Position earlierBatches_; ///< before the last update
    ExampleMatrix<Scalar> test_;
    std::int64_t iteration_ = 0;
};

} // namespace perceptible
