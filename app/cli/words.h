#pragma once

#include <CLI/CLI.hpp>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace perceptible::cli {

/// "sigmoid, tanh, …": the names of all the values of an enumeration.
template <class Values>
std::string namesOf(const Values& all) {
    std::string names;
    for (const auto value : all) {
        names.append(names.empty() ? "" : ", ").append(nameOf(value));
    }
    return names;
}

/// The value whose name was typed.
template <class Values>
auto named(const std::string& option, const std::string& text, const Values& all) {
    for (const auto value : all) {
        if (nameOf(value) == text) {
            return value;
        }
    }
    throw CLI::ValidationError(option, "'" + text + "' is not one of " + namesOf(all));
}

/// A whole text as a decimal number; whether it is in range is for others to say.
template <class Number>
Number numberIn(const std::string& option, const std::string& text) {
    const bool hasPlus = text.size() > 1 && text[0] == '+' && text[1] != '-'; // from_chars knows only the minus sign
    const char* const end = text.data() + text.size();
    Number value{};
    const auto [stop, error] = std::from_chars(text.data() + (hasPlus ? 1 : 0), end, value);
    if (stop != end || error == std::errc::invalid_argument) {
        throw CLI::ValidationError(option, "'" + text + "' is not a " +
                                               (std::is_floating_point_v<Number> ? "number"
                                                : std::is_signed_v<Number>       ? "whole number"
                                                                                 : "whole number from 0 on"));
    }
    if (error != std::errc{}) {
        throw CLI::ValidationError(option, "'" + text + "' is far out of range");
    }
    return value;
}

/// What stands between commas, without the blanks around it.
std::vector<std::string> partsOf(const std::string& list);

/// An option or, without dashes in its name, an argument that names a file. An empty name is refused: it is what a
/// script's unset variable leaves.
inline CLI::Option* addFile(CLI::App& command, const std::string& name, std::string& file,
                            const std::string& description) {
    return command.add_option(name, file, description)->type_name("FILE")->check([](const std::string& typed) {
        return typed.empty() ? "expected the name of a file" : std::string();
    });
}

/// The shortest text that reads back to the same number; "nan" and "inf" for what is none.
std::string text(double number);

template <class Number>
void checkRange(const char* option, Number value, Number low, Number high) {
    if (!(value >= low && value <= high)) { // also true for NaN
        throw CLI::ValidationError(option, text(static_cast<double>(value)) + " is not between " +
                                               text(static_cast<double>(low)) + " and " +
                                               text(static_cast<double>(high)));
    }
}

/// An option whose text becomes a number. CLI11's own conversion takes 010 for 8 and -1 for the largest seed.
template <class Number>
CLI::Option* addNumber(CLI::App& command, const std::string& name, Number& value, const std::string& description) {
    return command
        .add_option_function<std::string>(
            name, [name, &value](const std::string& typed) { value = numberIn<Number>(name, typed); }, description)
        ->type_name("NUMBER");
}
template <class Number>
CLI::Option* addNumber(CLI::App& command, const std::string& name, std::optional<Number>& value,
                       const std::string& description) {
    return command
        .add_option_function<std::string>(
            name, [name, &value](const std::string& typed) { value = numberIn<Number>(name, typed); }, description)
        ->type_name("NUMBER");
}

} // namespace perceptible::cli
