#include "core/data/csv.h"

#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>
#include <vector>

#include "core/data/csv_examples.h"
#include "core/data/csv_rows.h"
#include "core/data/message.h"

namespace perceptible {

namespace {

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

void append(std::string& text, double value) {
    std::array<char, 32> digits{}; // the longest shortest form has 24 characters
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

} // namespace

DataSet readCsv(std::istream& stream, const std::string& name) {
    CsvRows rows(stream, name);
    CsvExamples reader(name);
    std::vector<Example> examples;
    bool first = true;
    while (const CsvRow* row = rows.next()) {
        if (examples.size() == DataSet::maxExamples) {
            throw Refusal(sentence("core", "%1, line %2: one example too many; expected at most %3.")
                              .with(name, std::to_string(row->line), std::to_string(DataSet::maxExamples)));
        }
        if (std::exchange(first, false) && CsvExamples::isHeader(*row)) {
            reader.readHeader(*row);
        } else {
            examples.push_back(reader.read(*row));
        }
    }
    if (examples.empty()) {
        throw Refusal(
            sentence("core", "%1 has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1.")
                .with(name));
    }
    return DataSet(std::move(examples));
}

DataSet parseCsv(std::string_view text, const std::string& name) {
    std::istringstream stream{std::string(text)};
    return readCsv(stream, name);
}

DataSet readCsv(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto type = std::filesystem::status(file, ignored).type();
    if (type == std::filesystem::file_type::not_found) {
        throw Refusal(sentence("core", "There is no file %1; expected the name of a CSV file.").with(utf8(file)));
    }
    if (type == std::filesystem::file_type::directory) {
        throw Refusal(sentence("core", "%1 is a folder; expected a CSV file.").with(utf8(file)));
    }
    std::ifstream stream;
    if (type == std::filesystem::file_type::regular) { // opening a pipe or a device could wait for ever
        stream.open(file, std::ios::binary);
    }
    if (!stream.is_open()) {
        throw Refusal(sentence("core", "%1 cannot be read; expected a CSV file that you may open.").with(utf8(file)));
    }
    return readCsv(stream, utf8(file.filename()));
}

std::string toCsv(const DataSet& data) {
    std::string text = "x1,x2,label\n";
    for (const Example& example : data.examples()) {
        append(text, example.x1);
        text += ',';
        append(text, example.x2);
        text += ',';
        text += std::to_string(example.label());
        text += '\n';
    }
    return text;
}

} // namespace perceptible
