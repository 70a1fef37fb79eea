#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "core/data/data_set.h"

namespace perceptible {

/// Reads `x1,x2,label` lines: comma, semicolon or tab between fields; decimal point; \n, \r\n or \r; UTF-8 byte order
/// mark allowed; empty lines skipped. |x1|, |x2| ≤ DataSet::maxCoordinate; labels are 0 and 1; at most
/// DataSet::maxExamples lines. A first line of names is a header: columns named x1, x2 or label are taken by their
/// names, the others fill the remaining places in order. Every example is in the training set (split() divides them).
/// Throws Refusal, which names the file, the line and what was expected.
DataSet readCsv(const std::filesystem::path& file);

/// The same from a stream, which is read in blocks and only as far as needed; `name` stands for it in messages.
DataSet readCsv(std::istream& stream, const std::string& name);

/// The same from text that was already read.
DataSet parseCsv(std::string_view text, const std::string& name);

/// `x1,x2,label` with a header; numbers in their shortest form that reads back to the same double.
std::string toCsv(const DataSet& data);

} // namespace perceptible
