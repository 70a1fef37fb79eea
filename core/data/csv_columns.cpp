#include "core/data/csv_columns.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/data/message.h"

namespace perceptible {

namespace {

constexpr std::array<std::string_view, CsvColumns::columns> kNames{"x1", "x2", "label"};

bool isName(std::string_view field, std::string_view name) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(trimmed(field), name, {}, lower);
}

Message expectedWidth(std::size_t width) {
    switch (width) {
    case 2:
        return sentence("core", "%1, line %2: expected two columns (x1 and x2), but found %3.");
    case 3:
        return sentence("core", "%1, line %2: expected three columns (x1, x2 and label), but found %3.");
    default:
        return sentence("core", "%1, line %2: expected two or three columns (x1, x2 and maybe label), but found %3.");
    }
}

} // namespace

CsvColumns::CsvColumns(std::string name, Labels labels)
    : name_(std::move(name))
    , width_(labels == Labels::required ? std::size_t{columns} : 0) {}

bool CsvColumns::isHeader(const CsvRow& row) {
    return std::ranges::all_of(row.fields, [](std::string_view field) {
        field = trimmed(field);
        constexpr std::string_view startOfNumber = "0123456789+-.,";
        return !field.empty() && startOfNumber.find(field.front()) == std::string_view::npos && !numberIn(field);
    });
}

void CsvColumns::readHeader(const CsvRow& header) {
    checkWidth(header);
    std::array<bool, columns> named{};
    std::array<bool, columns> taken{};
    for (std::size_t column = 0; column < columns; ++column) {
        const auto field =
            std::ranges::find_if(header.fields, [&](const auto& f) { return isName(f, kNames[column]); });
        if (field != header.fields.end()) {
            if (std::any_of(field + 1, header.fields.end(),
                            [&](const auto& other) { return isName(other, kNames[column]); })) {
                throw Refusal(sentence("core", "%1, line %2: two columns are named %3; expected one.")
                                  .with(name_, std::to_string(header.line), kNames[column]));
            }
            fieldOf_[column] = static_cast<std::size_t>(field - header.fields.begin());
            named[column] = taken[fieldOf_[column]] = true;
        }
    }
    if (named[label] && width_ < columns) {
        throw Refusal(sentence("core", "%1, line %2: one of the two columns is the label; expected x1 and x2.")
                          .with(name_, std::to_string(header.line)));
    }
    if (named[x1] != named[x2]) { // what else is there would be taken for the missing one
        throw Refusal(
            sentence("core", "%1, line %2: there is a column %3, but none named %4.")
                .with(name_, std::to_string(header.line), kNames[named[x1] ? x1 : x2], kNames[named[x1] ? x2 : x1]));
    }
    for (std::size_t column = 0; column < columns; ++column) {
        if (!named[column]) {
            const auto free = std::ranges::find(taken, false);
            fieldOf_[column] = static_cast<std::size_t>(free - taken.begin());
            *free = true;
        }
    }
}

void CsvColumns::checkWidth(const CsvRow& row) {
    const std::size_t width = row.fields.size();
    const bool fits = width_ == 0 ? width == 2 || width == 3 : width == width_;
    if (!fits) {
        throw Refusal(expectedWidth(width_).with(name_, std::to_string(row.line), std::to_string(width)));
    }
    width_ = width;
}

CsvField CsvColumns::field(const CsvRow& row, Column column) const {
    return {name_, row.line, kNames[column], row.fields[fieldOf_[column]]};
}

} // namespace perceptible
