// Training allocates nothing after its first step (law 7). This target compiles the trainer itself, with Eigen's
// allocations forbidden by assertion, and counts operator new.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/data/split.h"
#include "core/training/trainer.h"
#include "tests/core/training/counting_new.h"

namespace perceptible {
namespace {

/// Forbids Eigen to allocate, and counts what others do.
class NoAllocations {
public:
    NoAllocations() { Eigen::internal::set_is_malloc_allowed(false); }
    ~NoAllocations() { Eigen::internal::set_is_malloc_allowed(true); }
    int count() const { return allocations - before_; }

private:
    int before_ = allocations;
};

DataSet dataFor(Task task, int m) {
    std::vector<Example> examples = generate({Generator::moons, m, 0.2, 1}).examples();
    for (Example& e : examples) {
        e.y = task == Task::binary ? e.y : task == Task::multiclass ? (e.x1 > 0 ? 3 : e.y) : e.x1;
    }
    return split(DataSet(examples, task, 4), 0.2, 1);
}

template <class Scalar>
int allocationsOfTraining(const Hyperparameters& h, int m, int steps, Task task) {
    Trainer<Scalar> trainer(dataFor(task, m), h);
    trainer.step();
    trainer.measure(Role::train);
    const NoAllocations none;
    for (int i = 0; i < steps; ++i) {
        trainer.step();
        trainer.measure(Role::train);
        trainer.measure(Role::test);
    }
    return none.count();
}

void expectNone(const Hyperparameters& h, int m, int steps, Task task = Task::binary) {
    EXPECT_EQ(allocationsOfTraining<float>(h, m, steps, task), 0);
    EXPECT_EQ(allocationsOfTraining<double>(h, m, steps, task), 0);
}

TEST(Training, AllocatesNothingForAnyActivationInFullAndMiniBatches) {
    Hyperparameters h;
    h.learningRate = 0.01;
    h.hiddenLayers.clear();
    for (const Activation g : allActivations) {
        h.hiddenLayers.push_back({5, g});
    }
    expectNone(h, 100, 3);
    h.batchSize = 7; // of 80 training examples, so that 25 steps cross the ends of two epochs
    expectNone(h, 100, 25);
}

TEST(Training, AllocatesNothingForWideLayersAndSeveralBlocks) {
    for (const int units : {13, 50, 128}) {
        Hyperparameters h;
        h.learningRate = 0.01;
        h.hiddenLayers.assign(2, {units, Activation::tanh});
        SCOPED_TRACE(units);
        expectNone(h, static_cast<int>(3 * examplesPerBlock(h.architecture())), 2);
    }
}

TEST(Training, AllocatesNothingWithoutHiddenLayers) {
    Hyperparameters h;
    h.hiddenLayers.clear();
    expectNone(h, 9000, 3);
}

/// By the quick way of narrow networks, layer by layer in wide ones, and with dropout.
TEST(Training, AllocatesNothingForAnyTaskOptimizerPenaltyAndClipping) {
    for (const Task task : allTasks) {
        for (const Optimizer::Kind kind : Optimizer::allKinds) {
            for (int i = 0; i < 32; ++i) {
                Hyperparameters h;
                h.learningRate = 0.01;
                h.optimizer.kind = kind;
                h.schedule.kind = Schedule::allKinds[i % 4];
                h.hiddenLayers.assign(2, {i & 1 ? 40 : 6, Activation::tanh, i & 2 ? 0.3 : 0});
                h.l1 = i & 4 ? 0.5 : 0;
                h.l2 = i & 4 ? 0.5 : 0;
                h.clipNorm = i & 8 ? std::optional(1e-3) : std::nullopt;
                h.batchSize = i & 16 ? std::optional(7) : std::nullopt;
                SCOPED_TRACE(testing::Message() << nameOf(task) << ", " << nameOf(kind) << ", " << i);
                expectNone(h, 40, h.batchSize ? 12 : 3, task);
            }
        }
    }
}

TEST(Training, AllocatesNothingForFeaturesNorWhenAnUpdateIsTakenBack) {
    Hyperparameters h;
    h.features = {std::begin(allFeatures), std::end(allFeatures)};
    h.standardize = true;
    h.batchSize = 7;
    expectNone(h, 40, 12);
    Trainer<float> trainer(dataFor(Task::binary, 40), h);
    trainer.step();
    const NoAllocations none;
    trainer.step();
    EXPECT_TRUE(trainer.rejectLastUpdate());
    EXPECT_EQ(none.count(), 0);
}

TEST(NoAllocations, WouldNoticeOne) {
    const NoAllocations none;
    ::operator delete(::operator new(1));
    EXPECT_EQ(none.count(), 1);
    EXPECT_DEATH(Matrix<float>(100, 100), "is_malloc_allowed");
}

} // namespace
} // namespace perceptible
