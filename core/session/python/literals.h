#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/network/parameters.h"
#include "core/session/python_export.h"
#include "core/session/session.h"

/// Numbers and matrices as Python text.
namespace perceptible::python {

/// "np" or "torch", as the scripts import them.
std::string moduleOf(PythonLibrary library);

/// A float in the shortest form that reads back to the same double: "0.1", "2.0", "1e-08".
std::string number(double value);

/// The same of a number of the session's precision; infinite ones are the library's.
std::string scalar(double value, Precision precision, PythonLibrary library);

/// "[a, b, c]" with line breaks where a line would be longer than 100 characters; `column` is where the text begins.
std::string list(const std::vector<std::string>& entries, std::size_t column, std::string_view brackets = "[]");

/// The text of a dictionary l: matrix, one entry for every W[l] (or, as columns, for every b[l]) with its shape beside
/// it.
enum class Part { W, b };
std::string layers(const std::string& name, const Parameters<double>& parameters, Part part, Precision precision,
                   PythonLibrary library);

} // namespace perceptible::python
