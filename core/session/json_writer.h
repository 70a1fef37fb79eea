#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perceptible {

/// Writes JSON that a person can read and edit. Key and value follow each other; in lists there are only values.
class JsonWriter {
public:
    enum class Layout {
        line,   ///< everything between the brackets in one line
        lines,  ///< each entry in a line of its own
        wrapped ///< some entries in a line
    };

    void beginObject(Layout layout) { begin('{', layout); }
    void beginList(Layout layout) { begin('[', layout); }
    void end();
    void key(std::string_view name);

    void null();
    void value(bool value);
    void value(std::string_view text); ///< of letters, digits and signs that need no escape
    /// In the shortest form that reads back to the same float or double, by way of a double. Must be finite.
    void value(float number);
    void value(double number);
    template <std::integral Whole>
    requires(!std::same_as<Whole, bool>) void value(Whole number) { text_ += entry() + std::to_string(number); }
    template <class Value>
    void value(const std::optional<Value>& optional) {
        optional ? value(*optional) : null();
    }

    template <class Value>
    void member(std::string_view name, const Value& itsValue) {
        key(name);
        value(itsValue);
    }

    /// What has been written; ends with a line end.
    std::string text() && { return std::move(text_) + '\n'; }

private:
    struct Open {
        char closing = '}';
        Layout layout = Layout::lines;
        std::size_t entries = 0;
    };

    void begin(char opening, Layout layout);
    std::string entry();
    std::string lineStart() const;

    std::string text_;
    std::vector<Open> open_;
    bool afterKey_ = false;
};

} // namespace perceptible
