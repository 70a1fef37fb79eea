#pragma once

#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include "core/session/file_output.h"

namespace perceptible::cli {

/// Writes to the file, or to standard output when no file was named.
inline void writeText(const std::string& file, const std::string& text) {
    if (file.empty()) {
        std::cout << text;
    } else {
        writeWhole(file, text);
    }
}

/// Whether two names stand for one file; not so of devices, which lose nothing.
inline bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code ignored;
    const bool isDevice = std::filesystem::exists(a, ignored) && !std::filesystem::is_regular_file(a, ignored);
    return !a.empty() && !b.empty() && !isDevice &&
           std::filesystem::weakly_canonical(a, ignored) == std::filesystem::weakly_canonical(b, ignored);
}

} // namespace perceptible::cli
