#pragma once

#include <qcustomplot.h>

namespace perceptible {

/// A vertical line in a plot with its label at the top, on the side where there is room. The plot owns what is drawn.
class PlotMark {
public:
    PlotMark(QCustomPlot& plot, const QString& layer);

    void show(double x, const QString& text);
    void hide();
    void setColours(const QColor& line, const QColor& text, const QColor& background, const QColor& frame);

private:
    QCPItemStraightLine* line_;
    QCPItemText* label_;
};

} // namespace perceptible
