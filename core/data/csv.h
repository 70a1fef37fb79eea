#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/data/data_set.h"

namespace perceptible {

/// Reads `x1,x2,label` lines: header optional; comma, semicolon or tab between fields; decimal point; \n or \r\n;
/// UTF-8 byte order mark allowed; empty lines skipped. Labels are 0 and 1. At most DataSet::maxExamples lines.
/// Throws Refusal, which names the file, the line and what was expected.
DataSet readCsv(const std::filesystem::path& file);

/// The same from text that was already read; `name` stands for the file in messages.
DataSet parseCsv(std::string_view text, const std::string& name);

/// `x1,x2,label` with a header; numbers in their shortest form that reads back to the same double.
std::string toCsv(const DataSet& data);

} // namespace perceptible
