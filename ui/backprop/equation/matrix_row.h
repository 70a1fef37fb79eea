#pragma once

#include <QWidget>
#include <vector>

#include "ui/backprop/equation/operand_view.h"

class QLabel;

namespace perceptible {

/// The matrices of an equation side by side, with its signs between them, their rows in line and their numbers as large
/// as there is room for. Every matrix is as wide as it needs; where there is too little room, those that need the least
/// come first.
class MatrixRow : public QWidget {
    Q_OBJECT

public:
    explicit MatrixRow(QWidget* parent = nullptr);
    ~MatrixRow() override;

    void show(const Equation& equation, int decimals);
    /// Numbers of the same size in both, as long as both are seen. The other one must live as long.
    void matchSizes(MatrixRow& other);
    /// operand < count(), as in the equation.
    MatrixGrid& grid(std::size_t operand) const { return operands_[operand]->grid(); }
    std::size_t count() const { return shown_; }

signals:
    // What the mouse and the keys do in the matrices.
    void hovered(std::size_t operand, const std::optional<MatrixGrid::Place>& place);
    void chosen(std::size_t operand, const MatrixGrid::Place& place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addOperand();
    std::vector<int> widths(int room) const;
    int scrollBarHeight() const;
    int fittingPixelSize(int room) const;
    void shareColours(const Equation& equation);
    void place();

    // Kept from equation to equation; the first ones are shown.
    std::vector<OperandView*> operands_;
    std::vector<QLabel*> signs_; ///< signs_[k] before operands_[k], one more than operands
    std::size_t shown_ = 0;
    MatrixRow* matched_ = nullptr;
    int fitting_ = 0; ///< the size of the largest numbers that there is room for
};

} // namespace perceptible
