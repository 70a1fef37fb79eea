#include "core/training/optimizer.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/data/generators.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

using Kind = Optimizer::Kind;

/// w after two updates from w = 1 with α = 0.1 and the gradients g1 and g2, and the memory then.
struct Twice {
    double first = 0;
    double second = 0;
    OptimizerState<double> state;
};

Twice twice(const Optimizer& optimizer, double g1, double g2) {
    OptimizerState<double> state(optimizer, 1);
    OptimizerState<double> next = state;
    Vector<double> w = Vector<double>::Ones(1);
    Vector<double> updated(1);
    Twice result;
    update(optimizer, 0.1, w, Vector<double>(Vector<double>::Constant(1, g1)), state, updated, next);
    result.first = updated[0];
    std::swap(w, updated);
    std::swap(state, next);
    update(optimizer, 0.1, w, Vector<double>(Vector<double>::Constant(1, g2)), state, updated, next);
    result.second = updated[0];
    result.state = next;
    return result;
}

TEST(Optimizer, DescendsTheGradient) {
    const Twice w = twice({Kind::gradientDescent}, 0.5, -0.25);
    EXPECT_DOUBLE_EQ(w.first, 0.95);   // 1 − 0.1 · 0.5
    EXPECT_DOUBLE_EQ(w.second, 0.975); // 0.95 + 0.1 · 0.25
    EXPECT_EQ(w.state.v.size(), 0);
    EXPECT_EQ(w.state.s.size(), 0);
}

TEST(Optimizer, KeepsMomentum) {
    const Twice w = twice({Kind::momentum, 0.9}, 0.5, -0.25);
    EXPECT_DOUBLE_EQ(w.first, 0.95);     // v = 0.5
    EXPECT_DOUBLE_EQ(w.state.v[0], 0.2); // 0.9 · 0.5 − 0.25
    EXPECT_DOUBLE_EQ(w.second, 0.93);    // 0.95 − 0.1 · 0.2
    EXPECT_EQ(w.state.s.size(), 0);
}

TEST(Optimizer, LooksAheadAsNesterov) {
    const Twice w = twice({Kind::nesterov, 0.9}, 0.5, -0.25);
    EXPECT_DOUBLE_EQ(w.first, 0.905);    // v = 0.5; 1 − 0.1 (0.5 + 0.9 · 0.5)
    EXPECT_DOUBLE_EQ(w.state.v[0], 0.2); // 0.9 · 0.5 − 0.25
    EXPECT_DOUBLE_EQ(w.second, 0.912);   // 0.905 − 0.1 (−0.25 + 0.9 · 0.2)
}

TEST(Optimizer, DividesByTheRootMeanSquareAsRmsProp) {
    const Twice w = twice({.kind = Kind::rmsprop, .beta2 = 0.75, .epsilon = 0.25}, 0.5, -0.25);
    EXPECT_DOUBLE_EQ(w.first, 0.9);         // s = 0.25 · 0.25 = 0.0625; 1 − 0.1 · 0.5 / (0.25 + 0.25)
    EXPECT_DOUBLE_EQ(w.state.s[0], 0.0625); // 0.75 · 0.0625 + 0.25 · 0.0625
    EXPECT_DOUBLE_EQ(w.second, 0.95);       // 0.9 + 0.1 · 0.25 / (0.25 + 0.25)
    EXPECT_EQ(w.state.v.size(), 0);
}

TEST(Optimizer, CorrectsTheBiasOfItsMeansAsAdam) {
    const Twice w = twice({Kind::adam, 0.5, 0.75, 0.25}, 0.5, -0.5);
    // v = 0.25, v̂ = 0.25 / 0.5 = 0.5; s = 0.0625, ŝ = 0.0625 / 0.25 = 0.25; 1 − 0.1 · 0.5 / (0.5 + 0.25)
    EXPECT_DOUBLE_EQ(w.first, 14.0 / 15);
    // v = 0.125 − 0.25 = −0.125, v̂ = −0.125 / 0.75 = −1/6; s = 0.109375, ŝ = 0.109375 / 0.4375 = 0.25
    EXPECT_DOUBLE_EQ(w.state.v[0], -0.125);
    EXPECT_DOUBLE_EQ(w.state.s[0], 0.109375);
    EXPECT_EQ(w.state.steps, 2);
    EXPECT_DOUBLE_EQ(w.second, 43.0 / 45); // 14/15 + 0.1 · (1/6) / 0.75
}

TEST(Optimizer, TreatsEachParameterForItself) {
    for (const Kind kind : Optimizer::allKinds) {
        const Optimizer optimizer{kind, 0.8, 0.9, 1e-3};
        Vector<float> w(37);
        Vector<float> g(37);
        for (Eigen::Index i = 0; i < 37; ++i) {
            w[i] = static_cast<float>(i) - 20;
            g[i] = 3 - static_cast<float>(i) / 4;
        }
        const OptimizerState<float> state(optimizer, 37);
        OptimizerState<float> next = state;
        Vector<float> updated(37);
        update(optimizer, 0.1, w, g, state, updated, next);
        for (Eigen::Index i = 0; i < 37; ++i) {
            const OptimizerState<float> alone(optimizer, 1);
            OptimizerState<float> nextAlone = alone;
            Vector<float> updatedAlone(1);
            update(optimizer, 0.1, Vector<float>(w.segment(i, 1)), Vector<float>(g.segment(i, 1)), alone, updatedAlone,
                   nextAlone);
            EXPECT_FLOAT_EQ(updated[i], updatedAlone[0]) << nameOf(kind);
        }
        EXPECT_TRUE(g[12] == 0 && updated[12] == w[12]) << "no gradient, no change";
    }
}

/// Several blocks make one step, and an abandoned step none.
TEST(Optimizer, CountsOneStepForEachUpdate) {
    Hyperparameters h;
    h.learningRate = 0.01;
    h.optimizer.kind = Kind::adam;
    const auto block = static_cast<int>(examplesPerBlock(h.architecture()));
    Trainer<float> trainer(generate({Generator::moons, 2 * block + 37, 0.2, 5}), h);
    const Interrupt interrupt = true;
    for (int t = 1; t <= 3; ++t) {
        trainer.step(interrupt);
        ASSERT_EQ(trainer.step(), Trainer<float>::Outcome::updated);
        EXPECT_EQ(trainer.state().optimizer.steps, t);
    }
    trainer.reset();
    EXPECT_EQ(trainer.state().optimizer.steps, 0);
    EXPECT_TRUE(trainer.state().optimizer.v.isZero(0));
    EXPECT_TRUE(trainer.state().optimizer.s.isZero(0));
}

TEST(Optimizer, ForgetsWhenAnotherKindIsChosenAndNotWithOtherCoefficients) {
    Hyperparameters h;
    h.optimizer.kind = Kind::adam;
    h.learningRate = 0.01;
    Trainer<float> trainer(generate({Generator::moons, 50, 0.2, 5}), h);
    trainer.step();
    const auto memory = trainer.state().optimizer;
    h.optimizer.beta1 = 0.5;
    h.learningRate = 0.02;
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.state().optimizer, memory);
    h.optimizer.kind = Kind::momentum;
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.state().optimizer, OptimizerState<float>(h.optimizer, memory.v.size()));
}

TEST(Optimizer, HasNamesToTellTheKindsApart) {
    std::set<std::string> names;
    for (const Kind kind : Optimizer::allKinds) {
        names.emplace(nameOf(kind));
    }
    EXPECT_EQ(names, (std::set<std::string>{"gradient-descent", "momentum", "nesterov", "rmsprop", "adam"}));
}

} // namespace
} // namespace perceptible
