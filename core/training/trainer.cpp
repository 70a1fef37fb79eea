#include "core/training/trainer.h"

#include <algorithm>
#include <utility>

#include "core/network/cost.h"
#include "core/training/optimizer.h"

namespace perceptible {

namespace {

/// The shuffling must not repeat the random numbers of the initial weights.
std::uint64_t shuffleSeed(const Hyperparameters& hyperparameters) { return ~hyperparameters.seed; }

template <class Scalar>
Parameters<Scalar> initial(const Hyperparameters& h) {
    return convert<Scalar>(initialParameters(h.architecture(), h.initialization, h.seed));
}

template <class Scalar>
bool allFinite(const Parameters<Scalar>& parameters) {
    return std::ranges::all_of(parameters, &LayerParameters<Scalar>::allFinite);
}

} // namespace

template <class Scalar>
Trainer<Scalar>::Trainer(const DataSet& data, const Hyperparameters& hyperparameters)
    : hyperparameters_(hyperparameters)
    , architecture_(hyperparameters.architecture())
    , parameters_(initial<Scalar>(hyperparameters))
    , batches_(shuffleSeed(hyperparameters), hyperparameters.batchSize) {
    makeBuffers();
    setData(data);
}

template <class Scalar>
void Trainer<Scalar>::makeBuffers() {
    caches_ = Caches<Scalar>(architecture_, examplesPerBlock(architecture_), Caches<Scalar>::For::forwardAndBackward);
    loss_.resize(1, caches_.columns);
    gradients_ = zeroParameters<Scalar>(architecture_);
    updated_ = gradients_;
}

template <class Scalar>
typename Trainer<Scalar>::Outcome Trainer<Scalar>::step(const Interrupt& interrupt) {
    if (diverged_) {
        return Outcome::diverged;
    }
    const auto batch = batches_.next();
    const ExampleMatrix<Scalar>& examples = batches_.examples();
    for (auto& gradient : gradients_) {
        gradient.W.setZero();
        gradient.b.setZero();
    }
    for (Eigen::Index done = 0; done < batch.size; done += caches_.columns) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return Outcome::interrupted;
        }
        const Eigen::Index columns = std::min(caches_.columns, batch.size - done);
        const auto X = examples.X.middleCols(batch.first + done, columns);
        const auto Y = examples.Y.middleCols(batch.first + done, columns);
        modelForward<Scalar>(architecture_, parameters_, X, caches_);
        if (!caches_.layers.back().Z.leftCols(columns).allFinite()) {
            rejectLastUpdate();
            return Outcome::diverged;
        }
        modelBackward<Scalar>(architecture_, parameters_, X, Y, batch.size, caches_, gradients_);
    }
    gradientDescent(parameters_, gradients_, static_cast<Scalar>(hyperparameters_.learningRate), updated_);
    if (!allFinite(updated_)) {
        diverged_ = true;
        hasEarlier_ = false;
        return Outcome::diverged;
    }
    parameters_.swap(updated_);
    hasEarlier_ = true;
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
    parameters_.swap(updated_);
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
    setParameters(initial<Scalar>(hyperparameters_));
    batches_.restart(shuffleSeed(hyperparameters_));
    iteration_ = 0;
}

template <class Scalar>
void Trainer<Scalar>::setData(const DataSet& data) {
    batches_.setExamples(exampleMatrix<Scalar>(data, Role::train));
    test_ = exampleMatrix<Scalar>(data, Role::test);
    diverged_ = false;
}

template <class Scalar>
void Trainer<Scalar>::setHyperparameters(const Hyperparameters& hyperparameters) {
    const bool newBatchSize = hyperparameters.batchSize != hyperparameters_.batchSize;
    hyperparameters_ = hyperparameters;
    diverged_ = false;
    if (newBatchSize) {
        batches_.setBatchSize(hyperparameters_.batchSize);
    }
    const Architecture architecture = hyperparameters_.architecture();
    if (architecture == architecture_) {
        return;
    }
    architecture_ = architecture;
    setParameters(carryOver(parameters_, initial<Scalar>(hyperparameters_)));
    makeBuffers();
}

template <class Scalar>
std::optional<Measurement> Trainer<Scalar>::measure(Role role, const Interrupt& interrupt) {
    const ExampleMatrix<Scalar>& examples = role == Role::train ? batches_.examples() : test_;
    const Eigen::Index m = examples.size();
    if (m == 0) {
        return std::nullopt;
    }
    double totalLoss = 0;
    Eigen::Index right = 0;
    for (Eigen::Index done = 0; done < m; done += caches_.columns) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return std::nullopt;
        }
        const Eigen::Index columns = std::min(caches_.columns, m - done);
        const auto Y = examples.Y.middleCols(done, columns);
        modelForward<Scalar>(architecture_, parameters_, examples.X.middleCols(done, columns), caches_);
        const auto Z = caches_.layers.back().Z.leftCols(columns);
        auto loss = loss_.leftCols(columns);
        binaryCrossEntropy<Scalar>(Z, Y, loss);
        totalLoss += loss.template cast<double>().sum();
        right += ((Z.array() >= Scalar(0)) == (Y.array() > Scalar(0.5))).count();
    }
    const auto count = static_cast<double>(m);
    return Measurement{totalLoss / count, static_cast<double>(right) / count};
}

template class Trainer<float>;
template class Trainer<double>;

} // namespace perceptible
