#pragma once

#include <QFontMetrics>
#include <QStringList>

#include "core/walk/equation.h"

namespace perceptible {

/// "(n[2], n[1]) = 4 × 6": what rows and columns are, and how many.
QString shapeText(const Operand& operand);

/// The numbers of a derivation, to so many significant digits, in one line. Of more terms than `terms` (at least 2) the
/// first ones and the last are written out.
QString numbersText(const Derivation& derivation, int digits, Eigen::Index terms);

/// How an entry of the result comes about, without its value: "dW[2]₁₃ = 1/m · Σᵢ dZ[2]₁ᵢ A[1]₃ᵢ = 1/400 · (…)" and
/// shorter and shorter ways to say it, the last of them the entry's name alone.
QStringList entryLines(const Equation& equation, const Derivation& derivation, Eigen::Index row, Eigen::Index column,
                       int digits);

/// The lines of a text that is broken before its signs where it is wider than `width`; the last one has `end` more to
/// hold.
QStringList brokenText(const QString& text, const QFontMetrics& metrics, int width, int end);

} // namespace perceptible
