#pragma once

#include <string>

#include "core/walk/equation.h"

namespace perceptible {

/// The sub-step as lines of NumPy in the lecture's style, with the present shapes in comments. `example`: for one
/// example, whose x, z, a are columns of shape (n, 1). At the beginning, where there
/// is no sub-step, the shapes of X and Y. J and the update are always those of all examples.
template <class Scalar>
std::string numpyLines(const Iteration<Scalar>& iteration, const std::optional<SubStep>& subStep, bool unfolded,
                       ExampleChoice example);

} // namespace perceptible
