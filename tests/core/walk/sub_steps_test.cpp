#include "core/walk/sub_steps.h"

#include <gtest/gtest.h>

namespace perceptible {
namespace {

Hyperparameters withLayers(std::initializer_list<int> units) {
    Hyperparameters h;
    h.hiddenLayers.clear();
    for (const int n : units) {
        h.hiddenLayers.push_back({n, Activation::tanh});
    }
    return h;
}

std::vector<SubStep> stepsOf(const Hyperparameters& h, bool unfolded = false) {
    return subStepsOf(h.architecture(), h, unfolded);
}

TEST(SubSteps, AreThoseOfTheLecture) {
    using enum Operation;
    const std::vector<SubStep> expected{
        {linearForward, 1},
        {activationForward, 1},
        {linearForward, 2},
        {activationForward, 2},
        {loss, 2},
        {cost, 2},
        {activationBackward, 2},
        {linearBackwardWeights, 2},
        {linearBackwardBias, 2, true},
        {linearBackwardInput, 2},
        {activationBackward, 1},
        {linearBackwardWeights, 1},
        {linearBackwardBias, 1, true},
        {update, 1},
        {update, 1, true},
        {update, 2},
        {update, 2, true},
    };
    EXPECT_EQ(stepsOf(withLayers({2})), expected);
}

TEST(SubSteps, OfASingleNeuronHandNothingOn) {
    for (const SubStep& step : stepsOf(withLayers({}))) {
        EXPECT_NE(step.operation, Operation::linearBackwardInput);
    }
}

TEST(SubSteps, BeginBackwardWithTheLossWhenUnfolded) {
    const Hyperparameters h = withLayers({3});
    EXPECT_EQ(stepsOf(h, true).size(), stepsOf(h).size() + 1);
    EXPECT_EQ(stepsOf(h, true)[6].operation, Operation::lossBackward);
}

TEST(SubSteps, HaveTheOptimizersMemoryAndThePenaltyWhereTheyAreInUse) {
    Hyperparameters h = withLayers({3});
    const std::size_t plain = stepsOf(h).size();
    h.optimizer.kind = Optimizer::Kind::adam;
    EXPECT_EQ(stepsOf(h).size(), plain + 8) << "v and s of W and b of two layers";
    h.l2 = 0.1;
    EXPECT_EQ(stepsOf(h).size(), plain + 10) << "and the penalty's gradient of each W";
}

TEST(SubSteps, AreGoneThroughLayerByLayer) {
    const auto steps = stepsOf(withLayers({2}));
    std::vector<std::size_t> forward{0};
    while (forward.back() < steps.size()) {
        forward.push_back(layerEnd(steps, forward.back(), +1));
    }
    EXPECT_EQ(forward, (std::vector<std::size_t>{0, 2, 4, 6, 10, 13, 15, 17}));
    std::vector<std::size_t> back{steps.size()};
    while (back.back() > 0) {
        back.push_back(layerEnd(steps, back.back(), -1));
    }
    EXPECT_EQ(back, (std::vector<std::size_t>{17, 15, 13, 10, 6, 4, 2, 0}));
    EXPECT_EQ(layerEnd(steps, 8, +1), 10u);
    EXPECT_EQ(layerEnd(steps, 8, -1), 6u);
    EXPECT_EQ(layerEnd(steps, 17, +1), 17u);
}

} // namespace
} // namespace perceptible
