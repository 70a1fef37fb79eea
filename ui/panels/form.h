#pragma once

#include <QString>

#include "ui/theme/theme.h"

class QLabel;
class QVBoxLayout;
class QWidget;

namespace perceptible {

inline int panelWidth() { return scaled(31 * kSpacing); } ///< of the left column
inline int fieldWidth() { return scaled(13 * kSpacing); }
inline int rowHeight() { return scaled(20) + 6; } ///< of a field: text, padding and lines as the style sheet has them

/// The padding and row distance every panel of the left column shares.
QVBoxLayout* panelColumn(QWidget& panel);

/// The air between rows: it gives way before the left column scrolls.
void addGap(QVBoxLayout& column, int height);
void addPart(QVBoxLayout& column, QWidget& part); ///< after the gap between rows
inline constexpr int kLeastRowGap = 1;
inline constexpr int kRowGap = kSpacing / 2 - kLeastRowGap; ///< added to it while there is room

QLabel* headingLabel(const QString& text, QWidget& parent);
QLabel* captionLabel(const QString& text, QWidget& parent);

/// `name` on the left, the field on the right in the common width; both are explained by the same sentence.
void addRow(QVBoxLayout& column, const QString& name, QWidget& field, const QString& explanation);

/// Name and explanation for the eye, the mouse and the screen reader.
void explain(QWidget& control, const QString& name, const QString& explanation);

/// A field changes by the wheel only while it has the focus, so that a wheel over a panel never changes a number by
/// accident; and Return, which commits what was typed, gives the keyboard back to the shortcuts.
void calmInput(QWidget& field);

} // namespace perceptible
