#include "core/walk/operands.h"

namespace perceptible {

namespace {

/// dA[L] = −(Y/A − (1−Y)/(1−A)), −Y/A or −(Y − A)
template <class Scalar>
Equation lossBackwardUnfolded(const Operands<Scalar>& of) {
    const int L = of.layers();
    Equation equation;
    equation.operands = {of.dA(L), of.Y(), of.A(L)};
    const std::string A = of.A(L).base;
    const std::string Y = of.Y().base;
    switch (of.iteration().architecture.task) {
    case Task::binary:
        equation.signs = {"", " = −(", " / ", " − (1 − " + Y + ") / (1 − " + A + "))"};
        break;
    case Task::multiclass:
        equation.signs = {"", " = −", " / ", ""};
        break;
    case Task::regression:
        equation.signs = {"", " = −(", " − ", ")"};
        break;
    }
    equation.derive = [o = equation.operands, task = of.iteration().architecture.task](Eigen::Index row,
                                                                                       Eigen::Index column) {
        const std::string y = o[1].entry(row, column);
        const std::string a = o[2].entry(row, column);
        const Piece yCell = cellOf(o, 1, row, column);
        const Piece aCell = cellOf(o, 2, row, column);
        Derivation d;
        switch (task) {
        case Task::binary:
            d.symbolic = "−(" + y + "/" + a + " − (1 − " + y + ")/(1 − " + a + "))";
            d.before = {text("−("), yCell,           text("/"), aCell,     text(" − (1 − "),
                        yCell,      text(")/(1 − "), aCell,     text("))")};
            break;
        case Task::multiclass:
            d.symbolic = "−" + y + "/" + a;
            d.before = {text("−"), yCell, text("/"), aCell};
            break;
        case Task::regression:
            d.symbolic = "−(" + y + " − " + a + ")";
            d.before = {text("−("), yCell, text(" − "), aCell, text(")")};
            break;
        }
        return d;
    };
    return equation;
}

/// dZ[L] = A[L] − Y                                                                                        (S6, S7)
template <class Scalar>
Equation lossBackwardFolded(const Operands<Scalar>& of) {
    const int L = of.layers();
    Equation equation;
    equation.operands = {of.dZ(L), of.A(L), of.Y()};
    equation.signs = {"", " = ", " − ", ""};
    equation.derive = [o = equation.operands](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        d.symbolic = o[1].entry(row, column) + " − " + o[2].entry(row, column);
        d.before = {cellOf(o, 1, row, column), text(" − "), cellOf(o, 2, row, column)};
        return d;
    };
    return equation;
}

/// dz_i = a_i (da_i − Σ_k a_k da_k)
template <class Scalar>
Equation softmaxBackward(const Operands<Scalar>& of, int l) {
    Equation equation;
    equation.operands = {of.dZ(l), of.A(l), of.dA(l)};
    equation.signs = {"", " = ", " * (", " − Σₖ aₖ daₖ)"};
    equation.derive = [o = equation.operands](Eigen::Index row, Eigen::Index column) {
        const std::string i = subscript(column + 1);
        Derivation d;
        d.symbolic = o[1].entry(row, column) + " (" + o[2].entry(row, column) + " − Σₖ " + o[1].entry("ₖ", i) + ' ' +
                     o[2].entry("ₖ", i) + ')';
        d.before = {cellOf(o, 1, row, column), text(" · ("), cellOf(o, 2, row, column), text(" − (")};
        d.terms = o[1].rows.count;
        d.term = [o, column](Eigen::Index k) {
            return std::vector{cellOf(o, 1, k, column), text("·"), cellOf(o, 2, k, column)};
        };
        d.after = {text("))")};
        return d;
    };
    return equation;
}

/// dZ[l] = dA[l] * g[l]′(Z[l])                                                                                 (S10)
template <class Scalar>
Equation activationBackwardOf(const Operands<Scalar>& of, int l) {
    Equation equation;
    equation.operands = {of.dZ(l), of.dA(l), of.derivative(l)};
    equation.signs = {"", " = ", " * ", ""};
    equation.derive = [o = equation.operands](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        d.symbolic = o[1].entry(row, column) + " · " + o[2].entry(row, column);
        d.before = {cellOf(o, 1, row, column), text(" · "), cellOf(o, 2, row, column)};
        return d;
    };
    return equation;
}

/// dW[l] = (1/m) dZ[l] A[l−1]ᵀ; of one example dW[l] = dz[l] a[l−1]ᵀ                                   (S6, S7, S10)
template <class Scalar>
Equation weightsBackward(const Operands<Scalar>& of, int l) {
    Equation equation;
    equation.operands = {of.lossGradient(l, false), of.dZ(l), transpose(of.A(l - 1))};
    equation.signs = {"", of.isOne() ? " = " : " = (1/m) ", " ", ""};
    equation.derive = [o = equation.operands, one = of.isOne()](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        if (one) {
            d.symbolic = o[1].entry(row, 0) + ' ' + o[2].entry(0, column);
            d.before = {cellOf(o, 1, row, 0), text(" · "), cellOf(o, 2, 0, column)};
            return d;
        }
        return meanOf(o[1].entry(subscript(row + 1), "ᵢ") + ' ' + o[2].entry("ᵢ", subscript(column + 1)),
                      o[1].columns.count, [o, row, column](Eigen::Index i) {
                          return std::vector{cellOf(o, 1, row, i), text("·"), cellOf(o, 2, i, column)};
                      });
    };
    return equation;
}

/// db[l] = (1/m) Σ_i dZ[l](i); of one example db[l] = dz[l]                                             (S6, S7, S10)
template <class Scalar>
Equation biasBackward(const Operands<Scalar>& of, int l) {
    Equation equation;
    equation.operands = {of.lossGradient(l, true), of.dZ(l)};
    equation.signs = {"", of.isOne() ? " = " : " = (1/m) Σᵢ ", ""};
    equation.derive = [o = equation.operands, one = of.isOne()](Eigen::Index row, Eigen::Index) {
        Derivation d;
        if (one) {
            d.symbolic = o[1].entry(row, 0);
            d.before = {cellOf(o, 1, row, 0)};
            return d;
        }
        return meanOf(o[1].entry(subscript(row + 1), "ᵢ"), o[1].columns.count,
                      [o, row](Eigen::Index i) { return std::vector{cellOf(o, 1, row, i)}; });
    };
    return equation;
}

/// dA[l−1] = W[l]ᵀ dZ[l], and what dropout lets through of it                                                   (S10)
template <class Scalar>
Equation inputBackward(const Operands<Scalar>& of, int l) {
    Equation equation;
    equation.operands = {of.dA(l - 1), transpose(of.W(l)), of.dZ(l)};
    equation.signs = {"", " = ", " ", ""};
    if (of.dropsOut(l - 1)) {
        equation.operands.push_back(of.D(l - 1));
        equation.signs = {"", " = (", " ", ") * ", ""};
    }
    equation.derive = [o = equation.operands](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        d.symbolic = "Σₖ " + o[1].entry(subscript(row + 1), "ₖ") + ' ' + o[2].entry("ₖ", subscript(column + 1));
        d.terms = o[2].rows.count;
        d.term = [o, row, column](Eigen::Index k) {
            return std::vector{cellOf(o, 1, row, k), text("·"), cellOf(o, 2, k, column)};
        };
        if (o.size() > 3) {
            d.symbolic = '(' + d.symbolic + ") · " + o[3].entry(row, column);
            d.before = {text("(")};
            d.after = {text(") · "), cellOf(o, 3, row, column)};
        }
        return d;
    };
    return equation;
}

} // namespace

template <class Scalar>
Equation backwardEquation(const Operands<Scalar>& of, const SubStep& subStep, bool unfolded) {
    const int l = subStep.layer;
    switch (subStep.operation) {
    case Operation::lossBackward:
        return lossBackwardUnfolded(of);
    case Operation::linearBackwardWeights:
        return weightsBackward(of, l);
    case Operation::linearBackwardBias:
        return biasBackward(of, l);
    case Operation::linearBackwardInput:
        return inputBackward(of, l);
    default:
        break;
    }
    if (l == of.layers() && !unfolded) {
        return lossBackwardFolded(of);
    }
    return of.activation(l) == Activation::softmax ? softmaxBackward(of, l) : activationBackwardOf(of, l);
}

template Equation backwardEquation<float>(const Operands<float>&, const SubStep&, bool);
template Equation backwardEquation<double>(const Operands<double>&, const SubStep&, bool);

} // namespace perceptible
