#pragma once

#include <memory>
#include <vector>

#include "core/data/random.h"
#include "core/live/probe.h"
#include "core/network/initialization.h"

namespace perceptible {

/// A picture of a network that was never trained: random parameters, evaluated by the probe as in the program.
inline PicturePtr pictureOf(const std::vector<int>& hiddenUnits, Activation activation, int trainingExamples = 40,
                            std::uint64_t seed = 1) {
    auto snapshot = std::make_shared<Snapshot>();
    Random random(seed);
    std::vector<Example> examples;
    for (int i = 0; i < trainingExamples; ++i) {
        examples.push_back({random.uniform(-5, 5), random.uniform(-5, 5), static_cast<double>(i % 2), Role::train});
    }
    snapshot->data = std::make_shared<const DataSet>(std::move(examples));
    Architecture& architecture = snapshot->architecture;
    architecture.units = {2};
    for (const int units : hiddenUnits) {
        architecture.units.push_back(units);
        architecture.activations.push_back(activation);
    }
    architecture.units.push_back(1);
    architecture.activations.push_back(Activation::sigmoid);
    snapshot->parameters = convert<float>(initialParameters(architecture, {Initialization::xavier}, seed));
    for (std::size_t l = 0; l < snapshot->parameters.size(); ++l) {
        for (float& b : snapshot->parameters[l].b) {
            b = static_cast<float>(random.uniform(-1, 1));
        }
    }
    return Probe().picture(snapshot, View{});
}

} // namespace perceptible
