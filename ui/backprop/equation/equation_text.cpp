#include "ui/backprop/equation/equation_text.h"

#include <QRegularExpression>
#include <algorithm>

#include "ui/backprop/equation/entry_text.h"

namespace perceptible {

namespace {

constexpr Eigen::Index kTermsWrittenOut = 6;
constexpr int kMostDigits = 7;

QString axisText(const Axis& axis) {
    switch (axis.of) {
    case Axis::Of::units:
        return QStringLiteral("n[%1]").arg(axis.layer);
    case Axis::Of::examples:
        return QStringLiteral("m");
    case Axis::Of::one:
        break;
    }
    return QStringLiteral("1");
}

/// m, a hyperparameter or what is made of some (1 − β₁ᵗ), without trailing zeros.
QString plainText(double value) {
    return QString::number(value, 'g', kMostDigits).replace(QLatin1Char('-'), QChar(0x2212));
}

/// After an operator a negative number stands in brackets, if it doesn't already.
QString pieceText(const Piece& piece, int digits, const QString& before) {
    if (!piece.number) {
        return QString::fromStdString(piece.text);
    }
    const QString number = piece.cell ? significantText(*piece.number, digits) : plainText(*piece.number);
    const bool isBare = before.isEmpty() || before.endsWith(QLatin1Char('('));
    return *piece.number < 0 && !isBare ? QStringLiteral("(%1)").arg(number) : number;
}

void append(const std::vector<Piece>& pieces, int digits, QString& text) {
    for (const Piece& piece : pieces) {
        text += pieceText(piece, digits, text);
    }
}

/// How many of `count` terms to write out: all of a few, else fewer and fewer until the line fits.
std::vector<Eigen::Index> termsToTry(Eigen::Index count) {
    std::vector<Eigen::Index> result{std::min(count, kTermsWrittenOut)};
    for (const Eigen::Index fewer : {3, 2}) {
        if (fewer < result.back()) {
            result.push_back(fewer);
        }
    }
    return result;
}

} // namespace

QString shapeText(const Operand& operand) {
    return QStringLiteral("(%1, %2) = %3 × %4")
        .arg(axisText(operand.rows), axisText(operand.columns))
        .arg(operand.rows.count)
        .arg(operand.columns.count);
}

QString numbersText(const Derivation& derivation, int digits, Eigen::Index terms) {
    QString text;
    append(derivation.before, digits, text);
    const Eigen::Index count = derivation.terms;
    for (Eigen::Index i = 0; i < count; ++i) {
        text += i > 0 ? QStringLiteral(" + ") : QString();
        if (i > 0 && i + 1 == terms && terms < count) {
            text += QStringLiteral("… + ");
            i = count - 1;
        }
        append(derivation.term(i), digits, text);
    }
    append(derivation.after, digits, text);
    return text;
}

QStringList entryLines(const Equation& equation, const Derivation& derivation, Eigen::Index row, Eigen::Index column,
                       int digits) {
    const QString name = QString::fromStdString(equation.result().entry(row, column));
    if (derivation.symbolic.empty()) {
        return {name};
    }
    const bool assigns = equation.signs[1].find(":=") != std::string::npos;
    const QString equals = assigns ? QStringLiteral(" := ") : QStringLiteral(" = ");
    const QString letters = equals + QString::fromStdString(derivation.symbolic) + QStringLiteral(" = ");
    QStringList lines;
    for (const QString& beginning : {letters, equals}) {
        for (const Eigen::Index terms : termsToTry(derivation.terms)) {
            lines << name + beginning + numbersText(derivation, digits, terms);
        }
    }
    return lines << name;
}

QStringList brokenText(const QString& text, const QFontMetrics& metrics, int width, int end) {
    static const QRegularExpression beforeSign(QStringLiteral(" (?=(\\+|=|:=) )"));
    const QStringList parts = text.split(beforeSign);
    QStringList lines{parts.first()};
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QString longer = lines.last() + QLatin1Char(' ') + parts[i];
        const int room = width - (i + 1 == parts.size() ? end : 0);
        if (metrics.horizontalAdvance(longer) <= room) {
            lines.last() = longer;
        } else {
            lines << parts[i];
        }
    }
    const bool holdsEnd = metrics.horizontalAdvance(lines.last()) + end <= width;
    return holdsEnd ? lines : lines << QString();
}

} // namespace perceptible
