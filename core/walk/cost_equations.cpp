#include <cmath>

#include "core/walk/operands.h"

namespace perceptible {

namespace {

/// y log ŷ, which is 0 for y = 0 whatever ŷ is.
double yLog(double y, double prediction) { return y == 0 ? 0 : y * std::log(prediction); }

/// −(y log ŷ + (1−y) log(1−ŷ))                                                                                 (S3)
Derivation binaryLoss(const std::vector<Operand>& o, Eigen::Index column) {
    const double a = o[1].at(0, column);
    const double y = o[2].at(0, column);
    const std::string A = o[1].entry(0, column);
    const std::string Y = o[2].entry(0, column);
    Derivation d;
    d.symbolic = "−(" + Y + " log " + A + " + (1 − " + Y + ") log(1 − " + A + "))";
    d.before = {text("−(")};
    d.terms = {{cellOf(o, 2, 0, column), text(" log "), cellOf(o, 1, 0, column)},
               {text("(1 − "), cellOf(o, 2, 0, column), text(") log(1 − "), cellOf(o, 1, 0, column), text(")")}};
    d.after = {text(")")};
    d.value = -(yLog(y, a) + yLog(1 - y, 1 - a));
    return d;
}

/// −Σ_k y_k log ŷ_k
Derivation multiclassLoss(const std::vector<Operand>& o, Eigen::Index column) {
    Derivation d;
    const std::string i = subscript(column + 1);
    d.symbolic = "−Σₖ " + o[2].entry("ₖ", i) + " log " + o[1].entry("ₖ", i);
    d.before = {text("−(")};
    for (Eigen::Index k = 0; k < o[1].rows.count; ++k) {
        d.terms.push_back({cellOf(o, 2, k, column), text(" log "), cellOf(o, 1, k, column)});
        d.value -= yLog(o[2].at(k, column), o[1].at(k, column));
    }
    d.after = {text(")")};
    return d;
}

/// ½ (ŷ − y)²
Derivation regressionLoss(const std::vector<Operand>& o, Eigen::Index column) {
    const double error = o[1].at(0, column) - o[2].at(0, column);
    return {"½ (" + o[1].entry(0, column) + " − " + o[2].entry(0, column) + ")²",
            {text("½ ("), cellOf(o, 1, 0, column), text(" − "), cellOf(o, 2, 0, column), text(")²")},
            {},
            {},
            error * error / 2};
}

template <class Scalar>
Equation lossEquation(const Operands<Scalar>& of) {
    Equation equation;
    equation.operands = {of.loss(), of.A(of.layers()), of.Y()};
    equation.signs = {"", " = ℒ(", ", ", ")"};
    equation.derive = [o = equation.operands, task = of.iteration().architecture.task](Eigen::Index,
                                                                                       Eigen::Index column) {
        return task == Task::binary       ? binaryLoss(o, column)
               : task == Task::multiclass ? multiclassLoss(o, column)
                                          : regressionLoss(o, column);
    };
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
                              [&](Eigen::Index i) { return std::vector{cellOf(o, 1, 0, i)}; });
        d.symbolic += penalties;
        d.value += penalty;
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
