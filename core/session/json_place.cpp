#include "core/session/json_place.h"

#include <algorithm>

namespace perceptible {

namespace {

using nlohmann::json;

std::string stepTo(std::string_view key) {
    std::string step = "/";
    for (const char c : excerpt(key)) {
        if (c == '~' || c == '/') {
            step += c == '~' ? "~0" : "~1";
        } else {
            step += c;
        }
    }
    return step;
}

/// Adds the way from one value to another inside it. False when it isn't there.
bool addPath(const json& from, const json& to, std::string& path) {
    if (&from == &to) {
        return true;
    }
    const std::size_t length = path.size();
    const auto isThrough = [&](const std::string& step, const json& child) {
        path += step;
        const bool found = addPath(child, to, path);
        if (!found) {
            path.resize(length);
        }
        return found;
    };
    if (from.is_object()) {
        for (auto member = from.begin(); member != from.end(); ++member) {
            if (isThrough(stepTo(member.key()), *member)) {
                return true;
            }
        }
    } else if (from.is_array()) {
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (isThrough("/" + std::to_string(i), from[i])) {
                return true;
            }
        }
    }
    return false;
}

/// Empty for the document itself, so that a further step can follow.
std::string stepsTo(const json& document, const json& value) {
    std::string path;
    addPath(document, value, path);
    return path;
}

} // namespace

std::string pathTo(const json& document, const json& value) {
    const std::string steps = stepsTo(document, value);
    return steps.empty() ? "/" : steps;
}

std::string pathTo(const json& document, const json& object, std::string_view key) {
    return stepsTo(document, object) + stepTo(key);
}

std::string pathTo(const json& document, const json& list, std::size_t index) {
    return stepsTo(document, list) + "/" + std::to_string(index);
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 24;
    std::size_t end = std::min(longest, text.size());
    const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    while (end > 0 && end < text.size() && isContinuation(text[end])) {
        --end;
    }
    // What isn't UTF-8 becomes U+FFFD on the way out and is sound on the way back.
    const std::string sound = json(text.substr(0, end)).dump(-1, ' ', false, json::error_handler_t::replace);
    std::string result = json::parse(sound).get<std::string>();
    std::ranges::replace_if(
        result, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return end < text.size() ? result + "…" : result;
}

std::string shortForm(const json& value) {
    if (value.is_object()) {
        return "{…}";
    }
    if (value.is_array()) {
        return "[…]";
    }
    return value.is_string() ? '"' + excerpt(value.get_ref<const std::string&>()) + '"' : value.dump();
}

} // namespace perceptible
