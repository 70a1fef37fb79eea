// Every equation of a walk holds number by number: what is written on its right-hand side comes to the entry that is
// shown, and its letters name the numbers in their order.

#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>

#include "any_training.h"
#include "core/walk/equation.h"
#include "evaluate.h"

namespace perceptible {
namespace {

bool isInside(const Cell& cell, const Equation& equation) {
    if (cell.operand == 0 || cell.operand >= equation.operands.size()) {
        return false;
    }
    const Operand& operand = equation.operands[cell.operand];
    return cell.row >= 0 && cell.row < operand.rows.count && cell.column >= 0 && cell.column < operand.columns.count;
}

/// The entries that stand before and behind the terms are named in this order.
bool namesItsNumbers(const Equation& equation, const Derivation& derivation) {
    std::vector<Piece> pieces = derivation.before;
    pieces.insert(pieces.end(), derivation.after.begin(), derivation.after.end());
    std::size_t from = 0;
    for (const Piece& piece : pieces) {
        if (piece.cell) {
            const std::string name = equation.operands[piece.cell->operand].entry(piece.cell->row, piece.cell->column);
            const std::size_t found = derivation.symbolic.find(name, from);
            if (found == std::string::npos) {
                return false;
            }
            from = found + name.size();
        }
    }
    return true;
}

/// What is written comes to the entry, up to rounding. Where ŷ is so near to 0 or 1 that its digits are gone, the
/// program's own form, which doesn't go through ŷ, is the exact one.
template <class Scalar>
bool holds(const Equation& equation, const Derivation& derivation, double written, double entry, Operation operation,
           bool unfolded) {
    const bool throughPrediction = operation == Operation::loss || operation == Operation::lossBackward ||
                                   (operation == Operation::activationBackward && unfolded);
    double size = 1;
    for (const Piece& piece : piecesOf(derivation)) {
        if (piece.cell) {
            const double value = *piece.number;
            if (throughPrediction && (!std::isfinite(value) || std::abs(value) < 1e-4 || std::abs(1 - value) < 1e-4)) {
                return true;
            }
            size = std::max(size, std::abs(value));
        }
    }
    const double terms = static_cast<double>(1 + derivation.terms);
    const double epsilon = std::numeric_limits<Scalar>::epsilon();
    // Adam and rmsprop divide by √s, which may be as small as ε.
    const double amplified = operation == Operation::update && equation.operands.size() > 3 ? 1e4 : 1;
    return (std::isnan(written) && std::isnan(entry)) ||
           std::abs(written - entry) <= 32 * terms * epsilon * size * size * amplified;
}

template <class Scalar>
void expectEveryEquationToHold() {
    const Trainer<Scalar> trainer = anyTrainer<Scalar>();
    const auto iteration = trainer.nextIteration();
    RC_PRE(iteration->isMade);
    const bool unfolded = *rc::gen::arbitrary<bool>();
    const ExampleChoice example =
        *rc::gen::arbitrary<bool>() ? ExampleChoice(*rc::gen::inRange<Eigen::Index>(0, iteration->m())) : std::nullopt;
    for (const SubStep& subStep : subStepsOf(iteration->architecture, iteration->hyperparameters, unfolded)) {
        const Equation equation = equationOf<Scalar>(iteration, subStep, unfolded, example);
        RC_ASSERT(equation.signs.size() == equation.operands.size() + 1);
        const Operand& result = equation.result();
        const auto row = *rc::gen::inRange<Eigen::Index>(0, result.rows.count);
        const auto column = *rc::gen::inRange<Eigen::Index>(0, result.columns.count);
        const Derivation derivation = equation.derive(row, column);
        for (const Piece& piece : piecesOf(derivation)) {
            if (piece.cell) {
                RC_ASSERT(isInside(*piece.cell, equation));
                const double at = equation.operands[piece.cell->operand].at(piece.cell->row, piece.cell->column);
                RC_ASSERT((at == *piece.number || (std::isnan(at) && std::isnan(*piece.number))));
            }
        }
        const double entry = result.at(row, column);
        const double written = Calculator(piecesOf(derivation), iteration->architecture.leakySlope).result();
        RC_LOG() << equation.text() << ": " << derivation.symbolic << " = " << written << ", shown " << entry
                 << std::endl;
        RC_ASSERT(holds<Scalar>(equation, derivation, written, entry, subStep.operation, unfolded));
        RC_ASSERT(namesItsNumbers(equation, derivation));
    }
}

RC_GTEST_PROP(Equation, HoldsNumberByNumberInDouble, ()) { expectEveryEquationToHold<double>(); }
RC_GTEST_PROP(Equation, HoldsNumberByNumberInFloat, ()) { expectEveryEquationToHold<float>(); }

RC_GTEST_PROP(Equation, OfOneExampleAddsUpToThatOfAll, ()) {
    const Trainer<double> trainer = anyTrainer<double>();
    const auto iteration = trainer.nextIteration();
    RC_PRE(iteration->isMade);
    for (int l = 1; l <= iteration->architecture.layers(); ++l) {
        for (const SubStep& subStep :
             {SubStep{Operation::linearBackwardWeights, l}, SubStep{Operation::linearBackwardBias, l, true}}) {
            const Operand all = equationOf<double>(iteration, subStep, false).result();
            const auto row = *rc::gen::inRange<Eigen::Index>(0, all.rows.count);
            const auto column = *rc::gen::inRange<Eigen::Index>(0, all.columns.count);
            double sum = 0;
            double size = 1;
            for (Eigen::Index i = 0; i < iteration->m(); ++i) {
                const double share = equationOf<double>(iteration, subStep, false, i).result().at(row, column);
                sum += share;
                size = std::max(size, std::abs(share));
            }
            const auto m = static_cast<double>(iteration->m());
            RC_ASSERT(std::abs(sum / m - all.at(row, column)) <= 1e-13 * size);
        }
    }
}

/// 2-2-1 with three points, as the lecture has it.
class LectureNetwork : public testing::Test {
protected:
    LectureNetwork() {
        Hyperparameters h;
        h.hiddenLayers = {{2, Activation::tanh}};
        h.learningRate = 0.5;
        trainer_.emplace(DataSet({{1, 2, 1}, {-1, 0.5, 0}, {0.5, -1, 1}}), h);
    }
    Equation equation(Operation operation, int layer, ExampleChoice example = {}, bool unfolded = false,
                      bool ofBias = false) const {
        return equationOf<double>(trainer_->nextIteration(), {operation, layer, ofBias}, unfolded, example);
    }
    std::optional<Trainer<double>> trainer_;
};

TEST_F(LectureNetwork, IsWrittenInTheLecturesNotation) {
    EXPECT_EQ(equation(Operation::linearForward, 1).text(), "Z[1] = W[1] X + b[1]");
    EXPECT_EQ(equation(Operation::activationForward, 2).text(), "A[2] = σ(Z[2])");
    EXPECT_EQ(equation(Operation::loss, 2).text(), "ℒ = −(Y log A[2] + (1 − Y) log(1 − A[2]))");
    EXPECT_EQ(equation(Operation::lossBackward, 2, {}, true).text(), "dA[2] = −(Y / A[2] − (1 − Y) / (1 − A[2]))");
    EXPECT_EQ(equation(Operation::cost, 2).text(), "J = (1/m) Σᵢ ℒ");
    EXPECT_EQ(equation(Operation::activationBackward, 2).text(), "dZ[2] = A[2] − Y");
    EXPECT_EQ(equation(Operation::activationBackward, 2, {}, true).text(), "dZ[2] = dA[2] * σ′(Z[2])");
    EXPECT_EQ(equation(Operation::linearBackwardWeights, 2).text(), "dW[2] = (1/m) dZ[2] A[1]ᵀ");
    EXPECT_EQ(equation(Operation::linearBackwardBias, 2, {}, false, true).text(), "db[2] = (1/m) Σᵢ dZ[2]");
    EXPECT_EQ(equation(Operation::linearBackwardInput, 2).text(), "dA[1] = W[2]ᵀ dZ[2]");
    EXPECT_EQ(equation(Operation::activationBackward, 1).text(), "dZ[1] = dA[1] * tanh′(Z[1])");
    EXPECT_EQ(equation(Operation::linearBackwardWeights, 1).text(), "dW[1] = (1/m) dZ[1] Xᵀ");
    EXPECT_EQ(equation(Operation::update, 1).text(), "W[1] := W[1] − α dW[1]");
    EXPECT_EQ(equation(Operation::linearBackwardWeights, 2, 1).text(), "dW[2] = dz[2] a[1]ᵀ");
    EXPECT_EQ(equation(Operation::linearBackwardWeights, 1, 1).text(), "dW[1] = dz[1] xᵀ");
    EXPECT_EQ(equation(Operation::activationBackward, 2, 1).text(), "dz[2] = a[2] − y");
}

TEST_F(LectureNetwork, NamesEveryEntry) {
    EXPECT_EQ(equation(Operation::linearForward, 1).derive(1, 2).symbolic, "Σₖ W[1]₂ₖ Xₖ₃ + b[1]₂");
    const Equation dW = equation(Operation::linearBackwardWeights, 2);
    EXPECT_EQ(dW.result().entry(0, 1), "dW[2]₁₂");
    EXPECT_EQ(dW.derive(0, 1).symbolic, "1/m · Σᵢ dZ[2]₁ᵢ A[1]₂ᵢ");
    EXPECT_EQ(dW.derive(0, 1).terms, 3);
    EXPECT_TRUE(dW.derive(0, 1).termsAreExamples);
    EXPECT_FALSE(equation(Operation::linearForward, 1).derive(0, 1).termsAreExamples);
    EXPECT_EQ(equation(Operation::linearBackwardWeights, 2, 0).derive(0, 1).symbolic, "dz[2]₁ a[1]₂");
    EXPECT_EQ(equation(Operation::linearBackwardInput, 2).derive(1, 0).symbolic, "Σₖ W[2]ₖ₂ dZ[2]ₖ₁");
    EXPECT_EQ(equation(Operation::loss, 2).derive(0, 0).symbolic, "−(Y₁₁ log A[2]₁₁ + (1 − Y₁₁) log(1 − A[2]₁₁))");
    Operand wide = dW.result();
    EXPECT_EQ(wide.entry(9, 2), "dW[2]₁₀,₃");
}

TEST_F(LectureNetwork, HasShapesWithMeaning) {
    const Equation dW = equation(Operation::linearBackwardWeights, 2);
    EXPECT_EQ(dW.operands[1].rows, (Axis{Axis::Of::units, 2, 1}));
    EXPECT_EQ(dW.operands[1].columns, (Axis{Axis::Of::examples, 0, 3}));
    EXPECT_EQ(dW.operands[2].rows, (Axis{Axis::Of::examples, 0, 3}));
    EXPECT_EQ(dW.operands[2].columns, (Axis{Axis::Of::units, 1, 2}));
    EXPECT_EQ(equation(Operation::linearForward, 1).operands[3].columns, Axis{});
}

} // namespace
} // namespace perceptible
