// Training with dropout; the masks themselves are in tests/core/network/dropout_test.cpp.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/data/random.h"
#include "core/data/split.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

Hyperparameters withDropout(std::optional<int> batchSize, std::uint64_t seed = 1) {
    Hyperparameters h;
    h.hiddenLayers = {{12, Activation::relu, 0.4}, {8, Activation::tanh, 0.2}};
    h.batchSize = batchSize;
    h.seed = seed;
    return h;
}

DataSet moons(int m = 200) { return split(generate({Generator::moons, m, 0.2, 3}), 0.25, 1); }

void steps(Trainer<float>& trainer, int count) {
    for (int i = 0; i < count; ++i) {
        ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
    }
}

class TrainerWithDropout : public testing::TestWithParam<std::optional<int>> {};
INSTANTIATE_TEST_SUITE_P(BatchSizes, TrainerWithDropout, testing::Values(std::nullopt, 1, 16, 1000));

TEST_P(TrainerWithDropout, GivesTheSameBitsForTheSameSeedAndOthersForAnother) {
    Trainer<float> a(moons(), withDropout(GetParam()));
    Trainer<float> b(moons(), withDropout(GetParam()));
    Trainer<float> other(moons(), withDropout(GetParam(), 2));
    other.setParameters(a.parameters());
    steps(a, 60);
    steps(b, 20);
    (void)b.measure(Role::train); // looking on changes nothing
    steps(b, 40);
    steps(other, 60);
    EXPECT_EQ(a.parameters(), b.parameters());
    EXPECT_NE(a.parameters(), other.parameters());
    b.reset();
    steps(b, 60);
    EXPECT_EQ(a.parameters(), b.parameters());
}

TEST_P(TrainerWithDropout, RepeatsAnInterruptedStepBitForBit) {
    Trainer<float> trainer(moons(), withDropout(GetParam()));
    Trainer<float> undisturbed(moons(), withDropout(GetParam()));
    const Interrupt interrupt = true;
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(trainer.step(interrupt), Trainer<float>::Outcome::interrupted);
        EXPECT_EQ(trainer.step(interrupt), Trainer<float>::Outcome::interrupted);
        steps(trainer, 1);
        steps(undisturbed, 1);
        ASSERT_EQ(trainer.parameters(), undisturbed.parameters());
    }
}

TEST_P(TrainerWithDropout, MeasuresWithoutIt) {
    Trainer<float> trainer(moons(), withDropout(GetParam()));
    Hyperparameters h = withDropout(GetParam());
    for (HiddenLayer& layer : h.hiddenLayers) {
        layer.dropout = 0;
    }
    Trainer<float> plain(moons(), h);
    EXPECT_EQ(trainer.parameters(), plain.parameters());
    for (int i = 0; i < 5; ++i) {
        steps(trainer, 5);
        plain.setParameters(trainer.parameters());
        EXPECT_EQ(trainer.measure(Role::train), plain.measure(Role::train));
        EXPECT_EQ(trainer.measure(Role::test), plain.measure(Role::test));
    }
}

/// Each example's place in the batch, not in its block, decides what is dropped.
TEST(TrainerDropout, IsThatOfTheWholeBatchWhenItIsTakenInSeveralBlocks) {
    Hyperparameters h = withDropout({});
    h.hiddenLayers[0].activation = Activation::silu; // has no kink
    const auto block = static_cast<int>(examplesPerBlock(h.architecture()));
    Trainer<double> trainer(generate({Generator::moons, 2 * block + 37, 0.2, 3}), h);
    const auto& examples = trainer.examples(Role::train);
    for (int t = 0; t < 3; ++t) {
        const Parameters<double> before = trainer.parameters();
        const Dropout dropout = trainer.nextDropout();
        ASSERT_EQ(trainer.step(), Trainer<double>::Outcome::updated);
        const Vector<double> change = (before.values() - trainer.parameters().values()) / h.learningRate;
        const auto whole = backprop<double>(trainer.architecture(), before, examples.X, examples.Y, &dropout).gradients;
        EXPECT_LE((change - whole.values()).norm(), 1e-11 * change.norm());
    }
}

TEST(TrainerDropout, CanBeTurnedOnAndOffBetweenTwoSteps) {
    Trainer<float> trainer(moons(), withDropout(16));
    Hyperparameters without = withDropout(16);
    without.hiddenLayers[0].dropout = without.hiddenLayers[1].dropout = 0;
    Trainer<float> plain(moons(), without);
    trainer.setHyperparameters(without);
    steps(trainer, 10);
    steps(plain, 10);
    EXPECT_EQ(trainer.parameters(), plain.parameters());
    trainer.setHyperparameters(withDropout(16));
    steps(trainer, 10);
    steps(plain, 10);
    EXPECT_NE(trainer.parameters(), plain.parameters());
    EXPECT_EQ(trainer.iteration(), 20);
}

} // namespace
} // namespace perceptible
