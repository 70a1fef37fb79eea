#include "ui/canvas/canvas_painting.h"

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kCornerRadius = 6;
constexpr float kVeil = 0.8F; // opacity of what lies under text
constexpr float kHalo = 0.7F; // opacity of the light edges of a thin line

QColor translucentPanel(float opacity) {
    QColor colour = Theme::current().panel;
    colour.setAlphaF(opacity);
    return colour;
}

} // namespace

void strokeVisibly(QPainter& painter, const QPainterPath& path) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(translucentPanel(kHalo), 3));
    painter.strokePath(path, QPen(Theme::current().text, 1));
}

void paintFrame(QPainter& painter, const QRectF& frame, bool focused) {
    const Theme& theme = Theme::current();
    QPainterPath corners; // odd-even: the square without the rounded square
    corners.addRect(frame);
    corners.addRoundedRect(frame, kCornerRadius, kCornerRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(corners, theme.panel);

    const double width = focused ? 2 : 1;
    const double inset = width / 2;
    painter.setPen(QPen(focused ? theme.accent : theme.strongLine, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), kCornerRadius - inset, kCornerRadius - inset);
}

void paintInvitation(QPainter& painter, const QRectF& frame, const QString& text) {
    constexpr int margin = kSpacing;
    constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
    painter.setFont(fontFor(TextRole::body));
    const QRectF room = frame.adjusted(2 * margin, 2 * margin, -2 * margin, -2 * margin);
    const QRectF place = painter.boundingRect(room, flags, text);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(translucentPanel(kVeil));
    painter.drawRoundedRect(place.adjusted(-margin, -margin, margin, margin), kCornerRadius, kCornerRadius);
    painter.setPen(Theme::current().quietText);
    painter.drawText(place, flags, text);
}

} // namespace perceptible
