#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/data/data_set.h"

namespace perceptible {

/// One value of a CSV text and where it stands; it lives as long as its row.
struct CsvField {
    const std::string& file; ///< the name that stands for the text in messages
    std::size_t line = 0;
    std::string_view column; ///< "x1", "x2" or "label"
    std::string_view text;
};

/// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view text);

/// The number that the whole text spells, NaN and infinities included; infinity when it is too large for a double.
std::optional<double> numberIn(std::string_view text);

/// The number in the field, at most ±limit. Throws Refusal.
double numberIn(const CsvField& field, double limit);

/// One of 0…classes − 1.
bool isClass(double value, int classes);

/// The label as the task takes it: 0 or 1, a class 0…9, or a number up to ±DataSet::maxTarget; without a task, any of
/// these. Throws Refusal.
double labelIn(const CsvField& field, std::optional<Task> task);

} // namespace perceptible
