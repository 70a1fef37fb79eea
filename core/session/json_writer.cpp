#include "core/session/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace perceptible {

namespace {

constexpr std::size_t kEntriesInAWrappedLine = 8;

template <class Number>
std::string shortest(Number number) {
    if (number == 0) {
        return std::signbit(number) ? "-0.0" : "0"; // many readers take -0 for a whole number and lose its sign
    }
    std::array<char, 32> digits{}; // the longest shortest form has 24 characters
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

} // namespace

void JsonWriter::begin(char opening, Layout layout) {
    text_ += entry() + opening;
    open_.push_back({opening == '{' ? '}' : ']', layout});
}

void JsonWriter::end() {
    const Open closed = open_.back();
    open_.pop_back();
    if (closed.layout != Layout::line && closed.entries > 0) {
        text_ += lineStart();
    }
    text_ += closed.closing;
}

void JsonWriter::key(std::string_view name) {
    value(name);
    text_ += ": ";
    afterKey_ = true;
}

void JsonWriter::null() { text_ += entry() + "null"; }

void JsonWriter::value(bool value) { text_ += entry() + (value ? "true" : "false"); }

void JsonWriter::value(std::string_view text) {
    text_ += entry() + '"';
    text_ += text;
    text_ += '"';
}

void JsonWriter::value(double number) { text_ += entry() + shortest(number); }

void JsonWriter::value(float number) {
    std::string text = shortest(number);
    double read = 0;
    std::from_chars(text.data(), text.data() + text.size(), read);
    if (static_cast<float>(read) != number) { // rounded twice, it has gone to a neighbour
        text = shortest(static_cast<double>(number));
    }
    text_ += entry() + text;
}

/// What comes before a key or a value.
std::string JsonWriter::entry() {
    if (std::exchange(afterKey_, false) || open_.empty()) {
        return {};
    }
    Open& in = open_.back();
    const std::size_t before = in.entries++;
    const bool sameLine =
        in.layout == Layout::line || (in.layout == Layout::wrapped && before % kEntriesInAWrappedLine != 0);
    if (sameLine) {
        return before == 0 ? "" : ", ";
    }
    return (before == 0 ? "" : ",") + lineStart();
}

std::string JsonWriter::lineStart() const { return '\n' + std::string(2 * open_.size(), ' '); }

} // namespace perceptible
