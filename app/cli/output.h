#pragma once

#include <iostream>
#include <string>

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

} // namespace perceptible::cli
