#include "core/walk/sub_steps.h"

namespace perceptible {

namespace {

void addForward(const Architecture& architecture, std::vector<SubStep>& steps) {
    for (int l = 1; l <= architecture.layers(); ++l) {
        steps.push_back({Operation::linearForward, l});
        steps.push_back({Operation::activationForward, l});
    }
    steps.push_back({Operation::loss, architecture.layers()});
    steps.push_back({Operation::cost, architecture.layers()});
}

void addBackward(const Architecture& architecture, bool unfolded, std::vector<SubStep>& steps) {
    if (unfolded) {
        steps.push_back({Operation::lossBackward, architecture.layers()});
    }
    for (int l = architecture.layers(); l >= 1; --l) {
        steps.push_back({Operation::activationBackward, l});
        steps.push_back({Operation::linearBackwardWeights, l});
        steps.push_back({Operation::linearBackwardBias, l, true});
        if (l > 1) {
            steps.push_back({Operation::linearBackwardInput, l});
        }
    }
}

void addUpdate(int layer, bool ofBias, const Hyperparameters& h, std::vector<SubStep>& steps) {
    if (!ofBias && (h.l1 > 0 || h.l2 > 0)) {
        steps.push_back({Operation::penaltyGradient, layer});
    }
    if (h.optimizer.hasVelocity()) {
        steps.push_back({Operation::velocity, layer, ofBias});
    }
    if (h.optimizer.hasSquares()) {
        steps.push_back({Operation::squares, layer, ofBias});
    }
    steps.push_back({Operation::update, layer, ofBias});
}

} // namespace

Part SubStep::part() const {
    switch (operation) {
    case Operation::linearForward:
    case Operation::activationForward:
        return Part::forward;
    case Operation::loss:
    case Operation::cost:
        return Part::cost;
    case Operation::lossBackward:
    case Operation::activationBackward:
    case Operation::linearBackwardWeights:
    case Operation::linearBackwardBias:
    case Operation::linearBackwardInput:
        return Part::backward;
    case Operation::penaltyGradient:
    case Operation::velocity:
    case Operation::squares:
    case Operation::update:
        break;
    }
    return Part::update;
}

std::vector<SubStep> subStepsOf(const Architecture& architecture, const Hyperparameters& hyperparameters,
                                bool unfolded) {
    std::vector<SubStep> steps;
    addForward(architecture, steps);
    addBackward(architecture, unfolded, steps);
    for (int l = 1; l <= architecture.layers(); ++l) {
        addUpdate(l, false, hyperparameters, steps);
        addUpdate(l, true, hyperparameters, steps);
    }
    return steps;
}

std::size_t layerEnd(const std::vector<SubStep>& subSteps, std::size_t position, int direction) {
    const auto endsLayer = [&](std::size_t place) {
        return place == 0 || place == subSteps.size() || subSteps[place - 1].layer != subSteps[place].layer ||
               subSteps[place - 1].part() != subSteps[place].part();
    };
    const std::size_t last = direction > 0 ? subSteps.size() : 0;
    while (position != last) {
        position = direction > 0 ? position + 1 : position - 1;
        if (endsLayer(position)) {
            break;
        }
    }
    return position;
}

} // namespace perceptible
