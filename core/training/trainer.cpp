#include "core/training/trainer.h"

#include <algorithm>
#include <utility>

#include "core/data/random.h"
#include "core/network/cost.h"

namespace perceptible {

namespace {

template <class Scalar>
typename MiniBatches<Scalar>::Settings batchSettings(const Hyperparameters& h) {
    return {h.batchSize, h.shuffle, h.seed};
}

template <class Scalar>
Parameters<Scalar> initial(const Architecture& architecture, const Hyperparameters& h) {
    return convert<Scalar>(initialParameters(architecture, h.initialValues(), h.seed));
}

} // namespace

template <class Scalar>
Trainer<Scalar>::Trainer(DataSetPtr data, const Hyperparameters& hyperparameters)
    : data_(std::move(data))
    , hyperparameters_(hyperparameters)
    , architecture_(hyperparameters.architecture(data_->task(), data_->classes()))
    , inputs_(inputMapFor(hyperparameters.features, hyperparameters.standardize, *data_))
    , parameters_(initial<Scalar>(architecture_, hyperparameters))
    , evaluator_(architecture_)
    , batches_(batchSettings<Scalar>(hyperparameters)) {
    makeBuffers();
    clearOptimizer();
    useExamples();
}

/// Makes what depends on the shapes and on how the network is gone through.
template <class Scalar>
void Trainer<Scalar>::makeBuffers() {
    dropout_ = hyperparameters_.dropout();
    fused_.reset();
    caches_ = {};
    if (!dropout_.isActive() && FusedNetwork<Scalar>::suits(architecture_)) {
        fused_.emplace(architecture_);
    } else {
        caches_ = {architecture_, examplesPerBlock(architecture_), Caches<Scalar>::For::gradients, &dropout_};
    }
    evaluator_ = Evaluator<Scalar>(architecture_);
    gradients_ = Parameters<Scalar>(architecture_.units);
    updated_ = gradients_;
    hasEarlier_ = false;
}

template <class Scalar>
void Trainer<Scalar>::clearOptimizer() {
    optimizer_ = {hyperparameters_.optimizer, parameters_.values().size()};
    nextOptimizer_ = optimizer_;
    hasEarlier_ = false;
}

template <class Scalar>
void Trainer<Scalar>::useExamples() {
    batches_.setExamples(exampleMatrix<Scalar>(*data_, Role::train, inputs_));
    test_ = exampleMatrix<Scalar>(*data_, Role::test, inputs_);
    hasEarlier_ = false;
    diverged_ = false;
}

template <class Scalar>
Penalty Trainer<Scalar>::penalty() const {
    return {hyperparameters_.l1, hyperparameters_.l2, std::max<Eigen::Index>(1, size(Role::train))};
}

template <class Scalar>
std::uint64_t Trainer<Scalar>::dropoutKey() const {
    return mixed(hyperparameters_.seed * kGoldenGamma) + static_cast<std::uint64_t>(iteration_);
}

template <class Scalar>
Dropout Trainer<Scalar>::nextDropout() const {
    return {dropout_.rates, dropoutKey()};
}

/// Adds the share of some columns of the mini-batch, whose m examples begin at `first`, in the gradients of the mean
/// loss. False when a loss is not finite.
template <class Scalar>
bool Trainer<Scalar>::addGradients(Eigen::Index first, Eigen::Index done, Eigen::Index columns, Eigen::Index m) {
    const ExampleMatrix<Scalar>& examples = batches_.examples();
    const auto X = examples.X.middleCols(first + done, columns);
    const auto Y = examples.Y.middleCols(first + done, columns);
    if (fused_) {
        return fused_->addGradients(parameters_, X, Y, m, gradients_);
    }
    dropout_.key = dropoutKey();
    modelForward<Scalar>(architecture_, parameters_, X, caches_, &dropout_, done);
    if (!lossesAreFinite(architecture_.task, caches_.layers.back().Z.leftCols(columns).array())) {
        return false;
    }
    modelBackward<Scalar>(architecture_, parameters_, X, Y, m, caches_, gradients_);
    return true;
}

/// g := g · c / ‖g‖ when ‖g‖ > c, over all parameters together (Pascanu, Mikolov and Bengio 2013, algorithm 1). Returns
/// what g was multiplied by.
template <class Scalar>
double Trainer<Scalar>::clipGradients() {
    if (hyperparameters_.clipNorm) {
        const double norm = gradients_.values().template cast<double>().norm(); // a float's square may overflow
        if (norm > *hyperparameters_.clipNorm) {
            const double factor = *hyperparameters_.clipNorm / norm;
            gradients_.values() *= static_cast<Scalar>(factor);
            return factor;
        }
    }
    return 1;
}

template <class Scalar>
double Trainer<Scalar>::learningRate() const {
    return hyperparameters_.schedule.rate(hyperparameters_.learningRate, iteration_);
}

/// dW[l], db[l] of the mean loss over the mini-batch. Anything but `updated`: why there are none.
template <class Scalar>
typename Trainer<Scalar>::Outcome Trainer<Scalar>::computeGradients(const Batch& batch, const Interrupt& interrupt) {
    const Eigen::Index block = evaluator_.caches().columns;
    gradients_.values().setZero();
    for (Eigen::Index done = 0; done < batch.size; done += block) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return Outcome::interrupted;
        }
        if (!addGradients(batch.first, done, std::min(block, batch.size - done), batch.size)) {
            return Outcome::diverged;
        }
    }
    return Outcome::updated;
}

