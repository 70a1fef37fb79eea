#include "ui/backprop/nudges/nudge_bars.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kRow = 20, kLargeRow = 27;
constexpr int kGap = kSpacing / 2;
constexpr double kThick = 8, kLargeThick = 12, kThin = 2; // heights of the bars
constexpr int kShortestBar = 4 * kSpacing;

bool isDirection(const QKeyEvent& key) { return key.key() == Qt::Key_Up || key.key() == Qt::Key_Down; }

/// "↑" more, "↓" less.
QString arrowOf(double wish) { return wish > 0 ? QStringLiteral("↑") : wish < 0 ? QStringLiteral("↓") : QString(); }

/// No wish at all has no sign.
QString textOf(double wish) { return numberText(wish == 0 ? 0 : wish); }

} // namespace

NudgeBars::NudgeBars(QWidget* parent)
    : QWidget(parent) {
    setFont(fontFor(TextRole::caption));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NudgeBars::setBars(std::vector<NudgeBar> bars, double scale) {
    bars_ = std::move(bars);
    scale_ = scale;
    if (current_ && *current_ >= static_cast<int>(bars_.size())) {
        inspect(std::nullopt);
    }
    setAccessibleDescription(current_ ? bars_[static_cast<std::size_t>(*current_)].description : QString());
    measure();
    updateGeometry();
    update();
}

void NudgeBars::setLarge(bool large) {
    if (large != isLarge_) {
        isLarge_ = large;
        setFont(fontFor(large ? TextRole::body : TextRole::caption));
        measure();
        updateGeometry();
        update();
    }
}

int NudgeBars::rowHeight() const { return scaled(isLarge_ ? kLargeRow : kRow); }

QRectF NudgeBars::areaOf(int bar) const {
    const QRect row = rowOf(bar);
    return {QPointF(besideColumn().right() + kGap, row.top()), QPointF(wishColumn().left() - kGap, row.bottom() + 1)};
}

double NudgeBars::reach() const { return areaOf(0).width() / 2; }

void NudgeBars::compareWith(NudgeBars& other) {
    compared_ = &other;
    other.compared_ = this;
}

void NudgeBars::resizeEvent(QResizeEvent*) {
    if (compared_) {
        compared_->update();
    }
}

void NudgeBars::measure() {
    const QFontMetrics metrics(font());
    nameWidth_ = besideWidth_ = wishWidth_ = 0;
    for (const NudgeBar& bar : bars_) {
        nameWidth_ = std::max(nameWidth_, metrics.horizontalAdvance(bar.name));
        besideWidth_ = std::max(besideWidth_, metrics.horizontalAdvance(bar.beside));
        wishWidth_ = std::max(wishWidth_, metrics.horizontalAdvance(QStringLiteral("↓ ") + textOf(bar.wish)));
    }
}

QSize NudgeBars::sizeHint() const { return minimumSizeHint() + QSize(scaled(kShortestBar), 0); }

QSize NudgeBars::minimumSizeHint() const {
    return {nameWidth_ + besideWidth_ + wishWidth_ + scaled(kShortestBar) + 4 * kGap,
            rowHeight() * static_cast<int>(bars_.size())};
}

QRect NudgeBars::rowOf(int bar) const { return {0, bar * rowHeight(), width(), rowHeight()}; }

QRect NudgeBars::besideColumn() const { return {2 * kGap + nameWidth_, 0, besideWidth_, rowHeight()}; }

QRect NudgeBars::wishColumn() const { return {width() - kGap - wishWidth_, 0, wishWidth_, rowHeight()}; }

std::optional<int> NudgeBars::barAt(QPointF point) const {
    const int bar = static_cast<int>(std::floor(point.y() / rowHeight()));
    return rect().contains(point.toPoint()) && bar < static_cast<int>(bars_.size()) ? std::optional(bar) : std::nullopt;
}

void NudgeBars::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setFont(font());
    for (int bar = 0; bar < static_cast<int>(bars_.size()); ++bar) {
        if (rowOf(bar).intersects(event->rect())) {
            paintRow(painter, bar);
        }
    }
}

