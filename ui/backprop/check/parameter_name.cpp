#include "ui/backprop/check/parameter_name.h"

#include <cmath>

#include "ui/theme/notation.h"

namespace perceptible {

QString nameOf(const ParameterPlace& place) {
    const QString row = subscript(place.row + 1);
    if (place.isBias) {
        return QStringLiteral("b[%1]%2").arg(QString::number(place.layer), row);
    }
    const QString column = subscript(place.column + 1);
    const QString between = row.size() + column.size() > 2 ? QStringLiteral(",") : QString();
    return QStringLiteral("W[%1]%2%3%4").arg(QString::number(place.layer), row, between, column);
}

QString preciseText(double value) {
    constexpr int digits = 9;
    return std::isfinite(value) ? QString::number(value, 'g', digits).replace(QLatin1Char('-'), QChar(0x2212))
                                : numberText(value);
}

} // namespace perceptible
