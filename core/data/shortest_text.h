#pragma once

#include <string>

namespace perceptible {

/// The shortest decimal text that reads back to the same number, by way of a double also in the case of a float. The
/// number must be finite; −0 is "-0.0", because many readers take -0 for a whole number and lose its sign.
std::string shortestText(double number);
std::string shortestText(float number);

} // namespace perceptible
