#include "ui/data_column.h"

#include <QEvent>
#include <algorithm>

#include "ui/canvas/canvas_panel.h"
#include "ui/plots/cost_panel.h"

namespace perceptible {
namespace {

QSize stacked(QSize above, QSize below) {
    return {std::max(above.width(), below.width()), above.height() + below.height()};
}

} // namespace

DataColumn::DataColumn(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , canvas_(new CanvasPanel(laboratory, this))
    , cost_(new CostPanel(laboratory, this)) {}

QSize DataColumn::sizeHint() const { return stacked(canvas_->sizeHint(), cost_->sizeHint()); }

QSize DataColumn::minimumSizeHint() const { return stacked(canvas_->minimumSizeHint(), cost_->minimumSizeHint()); }

bool DataColumn::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) { // a part needs another size
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

void DataColumn::resizeEvent(QResizeEvent*) { place(); }

void DataColumn::place() {
    const int canvasHeight = std::min(canvas_->heightForWidth(width()), height() - cost_->minimumSizeHint().height());
    canvas_->setGeometry(0, 0, width(), canvasHeight);
    cost_->setGeometry(0, canvasHeight, width(), height() - canvasHeight);
}

} // namespace perceptible
