#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "core/data/csv_rows.h"
#include "core/data/data_set.h"

namespace perceptible {

/// Turns the rows of a CSV text into examples. Throws Refusal.
class CsvExamples {
public:
    /// `name` stands for the text in messages.
    explicit CsvExamples(std::string name);

    /// Only names: nothing empty, no number, and nothing that was meant as one, such as 1,5.
    static bool isHeader(const CsvRow& row);

    /// Columns named x1, x2 or label are taken by their names; the others fill the remaining places in order.
    void readHeader(const CsvRow& header);

    Example read(const CsvRow& row) const;

private:
    enum Column : std::size_t { x1, x2, label, columns };

    void checkWidth(const CsvRow& row) const;
    double coordinate(const CsvRow& row, Column column) const;
    double labelOf(const CsvRow& row) const;

    std::string name_;
    std::array<std::size_t, columns> fieldOf_{0, 1, 2};
};

} // namespace perceptible
