#include <cmath>

#include "core/walk/operands.h"

namespace perceptible {

namespace {

/// ∂J/∂W[l] = dW[l] + λ₂/m W[l] + λ₁/m sign(W[l])
template <class Scalar>
Equation penaltyGradient(const Operands<Scalar>& of, int l) {
    const Penalty& penalty = of.iteration().penalty;
    const std::string m = of.examplesOfPenalty();
    Equation equation;
    equation.operands = {of.gradient(l, false), of.lossGradient(l, false), of.W(l)};
    const std::string l2 = " + λ₂/" + m + ' ';
    const std::string l1 = " + λ₁/" + m + " sign(";
    equation.signs = {"", " = ", penalty.l2 > 0 ? l2 : l1, penalty.l2 > 0 ? "" : ")"};
    if (penalty.l1 > 0 && penalty.l2 > 0) {
        equation.signs.back() = l1 + of.W(l).base + ')';
    }
    equation.derive = [o = equation.operands, penalty, l1, l2](Eigen::Index row, Eigen::Index column) {
        const auto count = static_cast<double>(penalty.m);
        const std::string entry = o[2].entry(row, column);
        Derivation d;
        d.symbolic = o[1].entry(row, column);
        d.before = {cellOf(o, 1, row, column)};
        if (penalty.l2 > 0) {
            d.symbolic += l2 + entry;
            d.before.insert(d.before.end(), {text(" + "), number(penalty.l2), text("/"), number(count), text(" · "),
                                             cellOf(o, 2, row, column)});
        }
        if (penalty.l1 > 0) {
            d.symbolic += l1 + entry + ')';
            d.before.insert(d.before.end(), {text(" + "), number(penalty.l1), text("/"), number(count),
                                             text(" · sign("), cellOf(o, 2, row, column), text(")")});
        }
        return d;
    };
    return equation;
}

/// What stands for g, the gradient that the optimizer is given, in an equation: "dW[l]", with a clipped gradient
/// "c dW[l]".
template <class Scalar>
struct Gradient {
    explicit Gradient(const Operands<Scalar>& of)
        : isClipped(of.iteration().hyperparameters.clipNorm.has_value())
        , factor(of.iteration().clipFactor) {}

    std::string sign(const std::string& before) const { return before + (isClipped ? "c " : ""); }
    std::string letters(const Operand& operand, Eigen::Index row, Eigen::Index column) const {
        return sign("") + operand.entry(row, column);
    }
    void append(std::vector<Piece>& pieces, const Piece& cell) const {
        if (isClipped) {
            pieces.insert(pieces.end(), {number(factor), text("·")});
        }
        pieces.push_back(cell);
    }

