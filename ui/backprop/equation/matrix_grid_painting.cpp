#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "ui/backprop/equation/entry_text.h"
#include "ui/backprop/equation/matrix_grid.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

/// With the ground's colour inside, to be seen on the colour of any value.
void paintOutline(QPainter& painter, const QRect& rect, const QColor& colour) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2));
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    painter.setPen(QPen(Theme::current().panel, 1));
    painter.drawRect(rect.adjusted(1, 1, -3, -3));
}

bool isDark(const QColor& colour) { return qGray(colour.rgb()) < 140; }

} // namespace

void MatrixGrid::paintEvent(QPaintEvent*) {
    if (!operand_.at) {
        return;
    }
    QPainter painter(viewport());
    painter.setFont(font());
    const Place first{verticalScrollBar()->value() / cell_.height(), horizontalScrollBar()->value() / cell_.width()};
    const Place last{
        std::min<Eigen::Index>(operand_.rows.count - 1, first.row + viewport()->height() / cell_.height() + 1),
        std::min<Eigen::Index>(operand_.columns.count - 1, first.column + viewport()->width() / cell_.width() + 1)};
    painter.setClipRect(rowHeader_, columnHeader_, viewport()->width(), viewport()->height());
    for (Eigen::Index row = first.row; row <= last.row; ++row) {
        for (Eigen::Index column = first.column; column <= last.column; ++column) {
            paintCell(painter, {row, column});
        }
    }
    for (const Stretch& stretch : lit_) {
        paintOutline(painter, rectOf(stretch.first).united(rectOf(stretch.last)), Theme::current().accent);
    }
    if (chosen_) {
        paintOutline(painter, rectOf(*chosen_), Theme::current().text);
    }
    painter.setClipping(false);
    paintHeaders(painter, first, last);
    if (hasFocus()) {
        painter.setPen(Theme::current().accent);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void MatrixGrid::paintCell(QPainter& painter, const Place& place) const {
    const double value = operand_.at(place.row, place.column);
    // A colour says how large a number is among the others of its matrix: one that is alone has none.
    const bool isAlone = operand_.rows.count * operand_.columns.count == 1;
    const QColor ground = QColor::fromRgb(diverging(isAlone ? 0 : static_cast<float>(value / full_)));
    const QRect rect = rectOf(place);
    painter.fillRect(rect.adjusted(0, 0, -1, -1), ground);
    painter.setPen(isDark(ground) ? Qt::white : Qt::black);
    painter.drawText(rect.adjusted(0, 0, -1, -1), Qt::AlignCenter, entryText(value, digits_));
}

void MatrixGrid::paintHeaders(QPainter& painter, const Place& first, const Place& last) const {
    painter.setPen(Theme::current().quietText);
    if (operand_.columns.of != Axis::Of::one) {
        painter.setClipRect(rowHeader_, 0, viewport()->width(), columnHeader_);
        for (Eigen::Index column = first.column; column <= last.column; ++column) {
            QRect rect = rectOf({0, column});
            rect.setTop(0);
            rect.setHeight(columnHeader_);
            painter.drawText(rect, Qt::AlignCenter, QString::number(column + 1));
        }
    }
    if (rowHeader_ > 0) {
        painter.setClipRect(0, columnHeader_, rowHeader_, viewport()->height());
        for (Eigen::Index row = first.row; row <= last.row; ++row) {
            QRect rect = rectOf({row, 0});
            rect.setLeft(0);
            rect.setWidth(rowHeader_ - headerGap() / 2);
            painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, QString::number(row + 1));
        }
    }
    painter.setClipping(false);
}

} // namespace perceptible
