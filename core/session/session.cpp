#include "core/session/session.h"

#include <array>
#include <fstream>
#include <system_error>

#include "core/data/file_name.h"
#include "core/data/message.h"
#include "core/session/json_parser.h"

namespace perceptible {

std::string_view nameOf(Precision precision) {
    switch (precision) {
    case Precision::float32:
        return "float";
    case Precision::float64:
        return "double";
    }
    return {};
}

Session readSession(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto type = std::filesystem::status(file, ignored).type();
    if (type == std::filesystem::file_type::not_found) {
        throw Refusal(sentence("core", "There is no file %1; expected the name of a session file.").with(utf8(file)));
    }
    if (type == std::filesystem::file_type::directory) {
        throw Refusal(sentence("core", "%1 is a folder; expected a session file.").with(utf8(file)));
    }
    std::ifstream stream;
    if (type == std::filesystem::file_type::regular) { // opening a pipe or a device could wait for ever
        stream.open(file, std::ios::binary);
    }
    std::string text;
    std::array<char, 65'536> block{};
    while (stream.is_open() && text.size() <= kMaxJsonSize) { // parseSession() refuses what is longer
        stream.read(block.data(), block.size());
        text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
        if (!stream) {
            break;
        }
    }
    if (!stream.is_open() || stream.bad()) {
        throw Refusal(
            sentence("core", "%1 cannot be read; expected a session file that you may open.").with(utf8(file)));
    }
    return parseSession(text, utf8(file.filename()));
}

} // namespace perceptible
