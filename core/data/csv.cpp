#include "core/data/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "core/data/csv_columns.h"
#include "core/data/csv_rows.h"
#include "core/data/file_name.h"
#include "core/data/message.h"

namespace perceptible {

namespace {

using Column = CsvColumns::Column;

void append(std::string& text, double value) {
    std::array<char, 32> digits{}; // the longest shortest form has 24 characters
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

double coordinate(const CsvColumns& columns, const CsvRow& row, Column column) {
    return numberIn(columns.field(row, column), DataSet::maxCoordinate);
}

/// What `read` makes of each row below the header.
template <class Read>
std::vector<Example> readRows(std::istream& stream, const std::string& name, CsvColumns columns, Read read) {
    CsvRows rows(stream, name);
    std::vector<Example> examples;
    bool first = true;
    while (const CsvRow* row = rows.next()) {
        if (examples.size() == DataSet::maxExamples) {
            throw Refusal(sentence("core", "%1, line %2: one example too many; expected at most %3.")
                              .with(name, std::to_string(row->line), std::to_string(DataSet::maxExamples)));
        }
        if (std::exchange(first, false) && CsvColumns::isHeader(*row)) {
            columns.readHeader(*row);
        } else {
            columns.checkWidth(*row);
            examples.push_back(read(columns, *row));
        }
    }
    return examples;
}

Task taskOf(const std::vector<Example>& examples) {
    const auto allBelow = [&](int classes) {
        return std::ranges::all_of(examples, [&](const Example& e) { return isClass(e.y, classes); });
    };
    return allBelow(2) ? Task::binary : allBelow(DataSet::maxClasses) ? Task::multiclass : Task::regression;
}

DataSet dataSetOf(std::vector<Example> examples, Task task) {
    int largest = 0;
    if (task != Task::regression) {
        for (Example& example : examples) {
            example.y = example.label(); // -0 is class 0
            largest = std::max(largest, example.label());
        }
    }
    return DataSet(std::move(examples), task, largest + 1);
}

std::ifstream opened(const std::filesystem::path& file, OpenPipes pipes) {
    std::error_code ignored;
    const auto type = std::filesystem::status(file, ignored).type();
    if (type == std::filesystem::file_type::not_found) {
        throw Refusal(sentence("core", "There is no file %1; expected the name of a CSV file.").with(utf8(file)));
    }
    if (type == std::filesystem::file_type::directory) {
        throw Refusal(sentence("core", "%1 is a folder; expected a CSV file.").with(utf8(file)));
    }
    std::ifstream stream;
    if (type == std::filesystem::file_type::regular || pipes == OpenPipes::yes) {
        stream.open(file, std::ios::binary);
    }
    if (!stream.is_open()) {
        throw Refusal(sentence("core", "%1 cannot be read; expected a CSV file that you may open.").with(utf8(file)));
    }
    return stream;
}

/// A file's name without its folders; of anything else the whole path, since 63 alone wouldn't tell of /dev/fd/63.
std::string shownName(const std::filesystem::path& file) {
    std::error_code ignored;
    return utf8(std::filesystem::is_regular_file(file, ignored) ? file.filename() : file);
}

} // namespace

DataSet readCsv(std::istream& stream, const std::string& name, std::optional<Task> task) {
    std::vector<Example> examples =
        readRows(stream, name, CsvColumns(name, CsvColumns::Labels::required),
                 [&](const CsvColumns& columns, const CsvRow& row) {
                     return Example{coordinate(columns, row, Column::x1), coordinate(columns, row, Column::x2),
                                    labelIn(columns.field(row, Column::label), task), Role::train};
                 });
    if (examples.empty()) {
        throw Refusal(
            sentence("core", "%1 has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1.")
                .with(name));
    }
    const Task decided = task ? *task : taskOf(examples);
    return dataSetOf(std::move(examples), decided);
}

DataSet parseCsv(std::string_view text, const std::string& name, std::optional<Task> task) {
    std::istringstream stream{std::string(text)};
    return readCsv(stream, name, task);
}

DataSet readCsv(const std::filesystem::path& file, std::optional<Task> task, OpenPipes pipes) {
    std::ifstream stream = opened(file, pipes);
    return readCsv(stream, shownName(file), task);
}

std::vector<Example> readPoints(std::istream& stream, const std::string& name) {
    std::vector<Example> points = readRows(
        stream, name, CsvColumns(name, CsvColumns::Labels::optional), [](const CsvColumns& columns, const CsvRow& row) {
            return Example{coordinate(columns, row, Column::x1), coordinate(columns, row, Column::x2)};
        });
    if (points.empty()) {
        throw Refusal(
            sentence("core", "%1 has no points; expected x1 and x2 on each line, such as 0.5,-1.25.").with(name));
    }
    return points;
}

std::vector<Example> readPoints(const std::filesystem::path& file) {
    std::ifstream stream = opened(file, OpenPipes::yes);
    return readPoints(stream, shownName(file));
}

std::string toCsv(const DataSet& data) {
    std::string text = "x1,x2,label\n";
    for (const Example& example : data.examples()) {
        append(text, example.x1);
        text += ',';
        append(text, example.x2);
        text += ',';
        if (data.task() == Task::regression) {
            append(text, example.y);
        } else {
            text += std::to_string(example.label());
        }
        text += '\n';
    }
    return text;
}

} // namespace perceptible
