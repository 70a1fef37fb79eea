#pragma once

#include <memory>

#include "core/network/parameters.h"

namespace perceptible {

/// A trained network and the examples of its next mini-batch, X n[0] × m and Y n[L] × m. The page nudges a copy.
struct NudgeSubject {
    Architecture architecture;
    Parameters<double> parameters;
    Matrix<double> X, Y;
};
using NudgeSubjectPtr = std::shared_ptr<const NudgeSubject>;

} // namespace perceptible
