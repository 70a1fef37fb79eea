#pragma once

#include <filesystem>
#include <string_view>

namespace perceptible {

/// Writes a file whole or not at all: what was there stays until the new text is complete, and after a failure too. An
/// existing file keeps its permissions; a symbolic link stays, and the file it leads to is replaced. What is no
/// regular file, such as /dev/stdout, gets the text as it is. Throws Refusal, which names the file and why it cannot be
/// written.
void writeWhole(const std::filesystem::path& file, std::string_view text);

/// Throws the same Refusal as far as it can be told beforehand: a missing folder, a folder of that name, missing
/// permission. Leaves nothing behind.
void checkWritable(const std::filesystem::path& file);

} // namespace perceptible
