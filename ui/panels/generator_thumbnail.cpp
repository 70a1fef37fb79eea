#include "ui/panels/generator_thumbnail.h"

#include <QPainter>
#include <algorithm>

#include "ui/panels/form.h"
#include "ui/panels/names.h"

namespace perceptible {
namespace {

constexpr int kMostPoints = 180; // more would run into each other at this size
constexpr double kMarker = 2.2;
constexpr double kCorner = 6;
constexpr double kPadding = 3;

} // namespace

GeneratorThumbnail::GeneratorThumbnail(Generator generator, QWidget* parent)
    : QAbstractButton(parent)
    , generator_(generator) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    explain(*this, Names::of(generator), tr("%1: replaces the points by generated ones.").arg(Names::of(generator)));
}

void GeneratorThumbnail::setSettings(const GeneratorSettings& settings) {
    GeneratorSettings own = settings;
    own.generator = generator_;
    own.examples = std::min(own.examples, kMostPoints);
    points_ = generate(own);
    region_ = viewOf(points_);
    update();
}

QSize GeneratorThumbnail::sizeHint() const { return {scaled(8 * kSpacing), scaled(42)}; }

void GeneratorThumbnail::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const bool framed = isChecked() || hasFocus();
    const double width = framed ? 2 : 1;
    painter.setPen(QPen(framed ? theme.accent : underMouse() ? theme.quietText : theme.strongLine, width));
    painter.setBrush(isChecked() ? theme.accentWash : isDown() ? theme.line : theme.panel);
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), kCorner, kCorner);
    paintPoints(painter);
}

void GeneratorThumbnail::paintPoints(QPainter& painter) const {
    const double side = std::min(width(), height()) - 2 * kPadding;
    const QPointF topLeft((width() - side) / 2, (height() - side) / 2);
    const double diameter = scaled(kMarker);
    painter.setPen(Qt::NoPen);
    for (const Example& example : points_.examples()) {
        const QPointF centre = topLeft + side * QPointF((example.x1 - region_.x1Min) / region_.width(),
                                                        (region_.x2Max - example.x2) / region_.height());
        const QRectF marker(centre.x() - diameter / 2, centre.y() - diameter / 2, diameter, diameter);
        painter.setBrush(example.label() == 0 ? Theme::current().class0 : Theme::current().class1);
        example.label() == 0 ? painter.drawEllipse(marker) : painter.drawRect(marker);
    }
}

} // namespace perceptible