void NudgeBars::paintRow(QPainter& painter, int index) const {
    const Theme& theme = Theme::current();
    const NudgeBar& bar = bars_[static_cast<std::size_t>(index)];
    const QRect row = rowOf(index);
    if (current_ == index) {
        painter.fillRect(row, theme.ground);
    }
    if (current_ == index && hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRect(row.adjusted(0, 0, -1, -1));
    }
    const QRect beside = besideColumn().translated(0, row.top());
    const QRect wish = wishColumn().translated(0, row.top());
    painter.setPen(theme.text);
    painter.drawText(row.adjusted(kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, bar.name);
    painter.drawText(wish, Qt::AlignLeft | Qt::AlignVCenter, arrowOf(bar.wish));
    painter.drawText(wish, Qt::AlignRight | Qt::AlignVCenter, textOf(bar.wish));
    painter.setPen(theme.quietText);
    painter.drawText(beside, Qt::AlignRight | Qt::AlignVCenter, bar.beside);

    const QRectF area = areaOf(index);
    const double thick = isLarge_ ? kLargeThick : kThick;
    paintBar(painter, bar.share ? area.adjusted(0, 0, 0, -2 * kThin) : area, bar.wish, thick);
    if (bar.share) {
        paintBar(painter, area.adjusted(0, thick + kThin, 0, 0), *bar.share, kThin);
    }
    painter.fillRect(QRectF(std::round(area.center().x()), area.top(), 1, area.height()), theme.strongLine);
}

void NudgeBars::paintBar(QPainter& painter, const QRectF& area, double value, double height) const {
    if (!(scale_ > 0) || !std::isfinite(value) || value == 0) {
        return;
    }
    const double zero = std::round(area.center().x());
    const double full = compared_ ? std::min(reach(), compared_->reach()) : reach();
    const double length = std::max(1.0, std::round(std::min(std::abs(value) / scale_, 1.0) * full));
    const QRectF bar(value > 0 ? zero : zero - length, std::round(area.center().y() - height / 2), length, height);
    painter.fillRect(bar, value > 0 ? Theme::current().class1 : Theme::current().class0);
}

void NudgeBars::inspect(std::optional<int> bar) {
    if (bar != current_) {
        current_ = bar;
        setAccessibleDescription(bar ? bars_[static_cast<std::size_t>(*bar)].description : QString());
        emit inspected(bar);
        update();
    }
}

void NudgeBars::walkTo(int bar) {
    inspect(std::clamp(bar, 0, static_cast<int>(bars_.size()) - 1));
    emit needsToBeSeen(rowOf(*current_));
}

bool NudgeBars::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isDirection(*static_cast<QKeyEvent*>(event))) {
        event->accept(); // the key is the bars'
        return true;
    }
    return QWidget::event(event);
}

void NudgeBars::mouseMoveEvent(QMouseEvent* event) { inspect(barAt(event->position())); }

void NudgeBars::leaveEvent(QEvent*) { inspect(std::nullopt); }

void NudgeBars::mousePressEvent(QMouseEvent* event) {
    const auto bar = barAt(event->position());
    if (event->button() == Qt::LeftButton && bar) {
        inspect(bar);
        emit pressed(*bar);
    }
}

void NudgeBars::keyPressEvent(QKeyEvent* event) {
    if (bars_.empty() || event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        walkTo(current_.value_or(1) - 1);
        return;
    case Qt::Key_Down:
        walkTo(current_.value_or(-1) + 1);
        return;
    case Qt::Key_Home:
        walkTo(0);
        return;
    case Qt::Key_End:
        walkTo(static_cast<int>(bars_.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_) {
            emit pressed(*current_);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void NudgeBars::focusInEvent(QFocusEvent* event) {
    // Who came by the keyboard sees where the keyboard is.
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !current_ && !bars_.empty()) {
        walkTo(0);
    }
    QWidget::focusInEvent(event);
    update();
}

void NudgeBars::focusOutEvent(QFocusEvent* event) {
    inspect(std::nullopt);
    QWidget::focusOutEvent(event);
    update();
}

} // namespace perceptible
