#include "ui/backprop/equation/entry_text.h"

#include <algorithm>
#include <cmath>

#include "ui/theme/notation.h"

namespace perceptible {

namespace {

constexpr int kMostSignificant = 7; ///< of a float

/// "1.2e-05" → "1.2e−5".
QString tidy(QString text) {
    text.replace(QLatin1String("e-0"), QLatin1String("e-")).replace(QLatin1String("e+0"), QLatin1String("e"));
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString notFiniteText(double value) { return std::isnan(value) ? QStringLiteral("NaN") : numberText(value); }

} // namespace

QString entryText(double value, int decimals) {
    if (!std::isfinite(value)) {
        return notFiniteText(value);
    }
    const double size = std::abs(value);
    const bool plain = value == 0 || (size >= 0.5 * std::pow(10, -decimals) && size < 10000);
    return tidy(plain ? QString::number(value, 'f', decimals) : QString::number(value, 'e', std::min(decimals, 2) - 1));
}

QString significantText(double value, int digits) {
    return std::isfinite(value) ? tidy(QString::number(value, 'g', std::min(digits, kMostSignificant)))
                                : notFiniteText(value);
}

} // namespace perceptible
