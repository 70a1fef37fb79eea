#pragma once

#include <QPainter>
#include <QPainterPath>
#include <QRectF>
#include <QString>

namespace perceptible {

/// Strokes a thin line that can be seen on any colour of the field: it has a halo of the opposite lightness.
void strokeVisibly(QPainter& painter, const QPainterPath& path);

/// The frame of the canvas: rounded, in the accent when the canvas has the focus. What is outside its corners is
/// covered, because a rounded clip would have jagged edges.
void paintFrame(QPainter& painter, const QRectF& frame, bool focused);

/// A quiet sentence in the middle, readable on any field.
void paintInvitation(QPainter& painter, const QRectF& frame, const QString& text);

} // namespace perceptible
