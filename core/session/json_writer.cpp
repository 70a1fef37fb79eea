#include "core/session/json_writer.h"

#include "core/data/shortest_text.h"

namespace perceptible {

namespace {

constexpr std::size_t kEntriesInAWrappedLine = 8;

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

void JsonWriter::value(double number) { text_ += entry() + shortestText(number); }

void JsonWriter::value(float number) { text_ += entry() + shortestText(number); }

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
