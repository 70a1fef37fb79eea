#include "core/walk/operands.h"

namespace perceptible {

namespace {

/// Z[l] = W[l] A[l−1] + b[l]                                                                                    (S8)
template <class Scalar>
Equation linearForward(const Operands<Scalar>& of, int l) {
    Equation equation;
    equation.operands = {of.Z(l), of.W(l), of.A(l - 1), of.b(l)};
    equation.signs = {"", " = ", " ", " + ", ""};
    equation.derive = [o = equation.operands](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        d.symbolic = "Σₖ " + o[1].entry(subscript(row + 1), "ₖ") + ' ' + o[2].entry("ₖ", subscript(column + 1)) +
                     " + " + o[3].entry(row, 0);
        d.terms = o[1].columns.count;
        d.term = [o, row, column](Eigen::Index k) {
            return std::vector{cellOf(o, 1, row, k), text("·"), cellOf(o, 2, k, column)};
        };
        d.after = {text(" + "), cellOf(o, 3, row, 0)};
        return d;
    };
    return equation;
}

/// a_i = e^z_i / Σ_k e^z_k
Derivation softmaxOf(const std::vector<Operand>& o, Eigen::Index row, Eigen::Index column) {
    Derivation d;
    d.symbolic = "exp(" + o[1].entry(row, column) + ") / Σₖ exp(" + o[1].entry("ₖ", subscript(column + 1)) + ")";
    d.before = {text("exp("), cellOf(o, 1, row, column), text(") / (")};
    d.terms = o[1].rows.count;
    d.term = [o, column](Eigen::Index k) { return std::vector{text("exp("), cellOf(o, 1, k, column), text(")")}; };
    d.after = {text(")")};
    return d;
}

/// A[l] = g[l](Z[l]), and what dropout makes of it
template <class Scalar>
Equation activationForward(const Operands<Scalar>& of, int l) {
    const Activation g = of.activation(l);
    const std::string name = symbolOf(g);
    Equation equation;
    equation.operands = {of.A(l), of.Z(l)};
    equation.signs = {"", " = " + name + "(", ")"};
    if (of.dropsOut(l)) {
        equation.operands.push_back(of.D(l));
        equation.signs = {"", " = " + name + "(", ") * ", ""};
    }
    if (g == Activation::softmax) {
        equation.derive = [o = equation.operands](Eigen::Index row, Eigen::Index column) {
            return softmaxOf(o, row, column);
        };
        return equation;
    }
    equation.derive = [o = equation.operands, name](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        d.symbolic = name + '(' + o[1].entry(row, column) + ')';
        d.before = {text(name + '('), cellOf(o, 1, row, column), text(")")};
        if (o.size() > 2) {
            d.symbolic += " · " + o[2].entry(row, column);
            d.before.insert(d.before.end(), {text(" · "), cellOf(o, 2, row, column)});
        }
        return d;
    };
    return equation;
}

} // namespace

template <class Scalar>
Equation forwardEquation(const Operands<Scalar>& of, const SubStep& subStep) {
    return subStep.operation == Operation::linearForward ? linearForward(of, subStep.layer)
                                                         : activationForward(of, subStep.layer);
}

template Equation forwardEquation<float>(const Operands<float>&, const SubStep&);
template Equation forwardEquation<double>(const Operands<double>&, const SubStep&);

} // namespace perceptible
