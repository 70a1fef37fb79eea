#include "core/data/csv_fields.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/data/message.h"

namespace perceptible {

namespace {

/// A field as it can stand in a message: short, on one line, and not cut inside a UTF-8 character.
std::string excerpt(std::string_view field) {
    constexpr std::size_t longest = 24;
    std::string text(field.substr(0, longest));
    if (field.size() > longest) {
        const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
        std::size_t end = longest;
        while (end > 0 && isContinuation(field[end])) {
            --end;
        }
        text = text.substr(0, end) + "…";
    }
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\r' || c == '\n'; }, ' ');
    return text;
}

[[noreturn]] void refuseText(const CsvField& field) {
    throw Refusal(sentence("core", "%1, line %2: %3 is “%4”; expected a number with a decimal point, such as -1.25.")
                      .with(field.file, std::to_string(field.line), field.column, excerpt(field.text)));
}

[[noreturn]] void refuseSize(const CsvField& field, double limit) {
    const std::string number = std::to_string(static_cast<long>(limit));
    throw Refusal(
        sentence("core", "%1, line %2: %3 is “%4”; expected a number from %5 to %6.")
            .with(field.file, std::to_string(field.line), field.column, excerpt(field.text), "-" + number, number));
}

/// `expected` has the places %1 file, %2 line, %3 label and %4 the last class.
[[noreturn]] void refuseLabel(const CsvField& field, const Message& expected) {
    throw Refusal(expected.with(field.file, std::to_string(field.line), excerpt(field.text),
                                std::to_string(DataSet::maxClasses - 1)));
}

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

std::optional<double> numberIn(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1); // from_chars knows only the minus sign
    }
    const char* const end = text.data() + text.size();
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (stop != end || error == std::errc::invalid_argument) {
        return std::nullopt;
    }
    return error == std::errc{} ? value : std::numeric_limits<double>::infinity();
}

double numberIn(const CsvField& field, double limit) {
    const std::optional<double> value = numberIn(field.text);
    if (!value) {
        refuseText(field);
    }
    if (!(std::abs(*value) <= limit)) { // NaN as well
        refuseSize(field, limit);
    }
    return *value;
}

bool isClass(double value, int classes) { return value >= 0 && value < classes && value == std::floor(value); }

double labelIn(const CsvField& field, std::optional<Task> task) {
    const std::optional<double> value = numberIn(field.text);
    if (task == Task::binary && !(value && isClass(*value, 2))) {
        refuseLabel(field, sentence("core", "%1, line %2: label is “%3”; expected 0 or 1."));
    }
    if (task == Task::multiclass && !(value && isClass(*value, DataSet::maxClasses))) {
        refuseLabel(field, sentence("core", "%1, line %2: label is “%3”; expected a class from 0 to %4."));
    }
    if (!task && !value) {
        refuseLabel(field, sentence("core", "%1, line %2: label is “%3”; expected a class from 0 to %4 or a number."));
    }
    return numberIn(field, DataSet::maxTarget);
}

} // namespace perceptible
