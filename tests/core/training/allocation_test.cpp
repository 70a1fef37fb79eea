// Training allocates nothing after its first step (law 7). This target compiles the trainer itself, with Eigen's
// allocations forbidden by assertion, and counts operator new.

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "core/data/generators.h"
#include "core/data/split.h"
#include "core/training/trainer.h"

namespace {
std::atomic<int> allocations = 0;
}

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) {
        return memory;
    }
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

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
int allocationsOfTraining(const Hyperparameters& h, int m) {
    Trainer<Scalar> trainer(split(generate({Generator::moons, m, 0.2, 1}), 0.2, 1), h);
    trainer.step();
    trainer.measure(Role::train);
    const NoAllocations none;
    for (int i = 0; i < 20; ++i) {
        trainer.step();
        trainer.measure(Role::train);
        trainer.measure(Role::test);
    }
    return none.count();
}

void expectNone(const Hyperparameters& h, int m) {
    EXPECT_EQ(allocationsOfTraining<float>(h, m), 0);
    EXPECT_EQ(allocationsOfTraining<double>(h, m), 0);
}

TEST(Training, AllocatesNothingForAnyActivationInFullAndMiniBatches) {
    Hyperparameters h;
    h.learningRate = 0.01;
    h.hiddenLayers.clear();
    for (const Activation g : allActivations) {
        h.hiddenLayers.push_back({5, g});
    }
    expectNone(h, 100);
    h.batchSize = 7; // 20 steps: also across the ends of epochs
    expectNone(h, 100);
}

TEST(Training, AllocatesNothingForWideLayersAndSeveralBlocks) {
    for (const int units : {13, 40, 100, 128}) {
        Hyperparameters h;
        h.learningRate = 0.01;
        h.hiddenLayers.assign(3, {units, Activation::tanh});
        SCOPED_TRACE(units);
        expectNone(h, 3000);
    }
}

TEST(Training, AllocatesNothingWithoutHiddenLayers) {
    Hyperparameters h;
    h.hiddenLayers.clear();
    expectNone(h, 9000);
}

TEST(NoAllocations, WouldNoticeOne) {
    const NoAllocations none;
    ::operator delete(::operator new(1));
    EXPECT_EQ(none.count(), 1);
    EXPECT_DEATH(Matrix<float>(100, 100), "is_malloc_allowed");
}

} // namespace
} // namespace perceptible
