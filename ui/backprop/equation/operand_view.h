#pragma once

#include <QWidget>

#include "ui/backprop/equation/matrix_grid.h"

class QLabel;
class QToolButton;

namespace perceptible {

/// One matrix of an equation: its name, its shape and its numbers. A click on the name folds it.
class OperandView : public QWidget {
    Q_OBJECT

public:
    explicit OperandView(QWidget* parent = nullptr);

    static int titleHeight();
    static int headHeight(); ///< of the title and the gap below it

    void show(const Operand& operand, int decimals);
    MatrixGrid& grid() const { return *grid_; }
    /// That shows all of it.
    int neededWidth() const;
    /// The least room in which it is seen with numbers of this size: the first few rows and columns.
    QSize leastRoom(int pixelSize) const;

signals:
    void folded();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QString symbol() const { return QString::fromStdString(grid_->operand().symbol()); }
    int titleWidth() const; ///< with the shape
    void follow();

    QToolButton* title_;
    QLabel* shape_;
    MatrixGrid* grid_;
    bool isFolded_ = false;
};

} // namespace perceptible
