#pragma once

#include "core/walk/equation.h"
#include "core/walk/notation.h"

namespace perceptible {

/// The matrices of an iteration as operands of equations. Used to build equations only.
template <class Scalar>
class Operands {
public:
    using IterationPtr = std::shared_ptr<const Iteration<Scalar>>;

    Operands(IterationPtr iteration, ExampleChoice example)
        : iteration_(std::move(iteration))
        , example_(example) {}

    const Iteration<Scalar>& iteration() const { return *iteration_; }
    int layers() const { return iteration_->architecture.layers(); }
    Activation activation(int l) const { return iteration_->architecture.activations[static_cast<std::size_t>(l) - 1]; }
    bool isOne() const { return example_.has_value(); }
    /// "m", or "M" where the penalty's number of all training examples is not the mini-batch's m.
    std::string examplesOfPenalty() const { return iteration_->penalty.m == iteration_->m() ? "m" : "M"; }

    Operand W(int l) const;
    Operand b(int l) const;
    Operand Z(int l) const;
    Operand A(int l) const; ///< l = 0: X
    Operand dA(int l) const;
    Operand dZ(int l) const;
    Operand D(int l) const; ///< dropout; only where it is in use
    Operand Y() const;
    Operand loss() const;
    Operand derivative(int l) const; ///< g[l]′(Z[l]) of an elementwise g

    bool dropsOut(int l) const { return iteration_->hyperparameters.dropout().isIn(static_cast<std::size_t>(l)); }

    /// dW[l] or db[l] of the mean loss; of the one example alone where there is one.
    Operand lossGradient(int l, bool ofBias) const;
    /// What the optimizer starts from: dW[l], or ∂J/∂W[l] where there is a penalty.
    Operand gradient(int l, bool ofBias) const;
    Operand before(int l, bool ofBias) const; ///< W[l] or b[l]
    Operand after(int l, bool ofBias) const;
    Operand velocity(int l, bool ofBias, bool next) const;
    Operand squares(int l, bool ofBias, bool next) const;

private:
    const LayerCache<Scalar>& cache(int l) const { return iteration_->caches.layers[static_cast<std::size_t>(l) - 1]; }
    Eigen::Index units(int l) const { return iteration_->architecture.units[static_cast<std::size_t>(l)]; }
    Operand examplesOf(const std::string& upper, const std::string& lower, int layer, const Matrix<Scalar>& matrix,
                       bool named = true) const;
    Operand parameters(const std::string& name, int l, bool ofBias, const Vector<Scalar>& values) const;

    IterationPtr iteration_;
    ExampleChoice example_;
};

inline Operand transpose(Operand operand) {
    std::swap(operand.rows, operand.columns);
    operand.transposed = !operand.transposed;
    operand.at = [at = std::move(operand.at)](Eigen::Index row, Eigen::Index column) { return at(column, row); };
    return operand;
}

inline Piece text(std::string words) { return {std::move(words), {}, {}}; }
inline Piece number(double value) { return {{}, value, {}}; }
inline Piece cellOf(const std::vector<Operand>& operands, std::size_t operand, Eigen::Index row, Eigen::Index column) {
    return {{}, operands[operand].at(row, column), Cell{operand, row, column}};
}

/// 1/m · Σ_i of m terms, one for each example, whose sum is `letters`.
inline Derivation meanOf(const std::string& letters, Eigen::Index m,
                         std::function<std::vector<Piece>(Eigen::Index)> term) {
    return {"1/m · Σᵢ " + letters,
            {text("1/"), number(static_cast<double>(m)), text(" · (")},
            m,
            std::move(term),
            {text(")")},
            true};
}

template <class Scalar>
Equation forwardEquation(const Operands<Scalar>& of, const SubStep& subStep);
template <class Scalar>
Equation costEquation(const Operands<Scalar>& of, const SubStep& subStep);
template <class Scalar>
Equation backwardEquation(const Operands<Scalar>& of, const SubStep& subStep, bool unfolded);
template <class Scalar>
Equation updateEquation(const Operands<Scalar>& of, const SubStep& subStep);

} // namespace perceptible
