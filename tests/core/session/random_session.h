#pragma once

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "core/data/random.h"
#include "core/session/session.h"

namespace perceptible {

/// Sessions of every kind, whose numbers have random bits, so that nothing is right by chance.
class RandomSession {
public:
    explicit RandomSession(std::uint64_t seed)
        : random_(seed) {}

    Session make() {
        Session session;
        session.precision = oneOf(allPrecisions);
        session.hyperparameters = hyperparameters();
        session.data = data();
        const Architecture architecture =
            session.hyperparameters.architecture(session.data->task(), session.data->classes());
        TrainingState<double>& state = session.state;
        state.iteration = upTo(JsonWholeNumbers::max);
        state.parameters = Parameters<double>(architecture.units);
        fill(state.parameters.values(), session.precision);
        state.optimizer = {session.hyperparameters.optimizer, state.parameters.values().size()};
        state.optimizer.steps = upTo(state.iteration);
        fill(state.optimizer.v, session.precision);
        fill(state.optimizer.s, session.precision);
        state.optimizer.s = state.optimizer.s.cwiseAbs();
        if (maybe() && state.optimizer.s.size() > 0) {
            state.optimizer.s[0] = std::numeric_limits<double>::infinity();
        }
        const auto m = static_cast<std::int64_t>(session.data->count(Role::train));
        state.batches = {static_cast<std::uint64_t>(upTo(state.iteration)), m > 0 ? upTo(m - 1) : 0};
        state.inputs = inputMapFor(session.hyperparameters.features, session.hyperparameters.standardize, {});
        for (double& mean : state.inputs.means) {
            mean = anyDouble();
        }
        for (double& deviation : state.inputs.deviations) {
            deviation = std::max(std::abs(anyDouble()), std::numeric_limits<double>::denorm_min());
        }
        if (maybe()) {
            session.best = {anyDouble(), upTo(state.iteration)};
        }
        return session;
    }

private:
    struct JsonWholeNumbers {
        static constexpr std::int64_t max = 9'007'199'254'740'991;
    };

    bool maybe() { return random_.below(2) == 0; }
    std::int64_t upTo(std::int64_t most) {
        return static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(most) + 1));
    }
    template <class Choice, std::size_t count>
    Choice oneOf(const Choice (&all)[count]) {
        return all[random_.below(count)];
    }

    /// Each exponent as likely as the other; zeros, subnormal numbers and the ends of the range too.
    double anyDouble() {
        constexpr std::uint64_t exponents = 2047;
        constexpr std::uint64_t mantissa = (1ULL << 52U) - 1;
        const std::uint64_t sign = random_.below(2) << 63U;
        switch (random_.below(8)) {
        case 0:
            return std::bit_cast<double>(sign);
        case 1:
            return std::bit_cast<double>(sign | random_.below(1000));
        case 2:
            return std::bit_cast<double>(sign | ((exponents << 52U) - 1 - random_.below(3)));
        case 3:
            return std::bit_cast<double>(sign | std::bit_cast<std::uint64_t>(random_.uniform()));
        default:
            return std::bit_cast<double>(sign | random_.below(exponents) << 52U | random_.below(mantissa + 1));
        }
    }
    float anyFloat() {
        const auto exponents = static_cast<std::uint32_t>(random_.below(255));
        const auto bits = static_cast<std::uint32_t>(random_.below(1U << 23U));
        const auto sign = static_cast<std::uint32_t>(random_.below(2)) << 31U;
        return random_.below(8) == 0 ? std::bit_cast<float>(sign)
                                     : std::bit_cast<float>(sign | exponents << 23U | bits);
    }
    void fill(Vector<double>& numbers, Precision precision) {
        for (double& number : numbers) {
            number = precision == Precision::float32 ? anyFloat() : anyDouble();
        }
    }

    std::optional<double> maybeIn(double low, double high) {
        return maybe() ? std::optional(random_.uniform(low, high)) : std::nullopt;
    }

    Hyperparameters hyperparameters() {
        Hyperparameters h;
        h.learningRate = random_.uniform(Hyperparameters::minLearningRate, Hyperparameters::maxLearningRate);
        h.schedule = {oneOf(Schedule::allKinds), 1 + upTo(Hyperparameters::maxIterations - 1), random_.uniform()};
        h.optimizer = {oneOf(Optimizer::allKinds), random_.uniform(0, 0.9), random_.uniform(0, 0.9),
                       random_.uniform(1e-30, 1)};
        h.l1 = random_.uniform(0, Hyperparameters::maxPenalty);
        h.l2 = random_.uniform();
        h.clipNorm = maybeIn(1e-6, 1e6);
        h.iterations = maybe() ? std::optional(upTo(Hyperparameters::maxIterations)) : std::nullopt;
        h.targetCost = maybeIn(0, 1e12);
        h.patience = maybe() ? std::optional(1 + upTo(1000)) : std::nullopt;
        h.hiddenLayers.clear();
        for (auto l = upTo(4); l > 0; --l) {
            h.hiddenLayers.push_back({static_cast<int>(1 + upTo(6)), oneOf(allActivations),
                                      maybe() ? 0 : random_.uniform(0, Hyperparameters::maxDropout)});
        }
        h.leakySlope = random_.uniform();
        h.initialization = oneOf(allInitializations);
        h.initialRange = random_.uniform(0, 100);
        h.initialBias = random_.uniform(-100, 100);
        h.features.assign(std::begin(allFeatures), std::end(allFeatures));
        random_.shuffle(h.features);
        h.features.resize(1 + random_.below(h.features.size()));
        h.standardize = maybe();
        h.batchSize = maybe() ? std::optional(static_cast<int>(1 + upTo(199'999))) : std::nullopt;
        h.shuffle = maybe();
        h.seed = static_cast<std::uint64_t>(upTo(Hyperparameters::maxSeed));
        return h;
    }

    DataSetPtr data() {
        const Task task = oneOf(allTasks);
        const int classes = DataSet({}, task, static_cast<int>(2 + upTo(8))).classes();
        std::vector<Example> examples;
        for (auto i = upTo(20); i > 0; --i) {
            const double y = task == Task::regression ? std::remainder(anyDouble(), DataSet::maxTarget)
                                                      : static_cast<double>(upTo(classes - 1));
            examples.push_back({std::remainder(anyDouble(), DataSet::maxCoordinate),
                                std::remainder(anyDouble(), DataSet::maxCoordinate), y,
                                maybe() ? Role::train : Role::test});
        }
        return std::make_shared<const DataSet>(std::move(examples), task, classes);
    }

    Random random_;
};

} // namespace perceptible