    bool isClipped;
    double factor; ///< c
};

/// v := β v + g of momentum and nesterov; v := β₁ v + (1−β₁) g of adam
template <class Scalar>
Equation velocity(const Operands<Scalar>& of, const SubStep& subStep) {
    const Optimizer& optimizer = of.iteration().hyperparameters.optimizer;
    const bool isMean = optimizer.kind == Optimizer::Kind::adam;
    const std::string beta = isMean ? "β₁ " : "β ";
    const Gradient<Scalar> g(of);
    Equation equation;
    equation.operands = {of.velocity(subStep.layer, subStep.ofBias, true),
                         of.velocity(subStep.layer, subStep.ofBias, false), of.gradient(subStep.layer, subStep.ofBias)};
    equation.signs = {"", " := " + beta, g.sign(isMean ? " + (1 − β₁) " : " + "), ""};
    equation.derive = [o = equation.operands, beta, isMean, g, beta1 = optimizer.beta1](Eigen::Index row,
                                                                                        Eigen::Index column) {
        Derivation d;
        d.symbolic = beta + o[1].entry(row, column) + (isMean ? " + (1 − β₁) " : " + ") + g.letters(o[2], row, column);
        d.before = {number(beta1), text(" · "), cellOf(o, 1, row, column), text(" + ")};
        if (isMean) {
            d.before.insert(d.before.end(), {text("(1 − "), number(beta1), text(") · ")});
        }
        g.append(d.before, cellOf(o, 2, row, column));
        return d;
    };
    return equation;
}

/// s := β₂ s + (1−β₂) g²
template <class Scalar>
Equation squares(const Operands<Scalar>& of, const SubStep& subStep) {
    const Gradient<Scalar> g(of);
    Equation equation;
    equation.operands = {of.squares(subStep.layer, subStep.ofBias, true),
                         of.squares(subStep.layer, subStep.ofBias, false), of.gradient(subStep.layer, subStep.ofBias)};
    equation.signs = {"", " := β₂ ", g.sign(" + (1 − β₂) ("), ")²"};
    equation.derive = [o = equation.operands, g,
                       beta2 = of.iteration().hyperparameters.optimizer.beta2](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        d.symbolic = "β₂ " + o[1].entry(row, column) + " + (1 − β₂) (" + g.letters(o[2], row, column) + ")²";
        d.before = {number(beta2),    text(" · "),   cellOf(o, 1, row, column),
                    text(" + (1 − "), number(beta2), text(") · (")};
        g.append(d.before, cellOf(o, 2, row, column));
        d.before.push_back(text(")²"));
        return d;
    };
    return equation;
}

/// W := W − α g, and of momentum W := W − α v
template <class Scalar>
Equation plainUpdate(const Operands<Scalar>& of, const SubStep& subStep) {
    const Iteration<Scalar>& iteration = of.iteration();
    const bool usesVelocity = iteration.hyperparameters.optimizer.hasVelocity();
    const Gradient<Scalar> g(of);
    Equation equation;
    equation.operands = {of.after(subStep.layer, subStep.ofBias), of.before(subStep.layer, subStep.ofBias),
                         usesVelocity ? of.velocity(subStep.layer, subStep.ofBias, true)
                                      : of.gradient(subStep.layer, subStep.ofBias)};
    equation.signs = {"", " := ", usesVelocity ? " − α " : g.sign(" − α "), ""};
    equation.derive = [o = equation.operands, usesVelocity, g, alpha = iteration.alpha](Eigen::Index row,
                                                                                        Eigen::Index column) {
        Derivation d;
        d.symbolic =
            o[1].entry(row, column) + " − α " + (usesVelocity ? o[2].entry(row, column) : g.letters(o[2], row, column));
        d.before = {cellOf(o, 1, row, column), text(" − "), number(alpha), text(" · ")};
        const Piece cell = cellOf(o, 2, row, column);
        if (usesVelocity) {
            d.before.push_back(cell);
        } else {
            g.append(d.before, cell);
        }
        return d;
    };
    return equation;
}

/// W := W − α (g + β v)
template <class Scalar>
Equation nesterovUpdate(const Operands<Scalar>& of, const SubStep& subStep) {
    const Gradient<Scalar> g(of);
    Equation equation;
    equation.operands = {of.after(subStep.layer, subStep.ofBias), of.before(subStep.layer, subStep.ofBias),
                         of.gradient(subStep.layer, subStep.ofBias), of.velocity(subStep.layer, subStep.ofBias, true)};
    equation.signs = {"", " := ", g.sign(" − α ("), " + β ", ")"};
    equation.derive = [o = equation.operands, g, alpha = of.iteration().alpha,
                       beta = of.iteration().hyperparameters.optimizer.beta1](Eigen::Index row, Eigen::Index column) {
        Derivation d;
        d.symbolic =
            o[1].entry(row, column) + " − α (" + g.letters(o[2], row, column) + " + β " + o[3].entry(row, column) + ')';
        d.before = {cellOf(o, 1, row, column), text(" − "), number(alpha), text(" · (")};
        g.append(d.before, cellOf(o, 2, row, column));
        d.before.insert(d.before.end(), {text(" + "), number(beta), text(" · "), cellOf(o, 3, row, column), text(")")});
        return d;
    };
    return equation;
}

/// W := W − α g / (√s + ε)
template <class Scalar>
Equation rmspropUpdate(const Operands<Scalar>& of, const SubStep& subStep) {
    const Gradient<Scalar> g(of);
    Equation equation;
    equation.operands = {of.after(subStep.layer, subStep.ofBias), of.before(subStep.layer, subStep.ofBias),
                         of.gradient(subStep.layer, subStep.ofBias), of.squares(subStep.layer, subStep.ofBias, true)};
    equation.signs = {"", " := ", g.sign(" − α "), " / (√", " + ε)"};
    equation.derive = [o = equation.operands, g, alpha = of.iteration().alpha,
                       epsilon = of.iteration().hyperparameters.optimizer.epsilon](Eigen::Index row,
                                                                                   Eigen::Index column) {
        Derivation d;
        d.symbolic = o[1].entry(row, column) + " − α " + g.letters(o[2], row, column) + " / (√" +
                     o[3].entry(row, column) + " + ε)";
        d.before = {cellOf(o, 1, row, column), text(" − "), number(alpha), text(" · ")};
        g.append(d.before, cellOf(o, 2, row, column));
        d.before.insert(d.before.end(),
                        {text(" / (√"), cellOf(o, 3, row, column), text(" + "), number(epsilon), text(")")});
        return d;
    };
    return equation;
}

/// W := W − α v̂ / (√ŝ + ε), v̂ = v / (1−β₁ᵗ), ŝ = s / (1−β₂ᵗ)
template <class Scalar>
Equation adamUpdate(const Operands<Scalar>& of, const SubStep& subStep) {
    const Iteration<Scalar>& iteration = of.iteration();
    const Optimizer& optimizer = iteration.hyperparameters.optimizer;
    const auto t = static_cast<double>(iteration.optimizer.steps);
    Equation equation;
    equation.operands = {of.after(subStep.layer, subStep.ofBias), of.before(subStep.layer, subStep.ofBias),
                         of.velocity(subStep.layer, subStep.ofBias, true),
                         of.squares(subStep.layer, subStep.ofBias, true)};
    equation.signs = {"", " := ", " − α ", "/(1−β₁ᵗ) / (√(", "/(1−β₂ᵗ)) + ε)"};
    equation.derive = [o = equation.operands, optimizer, t, alpha = iteration.alpha](Eigen::Index row,
                                                                                     Eigen::Index column) {
        const double unbiasV = 1 - std::pow(optimizer.beta1, t);
        const double unbiasS = 1 - std::pow(optimizer.beta2, t);
        Derivation d;
        d.symbolic = o[1].entry(row, column) + " − α (" + o[2].entry(row, column) + "/(1−β₁ᵗ)) / (√(" +
                     o[3].entry(row, column) + "/(1−β₂ᵗ)) + ε)";
        d.before = {cellOf(o, 1, row, column), text(" − "), number(alpha),   text(" · ("),
                    cellOf(o, 2, row, column), text("/"),   number(unbiasV), text(") / (√("),
                    cellOf(o, 3, row, column), text("/"),   number(unbiasS), text(") + "),
                    number(optimizer.epsilon), text(")")};
        return d;
    };
    return equation;
}

} // namespace

template <class Scalar>
Equation updateEquation(const Operands<Scalar>& of, const SubStep& subStep) {
    switch (subStep.operation) {
    case Operation::penaltyGradient:
        return penaltyGradient(of, subStep.layer);
    case Operation::velocity:
        return velocity(of, subStep);
    case Operation::squares:
        return squares(of, subStep);
    default:
        break;
    }
    switch (of.iteration().hyperparameters.optimizer.kind) {
    case Optimizer::Kind::nesterov:
        return nesterovUpdate(of, subStep);
    case Optimizer::Kind::rmsprop:
        return rmspropUpdate(of, subStep);
    case Optimizer::Kind::adam:
        return adamUpdate(of, subStep);
    case Optimizer::Kind::gradientDescent:
    case Optimizer::Kind::momentum:
        break;
    }
    return plainUpdate(of, subStep);
}

template Equation updateEquation<float>(const Operands<float>&, const SubStep&);
template Equation updateEquation<double>(const Operands<double>&, const SubStep&);

} // namespace perceptible
