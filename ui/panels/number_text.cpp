#include "ui/panels/number_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/theme/notation.h"

namespace perceptible {

QString NumberText::none() { return QStringLiteral("–"); }

QString NumberText::count(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

QString NumberText::cost(double value) {
    if (!std::isfinite(value)) {
        return std::isnan(value) ? none() : QStringLiteral("∞");
    }
    return numberText(value);
}

QString NumberText::accuracy(double share) {
    double percent = std::round(share * 1000) / 10;
    if (share > 0 && share < 1) { // which must not look like none or all
        percent = std::clamp(percent, 0.1, 99.9);
    }
    return tr("%1 %", "accuracy").arg(QLocale().toString(percent, 'f', share < 1 ? 1 : 0));
}

QString NumberText::brief(double value) {
    struct Unit {
        double size;
        const char* letter;
    };
    static constexpr Unit units[] = {{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}};
    for (const Unit& unit : units) {
        // 999.6 thousand rounds to 1.00 million; beyond 999 trillion a power of ten says more than a letter.
        if (value >= 0.9995 * unit.size && value < 0.9995e15) {
            return QLocale().toString(value / unit.size, 'g', 3) + QLatin1String(unit.letter);
        }
    }
    return QLocale().toString(value, 'g', 3);
}

} // namespace perceptible
