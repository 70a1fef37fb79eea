#include "core/session/json_parser.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/data/message.h"
#include "core/session/json_place.h"

namespace perceptible {

namespace {

using nlohmann::json;

/// More than a session has: its deepest numbers are those of a W, within five brackets.
constexpr std::size_t kMaxDepth = 16;

constexpr std::string_view kBlanks = " \t\r\n";

struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1; ///< in characters
};

TextPosition positionOf(std::string_view text, std::size_t offset) {
    TextPosition position;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            position = {position.line + 1, 1};
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++position.column;
        }
    }
    return position;
}

/// Where the last token of a text begins, whose tokens before are JSON's.
std::size_t startOfLastToken(std::string_view text) {
    constexpr std::string_view separators = " \t\r\n{}[]:,\"";
    std::size_t start = text.size();
    for (std::size_t i = text.find_first_not_of(kBlanks); i < text.size(); i = text.find_first_not_of(kBlanks, i)) {
        start = i;
        if (text[i] == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i) {
                i += text[i] == '\\' ? 1 : 0;
            }
            ++i;
        } else {
            i = std::max(text.find_first_of(separators, i), i + 1);
        }
    }
    return start;
}

/// The way nlohmann-json's parser tells what it has read. Its own tree builder would take the last of two values with
/// one key, and its sentences couldn't be translated.
class TreeBuilder final : public nlohmann::json_sax<json> {
public:
    TreeBuilder(std::string_view text, const std::string& name)
        : text_(text)
        , name_(name) {}

    json&& document() { return std::move(document_); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    /// Only negative numbers come this way; 0 is what has become of -0.
    bool number_integer(json::number_integer_t value) override { return value == 0 ? add(-0.0) : add(value); }
    bool number_unsigned(json::number_unsigned_t value) override { return add(value); }
    bool number_float(json::number_float_t value, const std::string& /*text*/) override { return add(value); }
    bool string(std::string& value) override { return add(std::move(value)); }
    bool binary(json::binary_t& /*value*/) override { return false; } // not in JSON
    bool start_object(std::size_t /*size*/) override { return open(json::object()); }
    bool start_array(std::size_t /*size*/) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override {
        json& object = *open_.back();
        if (object.contains(name)) {
            throw Refusal(sentence("core", "%1, %2 occurs twice; expected it once.")
                              .with(name_, pathTo(document_, object, name)));
        }
        awaited_ = &object[name];
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token, const json::exception& error) override {
        constexpr int numberTooLarge = 406; // the only number that nlohmann-json gives this error
        if (error.id == numberTooLarge) {
            const std::string path = awaited_ != nullptr ? pathTo(document_, *awaited_)
                                     : open_.empty()     ? "/"
                                                         : pathTo(document_, *open_.back(), open_.back()->size());
            throw Refusal(
                sentence("core", "%1 is %2; expected a finite number.").with(name_ + ", " + path, excerpt(token)));
        }
        if (position > text_.size()) {
            const bool isBetweenTokens =
                std::string_view(error.what()).find("unexpected end of input") != std::string_view::npos;
            refuseEnd(isBetweenTokens ? text_.size() : startOfLastToken(text_));
        }
        refuseToken(startOfLastToken(text_.substr(0, position)), position);
    }

private:
    template <class Value>
    bool add(Value&& value) {
        place() = std::forward<Value>(value);
        return true;
    }

    bool open(json&& empty) {
        json& container = place();
        container = std::move(empty);
        open_.push_back(&container);
        if (open_.size() > kMaxDepth) {
            throw Refusal(sentence("core", "%1, %2 is too deep; expected at most %3 brackets within each other.")
                              .with(name_, pathTo(document_, container), std::to_string(kMaxDepth)));
        }
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    /// Where the value that comes now belongs.
    json& place() {
        if (json* const member = std::exchange(awaited_, nullptr)) {
            return *member;
        }
        if (open_.empty()) {
            return document_;
        }
        open_.back()->emplace_back();
        return open_.back()->back();
    }

    [[noreturn]] void refuseEnd(std::size_t start) const;
    [[noreturn]] void refuseToken(std::size_t start, std::size_t end) const;
    std::string expectedAfter(std::string_view before) const;

    std::string_view text_;
    const std::string& name_;
    json document_;
    std::vector<json*> open_; ///< the containers around the next value
    json* awaited_ = nullptr; ///< the object's member whose key was read last
};

/// What may follow, as signs of JSON; "…" is any text, 0 any number. Empty: nothing.
std::string TreeBuilder::expectedAfter(std::string_view before) const {
    constexpr const char* value = R"("…" | 0 | true | false | null | [ | {)";
    const auto last = before.find_last_not_of(kBlanks);
    switch (open_.empty() || last == std::string_view::npos ? '\0' : before[last]) {
    case '\0':
        return document_.is_null() ? "{" : "";
    case '{':
        return R"("…" | })";
    case '[':
        return std::string(value) + " | ]";
    case ':':
        return value;
    case ',':
        return open_.back()->is_object() ? R"("…")" : value;
    default:
        return awaited_ != nullptr ? ":" : open_.back()->is_object() ? ", | }" : ", | ]";
    }
}

/// The text ends within or before the token that begins at `start`.
void TreeBuilder::refuseEnd(std::size_t start) const {
    const auto [line, column] = positionOf(text_, text_.size());
    throw Refusal(
        sentence("core", "%1, line %2, column %3: the text ends here; expected %4.")
            .with(name_, std::to_string(line), std::to_string(column), expectedAfter(text_.substr(0, start))));
}

/// What has been read from `start` to `end` doesn't fit.
void TreeBuilder::refuseToken(std::size_t start, std::size_t end) const {
    constexpr std::string_view wordSigns = "+-._0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (wordSigns.find(text_[end - 1]) != std::string_view::npos) { // a word is shown whole
        end = std::min(text_.find_first_not_of(wordSigns, end), text_.size());
    }
    const auto [line, column] = positionOf(text_, start);
    const std::string found = excerpt(text_.substr(start, end - start));
    const std::string expected = expectedAfter(text_.substr(0, start));
    throw Refusal(expected.empty() ? sentence("core", "%1, line %2, column %3: found “%4”; expected nothing more.")
                                         .with(name_, std::to_string(line), std::to_string(column), found)
                                   : sentence("core", "%1, line %2, column %3: found “%4”; expected %5.")
                                         .with(name_, std::to_string(line), std::to_string(column), found, expected));
}

} // namespace

json parseJson(std::string_view text, const std::string& name) {
    if (text.size() > kMaxJsonSize) {
        throw Refusal(
            sentence("core", "%1 is too large; expected at most %2 bytes.").with(name, std::to_string(kMaxJsonSize)));
    }
    // A zero byte would be taken for the end of the text.
    const auto isBinary = [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
    };
    if (const auto binary = std::ranges::find_if(text, isBinary); binary != text.end()) {
        const auto position = positionOf(text, static_cast<std::size_t>(binary - text.begin()));
        throw Refusal(sentence("core", "%1, line %2: this is not text; expected JSON in UTF-8.")
                          .with(name, std::to_string(position.line)));
    }
    TreeBuilder builder(text, name);
    json::sax_parse(text, &builder);
    return builder.document();
}

} // namespace perceptible
