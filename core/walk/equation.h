#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/walk/sub_steps.h"

namespace perceptible {

/// What the rows or the columns of a matrix are.
struct Axis {
    enum class Of { units, examples, one };
    Of of = Of::one;
    int layer = 0; ///< whose units
    Eigen::Index count = 1;
    friend bool operator==(const Axis&, const Axis&) = default;
};

/// A matrix of an equation, number by number, so that only what is looked at is ever read. The texts are UTF-8.
struct Operand {
    std::string before, base, after;                               ///< "tanh′(", "Z[1]", ")"
    bool transposed = false;                                       ///< `rows` and `columns` are those of baseᵀ
    enum class Of { examples, weights, biases } of = Of::examples; ///< of W[l], b[l] or what belongs to them
    Axis rows, columns;
    std::function<double(Eigen::Index row, Eigen::Index column)> at;

    std::string symbol() const; ///< "tanh′(Z[1])", "A[1]ᵀ"
    /// "A[1]₃ᵢ" for entry (i, 3) of A[1]ᵀ. The indices are texts, because some are letters.
    std::string entry(const std::string& row, const std::string& column) const;
    std::string entry(Eigen::Index row, Eigen::Index column) const; ///< counted from 0, shown from 1
    /// The parameter that an entry is or belongs to; none of an example's numbers.
    std::optional<ParameterPlace> parameterAt(Eigen::Index row, Eigen::Index column) const;
};

/// One number of one operand.
struct Cell {
    std::size_t operand = 0;
    Eigen::Index row = 0, column = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// A stretch of a line of numbers: a text, or a number and where it comes from (none: a hyperparameter, m).
struct Piece {
    std::string text;
    std::optional<double> number;
    std::optional<Cell> cell;
};

/// How one entry of a result comes about: before, the terms with " + " between them, after. There may be a term for
/// each of a great many examples: they are made when they are asked for.
struct Derivation {
    std::string symbolic; ///< the right-hand side with letters: "1/m · Σᵢ dZ[2]₁ᵢ A[1]₃ᵢ"
    std::vector<Piece> before;
    Eigen::Index terms = 0;                               ///< how many there are
    std::function<std::vector<Piece>(Eigen::Index)> term; ///< the pieces of each, of the same kinds in all of them
    std::vector<Piece> after;
    bool termsAreExamples = false; ///< term i is the share of example i
};

/// One sub-step as an equation between matrices.
struct Equation {
    /// operands[0] is the result; signs[k] stands before operands[k], the last one behind them all:
    /// {"", " = (1/m) ", " ", ""}.
    std::vector<Operand> operands;
    std::vector<std::string> signs;
    std::function<Derivation(Eigen::Index row, Eigen::Index column)> derive; ///< of an entry of the result

    const Operand& result() const { return operands.front(); }
    std::string text() const; ///< "dW[2] = (1/m) dZ[2] A[1]ᵀ"
};

/// For all examples of the mini-batch (S7), or for the one in a column of it (S6): then z, a, dz are lower case, and
/// dW, db are those of this example alone. J and the update are always the whole batch's.
using ExampleChoice = std::optional<Eigen::Index>;

/// `subStep` must be one of subStepsOf(); `unfolded` as there.
template <class Scalar>
Equation equationOf(const std::shared_ptr<const Iteration<Scalar>>& iteration, const SubStep& subStep, bool unfolded,
                    ExampleChoice example = {});

/// What an iteration begins with, in the form of an equation: X and Y.
template <class Scalar>
Equation batchEquation(const std::shared_ptr<const Iteration<Scalar>>& iteration, ExampleChoice example = {});

} // namespace perceptible
