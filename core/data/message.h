#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perceptible {

/// A sentence for a person: an English template with the places %1…%9, and what stands in them. The window looks the
/// template up in its translations; the command line prints english().
struct Message {
    const char* text = "";
    std::vector<std::string> arguments;

    template <class... Arguments>
    Message with(Arguments&&... values) const {
        return {text, {std::string(std::forward<Arguments>(values))...}};
    }

    std::string english() const { return filled(text); }
    /// `pattern`, a translation of text, with the arguments in its places.
    std::string filled(std::string_view pattern) const;
};

/// The translation tools collect the literals given to this function; the context is always "core".
inline Message sentence(const char* /*context*/, const char* text) { return {text, {}}; }

/// Input that was refused. Nothing has been changed when this is thrown.
class Refusal : public std::exception {
public:
    explicit Refusal(Message message)
        : message_(std::move(message))
        , english_(message_.english()) {}

    const Message& message() const { return message_; }
    const char* what() const noexcept override { return english_.c_str(); }

private:
    Message message_;
    std::string english_;
};

} // namespace perceptible
