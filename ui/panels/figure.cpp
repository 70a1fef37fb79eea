#include "ui/panels/figure.h"

#include <QPainter>
#include <algorithm>

#include "ui/panels/number_text.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kCaptionHeight = 14;
constexpr int kValueHeight = 22;

/// The font's digits may differ in width; each takes the widest one's.
int advanceOf(QChar character, const QFontMetrics& metrics) {
    if (!character.isDigit()) {
        return metrics.horizontalAdvance(character);
    }
    int widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    }
    return widest;
}

int tabularWidth(const QString& text, const QFontMetrics& metrics) {
    int width = 0;
    for (const QChar character : text) {
        width += advanceOf(character, metrics);
    }
    return width;
}

} // namespace

Figure::Figure(const QString& caption, const QString& widest, QWidget* parent)
    : QLabel(parent)
    , caption_(caption) {
    const QFontMetrics value(fontFor(TextRole::figure));
    const QFontMetrics name(fontFor(TextRole::caption));
    // Fixed, so that a new number lays nothing out anew.
    setFixedSize(std::max(tabularWidth(widest, value), name.horizontalAdvance(caption)) + 1,
                 scaled(kValueHeight) + scaled(kCaptionHeight));
    setValue(NumberText::none());
}

void Figure::setValue(const QString& value) {
    if (value != text()) {
        setText(value);
        setAccessibleName(tr("%1: %2", "name and value").arg(caption_, value));
    }
}

void Figure::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::figure));
    painter.setPen(theme.text);
    const QFontMetrics metrics = painter.fontMetrics();
    int x = width() - tabularWidth(text(), metrics);
    for (const QChar character : text()) {
        const int cell = advanceOf(character, metrics);
        painter.drawText(QRect(x, 0, cell, scaled(kValueHeight)), Qt::AlignCenter | Qt::TextDontClip, character);
        x += cell;
    }
    painter.setFont(fontFor(TextRole::caption));
    painter.setPen(theme.quietText);
    painter.drawText(QRect(0, scaled(kValueHeight), width(), scaled(kCaptionHeight)), Qt::AlignRight | Qt::AlignVCenter,
                     caption_);
}

} // namespace perceptible
