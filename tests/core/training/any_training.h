#pragma once

#include <rapidcheck.h>

#include "core/data/generators.h"
#include "core/data/split.h"
#include "core/training/trainer.h"

namespace perceptible {

template <class Values>
auto oneOf(const Values& values) {
    return *rc::gen::elementOf(std::vector(std::begin(values), std::end(values)));
}

/// From low to high in steps of a hundredth of the way.
inline double between(double low, double high) { return low + (high - low) * *rc::gen::inRange(0, 101) / 100; }

/// Every kind of training that is short enough for a property.
inline Hyperparameters anyHyperparameters() {
    Hyperparameters h;
    h.learningRate = between(0.001, 0.1);
    h.schedule = {oneOf(Schedule::allKinds), *rc::gen::inRange<std::int64_t>(1, 40), between(0.1, 1)};
    h.optimizer = {oneOf(Optimizer::allKinds), between(0, 0.99), between(0, 0.999), 1e-6};
    h.l1 = *rc::gen::arbitrary<bool>() ? between(0, 1) : 0;
    h.l2 = *rc::gen::arbitrary<bool>() ? between(0, 1) : 0;
    h.clipNorm = *rc::gen::arbitrary<bool>() ? std::optional(between(0.01, 2)) : std::nullopt;
    h.hiddenLayers.clear();
    for (int l = *rc::gen::inRange(0, 4); l > 0; --l) {
        const double dropout = *rc::gen::inRange(0, 3) == 0 ? between(0, 0.6) : 0;
        h.hiddenLayers.push_back({*rc::gen::inRange(1, 45), oneOf(allActivations), dropout});
    }
    h.leakySlope = between(0, 1);
    h.initialization = oneOf(allInitializations);
    h.initialBias = between(-0.2, 0.2);
    h.features.assign(std::begin(allFeatures), std::begin(allFeatures) + *rc::gen::inRange(1, 8));
    h.standardize = *rc::gen::arbitrary<bool>();
    h.batchSize = *rc::gen::arbitrary<bool>() ? std::optional(*rc::gen::inRange(1, 70)) : std::nullopt;
    h.shuffle = *rc::gen::arbitrary<bool>();
    h.seed = *rc::gen::inRange<std::uint64_t>(0, Hyperparameters::maxSeed);
    return h;
}

inline DataSet anyData() {
    const Task task = oneOf(allTasks);
    std::vector<Example> examples = generate({oneOf(allGenerators), *rc::gen::inRange(2, 60), 0.3, 1}).examples();
    for (Example& e : examples) {
        e.y = task == Task::binary ? e.y : task == Task::multiclass ? (e.x1 > 0 ? 2 : e.y) : e.x1 - e.x2;
    }
    return split(DataSet(examples, task, 3), 0.2, 1);
}

/// After a few updates.
template <class Scalar>
Trainer<Scalar> anyTrainer() {
    const Hyperparameters h = anyHyperparameters();
    RC_ASSERT(h.validate().empty());
    Trainer<Scalar> trainer(anyData(), h);
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
        trainer.step();
    }
    return trainer;
}

} // namespace perceptible
