#pragma once

#include "tests/core/network/random_case.h"
#include "ui/backprop/check/check_subject.h"

namespace perceptible {

/// A random network of two inputs with its examples, the same for the same seed.
inline CheckSubjectPtr subjectOf(const std::vector<int>& hiddenUnits, Activation activation = Activation::tanh,
                                 Eigen::Index m = 40, std::uint64_t seed = 3) {
    Architecture architecture{{2}, {}};
    for (const int units : hiddenUnits) {
        architecture.units.push_back(units);
        architecture.activations.push_back(activation);
    }
    architecture.units.push_back(1);
    architecture.activations.push_back(Activation::sigmoid);
    Random random(seed);
    auto c = randomCase<double>(random, architecture, m);
    return std::make_shared<CheckSubject>(CheckSubject{{c.architecture, c.X, c.Y}, c.parameters});
}

/// One whose check takes minutes.
inline CheckSubjectPtr largeSubject() { return subjectOf({64, 64, 64}, Activation::tanh, 1000); }

} // namespace perceptible
