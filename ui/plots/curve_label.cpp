#include "ui/plots/curve_label.h"

#include <QPainter>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kPenWidth = 1.5; // seen from the back row, and half as slow to draw as 2
constexpr int kSample = 20;
constexpr int kHeight = 16;

} // namespace

QPen penOf(Curve curve) {
    if (curve == Curve::train) {
        return QPen(Theme::current().text, kPenWidth);
    }
    QPen pen(Theme::current().testCurve, kPenWidth);
    pen.setDashPattern({4, 2});
    return pen;
}

CurveLabel::CurveLabel(Curve curve, QWidget* parent)
    : QWidget(parent)
    , curve_(curve) {
    setFixedHeight(kHeight);
}

void CurveLabel::setText(const QString& text) {
    if (text != text_) {
        text_ = text;
        setAccessibleName(text);
        update();
    }
}

void CurveLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(penOf(curve_));
    painter.drawLine(QLineF(0, height() / 2.0, kSample, height() / 2.0));
    painter.setPen(Theme::current().text);
    painter.setFont(fontFor(TextRole::caption));
    painter.drawText(rect().adjusted(kSample + kSpacing / 2, 0, 0, 0), Qt::AlignVCenter, text_);
}

} // namespace perceptible
