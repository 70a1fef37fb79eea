#include "ui/panels/status_line.h"

#include <QPainter>

#include "ui/live/laboratory.h"
#include "ui/theme/theme.h"

namespace perceptible {

StatusLine::StatusLine(Laboratory& laboratory, QWidget* parent)
    : QLabel(parent) {
    setAccessibleName(tr("Status"));
    setFixedHeight(4 * kSpacing);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&laboratory, &Laboratory::said, this, &StatusLine::show);
    show(laboratory.isRunning()
             ? tr("Training. Draw with the brush and the network follows.")
             : tr("Press Play (Space) and watch the boundary move. Draw on the plane whenever you like."),
         false);
}

void StatusLine::show(const QString& sentence, bool warning) {
    warning_ = warning;
    setText(sentence);
    setToolTip(sentence); // whole, also where the line has to be cut
    setAccessibleDescription(sentence);
    update();
}

void StatusLine::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
    const QRect area = rect().adjusted(2 * kSpacing, 0, -2 * kSpacing, 0);
    painter.setPen(warning_ ? theme.warning : theme.text);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
}

} // namespace perceptible
