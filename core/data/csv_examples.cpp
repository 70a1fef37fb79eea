#include "core/data/csv_examples.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "core/data/message.h"

namespace perceptible {

namespace {

constexpr std::array<std::string_view, 3> kNames{"x1", "x2", "label"};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// The number that the whole field spells, NaN and infinities included; infinity when it is too large for a double.
std::optional<double> numberIn(std::string_view field) {
    field = trimmed(field);
    if (field.starts_with('+') && !field.starts_with("+-")) {
        field.remove_prefix(1); // from_chars knows only the minus sign
    }
    const char* const end = field.data() + field.size();
    double value = 0;
    const auto [stop, error] = std::from_chars(field.data(), end, value);
    if (stop != end || error == std::errc::invalid_argument) {
        return std::nullopt;
    }
    return error == std::errc{} ? value : std::numeric_limits<double>::infinity();
}

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

bool isName(std::string_view field, std::string_view name) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(trimmed(field), name, {}, lower);
}

} // namespace

CsvExamples::CsvExamples(std::string name)
    : name_(std::move(name)) {}

bool CsvExamples::isHeader(const CsvRow& row) {
    return std::ranges::all_of(row.fields, [](std::string_view field) {
        field = trimmed(field);
        constexpr std::string_view startOfNumber = "0123456789+-.,";
        return !field.empty() && startOfNumber.find(field.front()) == std::string_view::npos && !numberIn(field);
    });
}

void CsvExamples::readHeader(const CsvRow& header) {
    checkWidth(header);
    std::array<bool, columns> named{};
    std::array<bool, columns> taken{};
    for (std::size_t column = 0; column < columns; ++column) {
        const auto field =
            std::ranges::find_if(header.fields, [&](const auto& f) { return isName(f, kNames[column]); });
        if (field != header.fields.end()) {
            fieldOf_[column] = static_cast<std::size_t>(field - header.fields.begin());
            named[column] = taken[fieldOf_[column]] = true;
        }
    }
    for (std::size_t column = 0; column < columns; ++column) {
        if (!named[column]) {
            const auto free = std::ranges::find(taken, false);
            fieldOf_[column] = static_cast<std::size_t>(free - taken.begin());
            *free = true;
        }
    }
}

Example CsvExamples::read(const CsvRow& row) const {
    checkWidth(row);
    return {coordinate(row, x1), coordinate(row, x2), labelOf(row), Role::train};
}

void CsvExamples::checkWidth(const CsvRow& row) const {
    if (row.fields.size() != columns) {
        throw Refusal(sentence("core", "%1, line %2: expected three columns (x1, x2 and label), but found %3.")
                          .with(name_, std::to_string(row.line), std::to_string(row.fields.size())));
    }
}

double CsvExamples::coordinate(const CsvRow& row, Column column) const {
    const std::string& field = row.fields[fieldOf_[column]];
    const std::optional<double> value = numberIn(field);
    if (!value) {
        throw Refusal(
            sentence("core", "%1, line %2: %3 is “%4”; expected a number with a decimal point, such as -1.25.")
                .with(name_, std::to_string(row.line), kNames[column], excerpt(field)));
    }
    if (!(std::abs(*value) <= DataSet::maxCoordinate)) { // NaN as well
        const std::string limit = std::to_string(static_cast<long>(DataSet::maxCoordinate));
        throw Refusal(sentence("core", "%1, line %2: %3 is “%4”; expected a number from %5 to %6.")
                          .with(name_, std::to_string(row.line), kNames[column], excerpt(field), "-" + limit, limit));
    }
    return *value;
}

double CsvExamples::labelOf(const CsvRow& row) const {
    const std::string& field = row.fields[fieldOf_[label]];
    const double value = numberIn(field).value_or(-1);
    if (value != 0 && value != 1) {
        throw Refusal(sentence("core", "%1, line %2: label is “%3”; expected 0 or 1.")
                          .with(name_, std::to_string(row.line), excerpt(field)));
    }
    return value;
}

} // namespace perceptible
