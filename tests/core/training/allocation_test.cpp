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

template <class Scalar>
int allocationsOfTraining(const Hyperparameters& h, int m, int steps) {
    Trainer<Scalar> trainer(split(generate({Generator::moons, m, 0.2, 1}), 0.2, 1), h);
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

void expectNone(const Hyperparameters& h, int m, int steps) {
    EXPECT_EQ(allocationsOfTraining<float>(h, m, steps), 0);
    EXPECT_EQ(allocationsOfTraining<double>(h, m, steps), 0);
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

TEST(NoAllocations, WouldNoticeOne) {
    const NoAllocations none;
    ::operator delete(::operator new(1));
    EXPECT_EQ(none.count(), 1);
    EXPECT_DEATH(Matrix<float>(100, 100), "is_malloc_allowed");
}

} // namespace
} // namespace perceptible
