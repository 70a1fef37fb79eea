#include "ui/plots/plot_mark.h"

#include "ui/theme/theme.h"

namespace perceptible {

PlotMark::PlotMark(QCustomPlot& plot, const QString& layer)
    : line_(new QCPItemStraightLine(&plot))
    , label_(new QCPItemText(&plot)) {
    line_->setLayer(layer);
    label_->setLayer(layer);
    label_->setFont(fontFor(TextRole::caption));
    label_->position->setTypeX(QCPItemPosition::ptPlotCoords);
    label_->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    label_->setTextAlignment(Qt::AlignLeft);
    label_->setPadding({kSpacing / 2, kSpacing / 4, kSpacing / 2, kSpacing / 4});
    hide();
}

void PlotMark::show(double x, const QString& text) {
    line_->point1->setCoords(x, 1);
    line_->point2->setCoords(x, 2); // any two different heights make it vertical
    label_->setText(text);
    label_->position->setCoords(x, 0);
    const bool roomOnTheRight = x < label_->position->keyAxis()->range().center();
    label_->setPositionAlignment(Qt::AlignTop | (roomOnTheRight ? Qt::AlignLeft : Qt::AlignRight));
    line_->setVisible(true);
    label_->setVisible(true);
}

void PlotMark::hide() {
    line_->setVisible(false);
    label_->setVisible(false);
}

void PlotMark::setColours(const QColor& line, const QColor& text, const QColor& background, const QColor& frame) {
    line_->setPen(QPen(line, 1));
    label_->setColor(text);
    label_->setBrush(background);
    label_->setPen(QPen(frame, 1));
}

} // namespace perceptible
