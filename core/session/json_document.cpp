#include "core/session/json_document.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>

#include "core/data/message.h"
#include "core/session/json_place.h"

namespace perceptible {

namespace {

std::string joined(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) {
        text += text.empty() ? "" : ", ";
        text += name;
    }
    return text;
}

std::string text(double number) {
    std::array<char, 32> digits{}; // the longest shortest form has 24 characters
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

/// 1e3 and 1.0 too.
std::optional<std::int64_t> wholeNumberIn(const nlohmann::json& value) {
    const double number = value.is_number() ? value.get<double>() : 0.5;
    constexpr auto largest = static_cast<double>(JsonDocument::maxWholeNumber);
    if (number != std::trunc(number) || std::abs(number) > largest) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
}

} // namespace

std::string JsonDocument::placeOf(const Value& value) const { return name_ + ", " + pathTo(root_, value); }

void JsonDocument::refuse(const Value& value, const std::string& expected) const {
    throw Refusal(sentence("core", "%1 is %2; expected %3.").with(placeOf(value), shortForm(value), expected));
}

void JsonDocument::refuseRepetition(const Value& value) const {
    throw Refusal(sentence("core", "%1 is %2, which occurs twice; expected each at most once.")
                      .with(placeOf(value), shortForm(value)));
}

void JsonDocument::checkKeys(const Value& object, std::initializer_list<std::string_view> known) const {
    if (!object.is_object()) {
        refuse(object, "{…}");
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (std::ranges::find(known, member.key()) == known.end()) {
            throw Refusal(sentence("core", "%1 is not known; expected only %2 there.")
                              .with(placeOf(*member), joined({known.begin(), known.size()})));
        }
    }
}

const JsonDocument::Value* JsonDocument::find(const Value& object, std::string_view key) const {
    if (!object.is_object()) {
        refuse(object, "{…}");
    }
    const auto member = object.find(key);
    return member == object.end() ? nullptr : &*member;
}

const JsonDocument::Value& JsonDocument::at(const Value& object, std::string_view key) const {
    const Value* const value = find(object, key);
    if (value == nullptr) {
        throw Refusal(sentence("core", "%1, %2 is missing; expected it in every session.")
                          .with(name_, pathTo(root_, object, key)));
    }
    return *value;
}

const JsonDocument::Value& JsonDocument::list(const Value& value) const {
    if (!value.is_array()) {
        refuse(value, "[…]");
    }
    return value;
}

const JsonDocument::Value& JsonDocument::list(const Value& value, std::size_t size) const {
    if (list(value).size() != size) {
        throw Refusal(sentence("core", "%1 is a list of %2; expected a list of %3.")
                          .with(placeOf(value), std::to_string(value.size()), std::to_string(size)));
    }
    return value;
}

const JsonDocument::Value& JsonDocument::listUpTo(const Value& value, std::size_t size) const {
    if (list(value).size() > size) {
        throw Refusal(sentence("core", "%1 is a list of %2; expected a list of at most %3.")
                          .with(placeOf(value), std::to_string(value.size()), std::to_string(size)));
    }
    return value;
}

double JsonDocument::number(const Value& value) const {
    if (!value.is_number()) {
        throw Refusal(sentence("core", "%1 is %2; expected a finite number.").with(placeOf(value), shortForm(value)));
    }
    return value.get<double>();
}

double JsonDocument::number(const Value& value, double low, double high) const {
    const double found = number(value);
    if (!(found >= low && found <= high)) {
        throw Refusal(sentence("core", "%1 is %2; expected a number from %3 to %4.")
                          .with(placeOf(value), shortForm(value), text(low), text(high)));
    }
    return found;
}

double JsonDocument::numberAbove(const Value& value, double low) const {
    const double found = number(value);
    if (!(found > low)) {
        throw Refusal(sentence("core", "%1 is %2; expected a number above %3.")
                          .with(placeOf(value), shortForm(value), text(low)));
    }
    return found;
}

std::int64_t JsonDocument::wholeNumber(const Value& value) const {
    const auto found = wholeNumberIn(value);
    if (!found) {
        throw Refusal(sentence("core", "%1 is %2; expected a whole number.").with(placeOf(value), shortForm(value)));
    }
    return *found;
}

std::int64_t JsonDocument::wholeNumber(const Value& value, std::int64_t low, std::int64_t high) const {
    const auto found = wholeNumberIn(value);
    if (!found || *found < low || *found > high) {
        throw Refusal(sentence("core", "%1 is %2; expected a whole number from %3 to %4.")
                          .with(placeOf(value), shortForm(value), std::to_string(low), std::to_string(high)));
    }
    return *found;
}

bool JsonDocument::flag(const Value& value) const {
    if (!value.is_boolean()) {
        refuse(value, "true | false");
    }
    return value.get<bool>();
}

std::size_t JsonDocument::indexIn(const std::string_view* names, std::size_t count, const Value& value) const {
    const std::span all(names, count);
    const auto found = value.is_string() ? std::ranges::find(all, value.get_ref<const std::string&>()) : all.end();
    if (found == all.end()) {
        throw Refusal(
            sentence("core", "%1 is %2; expected one of: %3.").with(placeOf(value), shortForm(value), joined(all)));
    }
    return static_cast<std::size_t>(found - all.begin());
}

} // namespace perceptible
