#pragma once

#include <filesystem>
#include <string>

namespace perceptible {

/// The name of a file as it stands in a sentence.
inline std::string utf8(const std::filesystem::path& file) {
    const std::u8string text = file.u8string();
    return {text.begin(), text.end()};
}

} // namespace perceptible
