#pragma once

#include <QAbstractScrollArea>
#include <optional>
#include <vector>

#include "core/walk/equation.h"

namespace perceptible {

/// A matrix as a grid of numbers coloured by value: orange below zero, blue above. Only what is visible is read and
/// formatted, so a large one scrolls as smoothly as a small one. The entry under the mouse, or the one chosen by click
/// or arrow keys, is told by signals.
class MatrixGrid : public QAbstractScrollArea {
    Q_OBJECT

public:
    struct Place {
        Eigen::Index row = 0, column = 0;
        friend bool operator==(const Place&, const Place&) = default;
    };

    /// From one entry to another in the same row or column, or to itself.
    struct Stretch {
        Place first, last;
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };

    explicit MatrixGrid(QWidget* parent = nullptr);

    void show(const Operand& operand, int digits);
    const Operand& operand() const { return operand_; }

    /// The size of an entry that has the full colour; show() takes the largest.
    double fullColour() const { return full_; }
    void setFullColour(double size);
    /// Keeps the room of the columns' numbers also where there are none, so that the rows of neighbours are in line.
    void setHeaded(bool headed);
    void setPixelSize(int size); ///< of the numbers
    /// The room of the first rows and columns with numbers of this size.
    QSize roomFor(int pixelSize, Eigen::Index rows, Eigen::Index columns) const;

    /// What is lit; the first entry of it scrolls into view when `reveal`.
    void light(std::vector<Stretch> stretches, bool reveal);
    const std::vector<Stretch>& lit() const { return lit_; }
    /// The entry with a frame.
    void choose(std::optional<Place> place, bool reveal = false);
    std::optional<Place> framed() const { return chosen_; }

    std::optional<Place> placeAt(QPoint position) const; ///< in the viewport
    QRect rectOf(const Place& place) const;              ///< in the viewport
    QString textAt(const Place& place) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void hovered(const std::optional<MatrixGrid::Place>& place);
    void chosen(const MatrixGrid::Place& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Measure {
        QSize cell;
        int rowHeader, columnHeader; ///< the width of the rows' numbers, the height of the columns'
    };
    Measure measureOf(const QFont& font) const;
    static int headerGap(); ///< from a row's number to its first entry
    void measure();
    void updateScrollBars();
    void reveal(const Place& place);
    void paintHeaders(QPainter& painter, const Place& first, const Place& last) const;
    void paintCell(QPainter& painter, const Place& place) const;

    Operand operand_;
    int digits_ = 2;
    double full_ = 1;
    bool isHeaded_ = false;
    QSize cell_;
    int rowHeader_ = 0;
    int columnHeader_ = 0;
    std::vector<Stretch> lit_;
    std::optional<Place> hovered_;
    std::optional<Place> chosen_; ///< has the frame
    Place cursor_;                ///< where the arrow keys go on from while nothing is framed
};

} // namespace perceptible
