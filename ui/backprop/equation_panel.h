#pragma once

#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

#include "ui/backprop/matrix_grid.h"

class QLabel;
class QToolButton;

namespace perceptible {

/// An equation between matrices: its matrices side by side as in the equation, and two lines above them that say it in
/// letters and, for the entry that is looked at, in numbers. The terms of that entry are lit in the matrices.
class EquationPanel : public QWidget {
    Q_OBJECT

public:
    explicit EquationPanel(QWidget* parent = nullptr);
    ~EquationPanel() override;

    void show(const Equation& equation, int digits);
    /// "dW[2] = (1/m) dZ[2] A[1]ᵀ"
    QString equationText() const;
    /// "dW[2]₁₃ = 1/m · Σᵢ dZ[2]₁ᵢ A[1]₃ᵢ = 1/400 · (−0.1·0.8 + … ) = −0.0132"
    QString entryLine() const { return line_; }
    MatrixGrid& grid(std::size_t operand) const { return *views_[operand].grid; }
    std::size_t gridCount() const { return shown_; }

    /// The entry of the result that is looked at.
    MatrixGrid::Place entry() const { return hovered_.value_or(chosen_); }
    void choose(const MatrixGrid::Place& place);

    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void lookedAt(const MatrixGrid::Place& entry); ///< of the result
    // By a click on a number, or the arrow keys.
    void exampleChosen(Eigen::Index column);
    void parameterChosen(const ParameterPlace& place);

private:
    struct View {
        QLabel* sign;
        QWidget* frame;
        QToolButton* title;
        QLabel* shape;
        MatrixGrid* grid;
        bool isFolded;
    };

    View& view(std::size_t operand);
    void showOperand(std::size_t operand, int digits);
    static void fold(const View& view);
    void place();
    static void fitShape(const View& view, int width);
    void look();
    void sayOperandEntry(std::size_t operand, const MatrixGrid::Place& place);
    /// Says the first of the texts that fits, and the value in any case.
    void setLine(const QStringList& texts, const QString& value);

    Equation equation_;
    int digits_ = 2;
    std::vector<View> views_; ///< kept from equation to equation
    std::size_t shown_ = 0;
    QLabel* lastSign_;
    QLabel* text_;
    QLabel* lineLabel_;
    QWidget* matrices_; ///< in which place() lays out signs and matrices
    QString line_;
    std::optional<MatrixGrid::Place> hovered_;
    MatrixGrid::Place chosen_;
};

/// "(n[2], n[1]) = 4 × 6": what rows and columns are, and how many.
QString shapeText(const Operand& operand);

/// The numbers of a derivation in one line, at most so many of its terms written out.
QString numbersText(const Derivation& derivation, int digits, std::size_t terms);

} // namespace perceptible
