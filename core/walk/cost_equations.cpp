#include "core/walk/operands.h"

namespace perceptible {

namespace {

/// −(y log ŷ + (1−y) log(1−ŷ))                                                                                 (S3)
Derivation binaryLoss(const std::vector<Operand>& o, Eigen::Index column) {
    const std::string Y = o[1].entry(0, column);
    const std::string A = o[2].entry(0, column);
    const Piece y = cellOf(o, 1, 0, column);
    const Piece a = cellOf(o, 2, 0, column);
    Derivation d;
    d.symbolic = "−(" + Y + " log " + A + " + (1 − " + Y + ") log(1 − " + A + "))";
    d.before = {text("−("), y, text(" log "), a, text(" + (1 − "), y, text(") log(1 − "), a, text("))")};
    return d;
}

/// −Σ_k y_k log ŷ_k
Derivation multiclassLoss(const std::vector<Operand>& o, Eigen::Index column) {
    Derivation d;
    const std::string i = subscript(column + 1);
    d.symbolic = "−Σₖ " + o[1].entry("ₖ", i) + " log " + o[2].entry("ₖ", i);
    d.before = {text("−(")};
    d.terms = o[1].rows.count;
    d.term = [o, column](Eigen::Index k) {
        return std::vector{cellOf(o, 1, k, column), text(" log "), cellOf(o, 2, k, column)};
    };
    d.after = {text(")")};
    return d;
}

/// ½ (ŷ − y)²
Derivation regressionLoss(const std::vector<Operand>& o, Eigen::Index column) {
    Derivation d;
    d.symbolic = "½ (" + o[1].entry(0, column) + " − " + o[2].entry(0, column) + ")²";
    d.before = {text("½ ("), cellOf(o, 1, 0, column), text(" − "), cellOf(o, 2, 0, column), text(")²")};
    return d;
}

template <class Scalar>
Equation lossEquation(const Operands<Scalar>& of) {
    const Operand A = of.A(of.layers());
    const Operand Y = of.Y();
    Equation equation;
    equation.operands = {of.loss(), Y, A};
    std::function<Derivation(const std::vector<Operand>&, Eigen::Index)> derive;
    switch (of.iteration().architecture.task) {
    case Task::binary:
        equation.signs = {"", " = −(", " log ", " + (1 − " + Y.base + ") log(1 − " + A.base + "))"};
        derive = binaryLoss;
        break;
    case Task::multiclass:
        equation.signs = {"", " = −Σₖ ", " log ", ""};
        derive = multiclassLoss;
        break;
    case Task::regression:
        equation.operands = {of.loss(), A, Y};
        equation.signs = {"", " = ½ (", " − ", ")²"};
        derive = regressionLoss;
        break;
    }
    equation.derive = [o = equation.operands, derive](Eigen::Index, Eigen::Index column) { return derive(o, column); };
    return equation;
}

/// J = (1/m) Σ ℒ + penalty                                                                                     (S3)
template <class Scalar>
Equation meanEquation(const Operands<Scalar>& of) {
    const Iteration<Scalar>& iteration = of.iteration();
    const double penalty = iteration.penalty.of(iteration.before.parameters);
    Operand J;
    J.base = "J";
    const double cost = iteration.loss.template cast<double>().mean() + penalty;
    J.at = [cost](Eigen::Index, Eigen::Index) { return cost; };
    const std::string m = of.examplesOfPenalty();
    std::string penalties;
    penalties += iteration.penalty.l2 > 0 ? " + λ₂/(2" + m + ") Σ W²" : "";
    penalties += iteration.penalty.l1 > 0 ? " + λ₁/" + m + " Σ |W|" : "";
    Equation equation;
    equation.operands = {J, of.loss()};
    equation.signs = {"", " = (1/m) Σᵢ ", penalties};
    equation.derive = [o = equation.operands, penalty, penalties](Eigen::Index, Eigen::Index) {
        Derivation d = meanOf(o[1].entry("", "ᵢ"), o[1].columns.count,
                              [o](Eigen::Index i) { return std::vector{cellOf(o, 1, 0, i)}; });
        d.symbolic += penalties;
        if (!penalties.empty()) {
            d.after.insert(d.after.end(), {text(" + "), number(penalty)});
        }
        return d;
    };
    return equation;
}

} // namespace

template <class Scalar>
Equation costEquation(const Operands<Scalar>& of, const SubStep& subStep) {
    return subStep.operation == Operation::loss ? lossEquation(of) : meanEquation(of);
}

template Equation costEquation<float>(const Operands<float>&, const SubStep&);
template Equation costEquation<double>(const Operands<double>&, const SubStep&);

} // namespace perceptible
