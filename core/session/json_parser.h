#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace perceptible {

/// A stated limit of a JSON text, in bytes: three times what the largest session takes.
inline constexpr std::size_t kMaxJsonSize = 100'000'000;

/// Reads JSON (RFC 8259). Throws Refusal, which names the file and the line and column, or the place as a JSON pointer:
/// what isn't text or isn't JSON, a key that occurs twice, a number that no double holds, more brackets within each
/// other than any session has, and a text above the limit.
nlohmann::json parseJson(std::string_view text, const std::string& name);

} // namespace perceptible
