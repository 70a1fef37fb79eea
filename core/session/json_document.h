#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/session/json_parser.h"

namespace perceptible {

/// A JSON text that has been read, and what a reader asks of its values. All these functions throw Refusal when a value
/// isn't as asked for; it names the file, the place as a JSON pointer, what was found there and what was expected.
class JsonDocument {
public:
    using Value = nlohmann::json;

    /// The whole numbers that every program can read from JSON: below 2⁵³.
    static constexpr std::int64_t maxWholeNumber = 9'007'199'254'740'991;

    /// `name` stands for the file.
    JsonDocument(std::string_view text, std::string name)
        : name_(std::move(name))
        , root_(parseJson(text, name_)) {}

    const std::string& name() const { return name_; }
    const Value& root() const { return root_; }

    /// An object that has no other keys than these.
    void checkKeys(const Value& object, std::initializer_list<std::string_view> known) const;
    /// Null when the object has no such key.
    const Value* find(const Value& object, std::string_view key) const;
    const Value& at(const Value& object, std::string_view key) const;

    const Value& list(const Value& value) const;
    const Value& list(const Value& value, std::size_t size) const;
    const Value& listUpTo(const Value& value, std::size_t size) const;

    double number(const Value& value) const;
    double number(const Value& value, double low, double high) const;
    double numberAbove(const Value& value, double low) const;
    std::int64_t wholeNumber(const Value& value) const; ///< of at most ±maxWholeNumber
    std::int64_t wholeNumber(const Value& value, std::int64_t low, std::int64_t high) const;
    bool flag(const Value& value) const;

    /// The one of `all` whose nameOf() the value is.
    template <class Choice, std::size_t count>
    Choice choice(const Value& value, const Choice (&all)[count]) const {
        std::array<std::string_view, count> names;
        for (std::size_t i = 0; i < count; ++i) {
            names[i] = nameOf(all[i]);
        }
        return all[indexIn(names.data(), count, value)];
    }
    /// A text that can only be this one.
    void checkText(const Value& value, std::string_view text) const { indexIn(&text, 1, value); }

    /// The file and the value's place, as a sentence begins.
    std::string placeOf(const Value& value) const;
    [[noreturn]] void refuseRepetition(const Value& value) const;

private:
    std::size_t indexIn(const std::string_view* names, std::size_t count, const Value& value) const;
    [[noreturn]] void refuse(const Value& value, const std::string& expected) const;

    std::string name_;
    Value root_;
};

} // namespace perceptible
