#include "core/session/python/literals.h"

#include <algorithm>
#include <cmath>

#include "core/data/shortest_text.h"

namespace perceptible::python {

namespace {

constexpr std::size_t kLineLength = 100; // leaves room for a comment

/// Without a point, an array of such numbers would be one of whole numbers.
std::string withPoint(std::string text) { return text.find_first_of(".e") == std::string::npos ? text + ".0" : text; }

std::string shapeOf(const Matrix<double>& matrix) {
    return "(" + std::to_string(matrix.rows()) + ", " + std::to_string(matrix.cols()) + ")";
}

/// `column` is where it begins.
std::string matrixText(const Matrix<double>& matrix, std::size_t column, Precision precision, PythonLibrary library) {
    const std::string module = moduleOf(library);
    const double first = matrix(0, 0);
    const bool isConstant = (matrix.array() == first).all() && !std::signbit(first); // 0 == −0
    if (isConstant && matrix.size() > 1) {
        return first == 0 ? module + ".zeros(" + shapeOf(matrix) + ")"
                          : module + ".full(" + shapeOf(matrix) + ", " + scalar(first, precision, library) + ")";
    }
    std::vector<std::string> rows;
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
        std::vector<std::string> entries;
        for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
            entries.push_back(scalar(matrix(i, j), precision, library));
        }
        rows.push_back(list(entries, 8));
    }
    std::string text = (library == PythonLibrary::numpy ? "np.array(" : "torch.tensor(");
    if (matrix.cols() == 1) {
        return text + list(rows, column + text.size()) + ")";
    }
    text += "[\n";
    for (const std::string& row : rows) {
        text += "        " + row + ",\n";
    }
    return text + "    ])";
}

} // namespace

std::string moduleOf(PythonLibrary library) { return library == PythonLibrary::numpy ? "np" : "torch"; }

std::string number(double value) { return withPoint(shortestText(value)); }

std::string scalar(double value, Precision precision, PythonLibrary library) {
    if (std::isinf(value)) {
        return (value < 0 ? "-" : "") + moduleOf(library) + ".inf";
    }
    return withPoint(precision == Precision::float32 ? shortestText(static_cast<float>(value)) : shortestText(value));
}

std::string list(const std::vector<std::string>& entries, std::size_t column, std::string_view brackets) {
    std::string text(1, brackets[0]);
    std::size_t end = column + 1; // of the line so far
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string entry = entries[i] + (i + 1 < entries.size() ? ',' : brackets[1]);
        if (i > 0 && end + 1 + entry.size() > kLineLength) {
            text += '\n' + std::string(column + 1, ' ');
            end = column + 1;
        } else if (i > 0) {
            text += ' ';
            ++end;
        }
        text += entry;
        end += entry.size();
    }
    return text;
}

std::string layers(const std::string& name, const Parameters<double>& parameters, Part part, Precision precision,
                   PythonLibrary library) {
    std::string text = name + " = {\n";
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        const Matrix<double> matrix =
            part == Part::W ? Matrix<double>(parameters[l].W) : Matrix<double>(parameters[l].b);
        const std::string key = "    " + std::to_string(l + 1) + ": ";
        const std::string itsText = matrixText(matrix, key.size(), precision, library);
        const bool saysItsShape = itsText.find(shapeOf(matrix)) != std::string::npos;
        text += key + itsText + "," + (saysItsShape ? "" : "  # " + shapeOf(matrix)) + "\n";
    }
    return text + "}\n";
}

} // namespace perceptible::python
