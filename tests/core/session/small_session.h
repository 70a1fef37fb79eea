#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace perceptible {

/// The text of a session with one hidden layer of two units.
inline std::string smallText() {
    std::ifstream stream(PERCEPTIBLE_SESSIONS_DIR "/small.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The same with one part replaced by another.
inline std::string edited(std::string_view part, std::string_view replacement) {
    std::string text = smallText();
    const std::size_t place = text.find(part);
    EXPECT_NE(place, std::string::npos) << part;
    return place == std::string::npos ? text : text.replace(place, part.size(), replacement);
}

} // namespace perceptible
