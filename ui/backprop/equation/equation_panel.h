#pragma once

#include <QLabel>
#include <QStringList>
#include <QWidget>
#include <optional>

#include "ui/backprop/equation/matrix_row.h"

namespace perceptible {

/// An equation between matrices: two lines that say it in letters and, for the entry that is looked at, in numbers, and
/// below them its matrices, in which the terms of that entry are lit.
class EquationPanel : public QWidget {
    Q_OBJECT

public:
    explicit EquationPanel(QWidget* parent = nullptr);
    ~EquationPanel() override;

    /// Where the terms of an entry are the examples', `example` is the one whose share is framed.
    void show(const Equation& equation, int decimals, std::optional<Eigen::Index> example = {});
    void matchSizes(EquationPanel& other) { matrices_->matchSizes(*other.matrices_); }
    /// What is said of the equation, beside it.
    void setCaption(const QString& caption) { caption_->setText(caption); }
    /// In little height the letters are smaller, and the numbers of an entry take one line instead of two.
    void setCompact(bool compact);
    /// "dW[2] = (1/m) dZ[2] A[1]ᵀ"
    QString equationText() const;
    /// "dW[2]₁₃ = 1/m · Σᵢ dZ[2]₁ᵢ A[1]₃ᵢ = 1/400 · (−0.1·0.8 + … ) = −0.0132", all that could be said of it.
    QString entryLine() const { return line_; }
    MatrixGrid& grid(std::size_t operand) const { return matrices_->grid(operand); }

    /// The entry of the result that is looked at.
    MatrixGrid::Place entry() const { return hovered_.value_or(chosen_); }
    void choose(const MatrixGrid::Place& place);

signals:
    void lookedAt(const MatrixGrid::Place& entry); ///< of the result
    // By a click on a number, or the arrow keys.
    void exampleChosen(Eigen::Index column);
    void parameterChosen(const ParameterPlace& place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void hover(std::size_t operand, const std::optional<MatrixGrid::Place>& place);
    void takeChoice(std::size_t operand, const MatrixGrid::Place& place);
    void look();
    void light(const Derivation& derivation);
    void sayOperandEntry(std::size_t operand, const MatrixGrid::Place& place);
    void setLine(const QStringList& texts, const QString& value);

    Equation equation_;
    int decimals_ = 2;
    int lines_ = 2;
    QLabel* text_;
    QLabel* caption_;
    QLabel* lineLabel_;
    MatrixRow* matrices_;
    QString line_;
    std::optional<Eigen::Index> example_;
    std::optional<MatrixGrid::Place> hovered_;
    MatrixGrid::Place chosen_;
};

} // namespace perceptible
