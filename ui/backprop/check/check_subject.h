#pragma once

#include <memory>

#include "core/network/gradient_check.h"

namespace perceptible {

/// What a gradient check is about: J, and the parameters at which its gradient is asked for.
struct CheckSubject {
    Objective objective;
    Parameters<double> parameters;
};
using CheckSubjectPtr = std::shared_ptr<const CheckSubject>;

} // namespace perceptible