template <class Scalar>
typename Trainer<Scalar>::Outcome Trainer<Scalar>::step(const Interrupt& interrupt) {
    if (diverged_) {
        return Outcome::diverged;
    }
    if (const Outcome outcome = computeGradients(batches_.next(), interrupt); outcome != Outcome::updated) {
        if (outcome == Outcome::diverged) {
            rejectLastUpdate();
        }
        return outcome;
    }
    penalty().addGradient(parameters_, gradients_);
    clipGradients();
    update(hyperparameters_.optimizer, learningRate(), parameters_.values(), gradients_.values(), optimizer_,
           updated_.values(), nextOptimizer_);
    if (!updated_.allFinite()) {
        diverged_ = true;
        hasEarlier_ = false;
        return Outcome::diverged;
    }
    std::swap(parameters_, updated_);
    std::swap(optimizer_, nextOptimizer_);
    hasEarlier_ = true;
    earlierBatches_ = batches_.position();
    batches_.take();
    ++iteration_;
    return Outcome::updated;
}

template <class Scalar>
bool Trainer<Scalar>::rejectLastUpdate() {
    diverged_ = true;
    if (!hasEarlier_) {
        return false;
    }
    std::swap(parameters_, updated_);
    std::swap(optimizer_, nextOptimizer_);
    batches_.moveTo(earlierBatches_);
    hasEarlier_ = false;
    --iteration_;
    return true;
}

template <class Scalar>
void Trainer<Scalar>::setParameters(Parameters<Scalar> parameters) {
    parameters_ = std::move(parameters);
    hasEarlier_ = false;
    diverged_ = false;
}

template <class Scalar>
void Trainer<Scalar>::reset() {
    iteration_ = 0;
    inputs_ = inputMapFor(hyperparameters_.features, hyperparameters_.standardize, *data_);
    setParameters(initial<Scalar>(architecture_, hyperparameters_));
    clearOptimizer();
    useExamples();
    batches_.setSettings(batchSettings<Scalar>(hyperparameters_));
    batches_.moveTo({});
}

template <class Scalar>
void Trainer<Scalar>::setData(DataSetPtr data) {
    data_ = std::move(data);
    if (iteration_ == 0) {
        inputs_ = inputMapFor(hyperparameters_.features, hyperparameters_.standardize, *data_);
    }
    useExamples();
    useShapes(); // other classes ask for others
}

template <class Scalar>
void Trainer<Scalar>::setHyperparameters(const Hyperparameters& hyperparameters) {
    const Hyperparameters before = std::exchange(hyperparameters_, hyperparameters);
    hasEarlier_ = false;
    diverged_ = false;
    if (batchSettings<Scalar>(hyperparameters_) != batchSettings<Scalar>(before)) {
        batches_.setSettings(batchSettings<Scalar>(hyperparameters_));
    }
    if (hyperparameters_.features != before.features || hyperparameters_.standardize != before.standardize) {
        inputs_ = inputMapFor(hyperparameters_.features, hyperparameters_.standardize, *data_);
        useExamples();
        carryOverFeatures(before.features);
    }
    if (!useShapes() && hyperparameters_.dropout().rates != before.dropout().rates) {
        makeBuffers();
    }
    if (hyperparameters_.optimizer.kind != before.optimizer.kind) {
        clearOptimizer();
    }
}

/// The weights of a feature go where the feature goes.
template <class Scalar>
void Trainer<Scalar>::carryOverFeatures(const std::vector<Feature>& before) {
    const std::vector<Feature>& now = hyperparameters_.features;
    if (now == before) {
        return;
    }
    std::vector<int> inputsFrom;
    for (const Feature feature : now) {
        const auto found = std::ranges::find(before, feature);
        inputsFrom.push_back(found == before.end() ? -1 : static_cast<int>(found - before.begin()));
    }
    architecture_.units.front() = static_cast<int>(now.size()); // the rest follows in useShapes()
    setParameters(carryOverInputs(parameters_, initial<Scalar>(architecture_, hyperparameters_), inputsFrom));
    makeBuffers();
    clearOptimizer();
}

/// True when data and hyperparameters ask for another architecture than before.
template <class Scalar>
bool Trainer<Scalar>::useShapes() {
    Architecture architecture = hyperparameters_.architecture(data_->task(), data_->classes());
    if (architecture == architecture_) {
        return false;
    }
    architecture_ = std::move(architecture);
    setParameters(carryOver(parameters_, initial<Scalar>(architecture_, hyperparameters_)));
    makeBuffers();
    clearOptimizer();
    return true;
}

template <class Scalar>
std::optional<Measurement> Trainer<Scalar>::measure(Role role, const Interrupt& interrupt) {
    return evaluator_.measure(parameters_, examples(role), penalty(), interrupt);
}

template <class Scalar>
TrainingState<Scalar> Trainer<Scalar>::state() const {
    return {iteration_, parameters_, optimizer_, batches_.position(), inputs_};
}

template <class Scalar>
void Trainer<Scalar>::setState(const TrainingState<Scalar>& state) {
    inputs_ = state.inputs;
    useExamples();
    setParameters(state.parameters);
    optimizer_ = state.optimizer;
    nextOptimizer_ = optimizer_;
    batches_.setSettings(batchSettings<Scalar>(hyperparameters_));
    batches_.moveTo(state.batches);
    iteration_ = state.iteration;
}

template class Trainer<float>;
template class Trainer<double>;

} // namespace perceptible
