#include "ui/plots/curve_label.h"

#include <QPainter>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kTrainWidth = 2;
constexpr double kTestWidth = 1; // a dashed line of more than one pixel takes ten times as long when it is jagged
constexpr int kSample = 20;
constexpr int kHeight = 16;

} // namespace

QPen penOf(Curve curve) {
    if (curve == Curve::train) {
        return QPen(Theme::current().text, kTrainWidth);
    }
    QPen pen(Theme::current().testCurve, kTestWidth);
    pen.setDashPattern({5, 3});
    return pen;
}

CurveLabel::CurveLabel(Curve curve, QWidget* parent)
    : QWidget(parent)
    , curve_(curve) {
    setFixedHeight(scaled(kHeight));
}

void CurveLabel::reserve(const QString& widest) {
    setMinimumWidth(kSample + kSpacing / 2 + QFontMetrics(fontFor(TextRole::caption)).horizontalAdvance(widest));
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
