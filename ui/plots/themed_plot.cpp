#include "ui/plots/themed_plot.h"

#include <QWindow>

#include "ui/theme/theme.h"

namespace perceptible {

ThemedPlot::ThemedPlot(const QMargins& margins, int labelPadding, QWidget* parent)
    : QCustomPlot(parent) {
    setFocusPolicy(Qt::NoFocus);
    setPlottingHints(QCP::phCacheLabels);
    plotLayout()->setMargins({});
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMargins(margins);
    xAxis->grid()->setVisible(false);
    yAxis->grid()->setZeroLinePen(Qt::NoPen);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLengthIn(0);
        axis->setLabelPadding(labelPadding);
        axis->setTickLabelFont(fontFor(TextRole::caption));
        axis->setLabelFont(fontFor(TextRole::caption));
    }
    yAxis->setBasePen(Qt::NoPen);
}

void ThemedPlot::takeColours() {
    const Theme& theme = Theme::current();
    setBackground(theme.panel);
    yAxis->grid()->setPen(QPen(theme.line, 1));
    xAxis->grid()->setPen(QPen(theme.line, 1));
    xAxis->setBasePen(QPen(theme.strongLine, 1));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setTickLabelColor(theme.quietText);
        axis->setLabelColor(theme.quietText);
    }
}

void ThemedPlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        takeColours();
        replot(rpQueuedReplot);
    }
}

void ThemedPlot::showEvent(QShowEvent* event) {
    QCustomPlot::showEvent(event);
    takePixelRatio();
    connect(window()->windowHandle(), &QWindow::screenChanged, this, &ThemedPlot::takePixelRatio, Qt::UniqueConnection);
}

/// The plot itself looks only once, when it is made.
void ThemedPlot::takePixelRatio() {
    setBufferDevicePixelRatio(devicePixelRatioF());
    replot(rpQueuedReplot);
}

} // namespace perceptible
