#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "core/data/csv_fields.h"
#include "core/data/csv_rows.h"

namespace perceptible {

/// Finds x1, x2 and label in the rows of a CSV text. Throws Refusal.
class CsvColumns {
public:
    enum Column : std::size_t { x1, x2, label, columns };
    enum class Labels { required, optional };

    /// `name` stands for the text in messages. Where labels are optional, the first row decides whether there are any.
    CsvColumns(std::string name, Labels labels);

    /// Only names: nothing empty, no number, and nothing that was meant as one, such as 1,5.
    static bool isHeader(const CsvRow& row);

    /// Columns named x1, x2 or label are taken by their names; the others fill the remaining places in order.
    void readHeader(const CsvRow& header);

    /// Each row is checked before its fields are taken.
    void checkWidth(const CsvRow& row);

    CsvField field(const CsvRow& row, Column column) const;

private:
    std::string name_;
    std::size_t width_; ///< of each row; 0: 2 or 3, not decided yet
    std::array<std::size_t, columns> fieldOf_{0, 1, 2};
};

} // namespace perceptible
