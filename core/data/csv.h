#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/data_set.h"

namespace perceptible {

/// Whether what isn't a regular file may be opened: a pipe, a terminal, /dev/stdin. Reading it waits for whoever
/// writes into it, which a command line can and a window can't.
enum class OpenPipes { no, yes };

/// Reads `x1,x2,label` lines: comma, semicolon or tab between fields; decimal point; \n, \r\n or \r; UTF-8 byte order
/// mark allowed; empty lines skipped. |x1|, |x2| ≤ DataSet::maxCoordinate; at most DataSet::maxExamples lines. A first
/// line of names is a header: columns named x1, x2 or label are taken by their names, the others fill the remaining
/// places in order; x1 is not taken without x2, nor the other way round. Every example is in the training set (split() divides them).
/// Labels are 0 and 1 in a binary task, whole numbers 0…9 in a multiclass task with K = the largest + 1 (at least 2),
/// and numbers up to ±DataSet::maxTarget in a regression. Without a task they decide: whole numbers 0…9 are classes, of
/// a binary task if none is above 1, else of a multiclass task; any others are targets of a regression.
/// Throws Refusal, which names the file, the line and what was expected.
DataSet readCsv(const std::filesystem::path& file, std::optional<Task> task, OpenPipes pipes);

/// The same from a stream, which is read in blocks and only as far as needed; `name` stands for it in messages.
DataSet readCsv(std::istream& stream, const std::string& name, std::optional<Task> task);

/// The same from text that was already read.
DataSet parseCsv(std::string_view text, const std::string& name, std::optional<Task> task);

/// Reads the points alone, from `x1,x2` or `x1,x2,label` lines, which all have the same width; whatever stands in the
/// column label is passed over, and y is 0. Opens pipes. All else as readCsv().
std::vector<Example> readPoints(const std::filesystem::path& file);

/// The same from a stream.
std::vector<Example> readPoints(std::istream& stream, const std::string& name);

/// `x1,x2,label` with a header; numbers in their shortest form that reads back to the same double, classes as whole
/// numbers. With the same task, readCsv() gives the same data set, except that a class above all labels is forgotten.
std::string toCsv(const DataSet& data);

} // namespace perceptible
