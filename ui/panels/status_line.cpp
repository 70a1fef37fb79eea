#include "ui/panels/status_line.h"

#include <QPainter>

#include "ui/live/laboratory.h"
#include "ui/theme/theme.h"

namespace perceptible {

StatusLine::StatusLine(Laboratory& laboratory, QWidget* parent)
    : ElidedLabel(parent) {
    setAccessibleName(tr("Status"));
    setFixedHeight(scaled(4 * kSpacing));
    setContentsMargins(2 * kSpacing, 0, 2 * kSpacing, 0);
    connect(&laboratory, &Laboratory::said, this, &StatusLine::show);
    connect(&laboratory, &Laboratory::dataChanged, this, [this, &laboratory] {
        if (warning_) { // what it warned of may be gone
            showWhatToDo(laboratory);
        }
    });
    showWhatToDo(laboratory);
}

void StatusLine::showWhatToDo(const Laboratory& laboratory) {
    show(laboratory.isRunning()
             ? tr("Training. Draw with the brush and the network follows.")
             : tr("Press Play (Space) and watch the boundary move. Draw on the plane whenever you like."),
         false);
}

void StatusLine::show(const QString& sentence, bool warning) {
    warning_ = warning;
    setText(sentence);
    setAccessibleDescription(sentence);
    update();
}

QColor StatusLine::ink() const { return warning_ ? Theme::current().warning : Theme::current().text; }

void StatusLine::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().panel);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::current().line);
    painter.end();
    ElidedLabel::paintEvent(event);
}

} // namespace perceptible
