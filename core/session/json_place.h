#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace perceptible {

/// Where a value stands inside the document that holds it, as a JSON pointer (RFC 6901); the document itself is "/".
/// Long keys are cut.
std::string pathTo(const nlohmann::json& document, const nlohmann::json& value);
std::string pathTo(const nlohmann::json& document, const nlohmann::json& object, std::string_view key);
std::string pathTo(const nlohmann::json& document, const nlohmann::json& list, std::size_t index);

/// Text as it can stand in a sentence: short, on one line, and not cut inside a UTF-8 character.
std::string excerpt(std::string_view text);

/// A value as it can stand in a sentence: {…} and […] for what has parts.
std::string shortForm(const nlohmann::json& value);

} // namespace perceptible
