#include "ui/backprop/nudges/nudge_headings.h"

#include <QPainter>

#include "ui/backprop/nudges/nudge_bars.h"
#include "ui/theme/theme.h"

namespace perceptible {

NudgeHeadings::NudgeHeadings(const NudgeBars& bars, QWidget* parent)
    : QWidget(parent)
    , bars_(bars) {
    setFont(fontFor(TextRole::caption));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NudgeHeadings::setHeadings(const QString& beside, const QString& wish) {
    beside_ = beside;
    wish_ = wish;
    update();
}

QSize NudgeHeadings::minimumSizeHint() const { return {0, QFontMetrics(font()).lineSpacing()}; }

void NudgeHeadings::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(Theme::current().quietText);
    const QPoint left = mapFromGlobal(bars_.mapToGlobal(QPoint(0, 0))); // a scroll bar may have made them narrower
    const QRect beside = bars_.besideColumn().translated(left.x(), 0);
    const QRect wish = bars_.wishColumn().translated(left.x(), 0);
    painter.drawText(QRect(beside.left(), 0, beside.width(), height()), Qt::AlignRight | Qt::AlignVCenter, beside_);
    painter.drawText(QRect(beside.right(), 0, wish.right() - beside.right(), height()),
                     Qt::AlignRight | Qt::AlignVCenter, wish_);
}

} // namespace perceptible
