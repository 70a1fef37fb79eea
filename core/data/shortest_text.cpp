#include "core/data/shortest_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace perceptible {

namespace {

template <class Number>
std::string shortest(Number number) {
    if (number == 0) {
        return std::signbit(number) ? "-0.0" : "0";
    }
    std::array<char, 32> digits{}; // the longest shortest form has 24 characters
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

} // namespace

std::string shortestText(double number) { return shortest(number); }

std::string shortestText(float number) {
    std::string text = shortest(number);
    double read = 0;
    std::from_chars(text.data(), text.data() + text.size(), read);
    if (static_cast<float>(read) != number) { // rounded twice, it has gone to a neighbour
        text = shortest(static_cast<double>(number));
    }
    return text;
}

} // namespace perceptible
