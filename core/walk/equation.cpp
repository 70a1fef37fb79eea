#include "core/walk/equation.h"

#include "core/walk/operands.h"

namespace perceptible {

std::string Operand::symbol() const { return before + base + (transposed ? "ᵀ" : "") + after; }

std::string Operand::entry(const std::string& row, const std::string& column) const {
    // A matrix with one column, such as b or z, needs one index; ℒ and J, which have one row of no meaning, too.
    const Axis& rowsOfBase = transposed ? columns : rows;
    const Axis& columnsOfBase = transposed ? rows : columns;
    const std::string& r = transposed ? column : row;
    const std::string& c = transposed ? row : column;
    const std::string first = rowsOfBase.of == Axis::Of::one ? "" : r;
    const std::string second = columnsOfBase.of == Axis::Of::one ? "" : c;
    constexpr std::size_t oneDigit = 3; // bytes of a subscript
    const bool apart = !first.empty() && !second.empty() && (first.size() > oneDigit || second.size() > oneDigit);
    return before + base + first + (apart ? "," : "") + second + after;
}

std::string Operand::entry(Eigen::Index row, Eigen::Index column) const {
    return entry(subscript(row + 1), subscript(column + 1));
}

std::optional<ParameterPlace> Operand::parameterAt(Eigen::Index row, Eigen::Index column) const {
    if (of == Of::examples) {
        return std::nullopt;
    }
    if (transposed) {
        std::swap(row, column);
    }
    const int layer = (transposed ? columns : rows).layer;
    return ParameterPlace{layer, of == Of::biases, static_cast<int>(row), static_cast<int>(column)};
}

std::string Equation::text() const {
    std::string result;
    for (std::size_t k = 0; k < operands.size(); ++k) {
        result += signs[k] + operands[k].symbol();
    }
    return result + signs.back();
}

template <class Scalar>
Equation equationOf(const std::shared_ptr<const Iteration<Scalar>>& iteration, const SubStep& subStep, bool unfolded,
                    ExampleChoice example) {
    const bool ofTheBatch = subStep.part() == Part::update || subStep.operation == Operation::cost;
    const Operands<Scalar> of(iteration, ofTheBatch ? std::nullopt : example);
    switch (subStep.part()) {
    case Part::forward:
        return forwardEquation(of, subStep);
    case Part::cost:
        return costEquation(of, subStep);
    case Part::backward:
        return backwardEquation(of, subStep, unfolded);
    case Part::update:
        break;
    }
    return updateEquation(of, subStep);
}

template <class Scalar>
Equation batchEquation(const std::shared_ptr<const Iteration<Scalar>>& iteration, ExampleChoice example) {
    const Operands<Scalar> of(iteration, example);
    Equation equation;
    equation.operands = {of.A(0), of.Y()};
    equation.signs = {"", ", ", ""};
    equation.derive = [](Eigen::Index, Eigen::Index) { return Derivation(); };
    return equation;
}

template Equation batchEquation<float>(const std::shared_ptr<const Iteration<float>>&, ExampleChoice);
template Equation batchEquation<double>(const std::shared_ptr<const Iteration<double>>&, ExampleChoice);
template Equation equationOf<float>(const std::shared_ptr<const Iteration<float>>&, const SubStep&, bool,
                                    ExampleChoice);
template Equation equationOf<double>(const std::shared_ptr<const Iteration<double>>&, const SubStep&, bool,
                                     ExampleChoice);

} // namespace perceptible
