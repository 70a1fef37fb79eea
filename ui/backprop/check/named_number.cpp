#include "ui/backprop/check/named_number.h"

#include <QPainter>
#include <algorithm>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kSample = 20;
constexpr int kNameHeight = 15;
constexpr int kValueHeight = 18;

QFont valueFont() {
    QFont font = fontFor(TextRole::body);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

NamedNumber::NamedNumber(const QString& name, const QString& explanation, const QString& widest,
                         std::optional<Slope> line, QWidget* parent)
    : QWidget(parent)
    , name_(name)
    , widest_(widest)
    , line_(line) {
    setToolTip(explanation);
    setAccessibleDescription(explanation);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setValue({});
}

void NamedNumber::setValue(const QString& value) {
    value_ = value;
    setAccessibleName(tr("%1: %2", "name and value").arg(name_, value));
    update();
}

QSize NamedNumber::sizeHint() const {
    const int name = QFontMetrics(fontFor(TextRole::caption)).horizontalAdvance(name_);
    const int sample = line_ ? kSample + kSpacing / 2 : 0;
    const int value = QFontMetrics(valueFont()).horizontalAdvance(widest_);
    return {std::max(sample + name, value), scaled(kNameHeight) + scaled(kValueHeight)};
}

void NamedNumber::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    QRect name(0, 0, width(), scaled(kNameHeight));
    if (line_) {
        painter.setPen(penOf(*line_));
        painter.drawLine(QPoint(0, name.center().y() + 1), QPoint(kSample, name.center().y() + 1));
        name.setLeft(kSample + kSpacing / 2);
    }
    painter.setFont(fontFor(TextRole::caption));
    painter.setPen(theme.quietText);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, name_);
    painter.setFont(valueFont());
    painter.setPen(theme.text);
    painter.drawText(QRect(0, scaled(kNameHeight), width(), scaled(kValueHeight)), Qt::AlignLeft | Qt::AlignVCenter,
                     value_);
}

} // namespace perceptible
