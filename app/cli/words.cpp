#include "words.h"

#include <charconv>

namespace perceptible::cli {

std::string text(double number) {
    char buffer[32]; // the longest shortest form has 24 characters
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return {buffer, end};
}

std::vector<std::string> partsOf(const std::string& list) {
    std::vector<std::string> parts = CLI::detail::split(list, ',');
    for (std::string& part : parts) {
        CLI::detail::trim(part);
    }
    return parts;
}

} // namespace perceptible::cli
