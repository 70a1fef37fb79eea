#include "ui/plots/tickers.h"

#include <algorithm>
#include <cmath>

#include "ui/panels/number_text.h"
#include "ui/plots/axis_steps.h"

namespace perceptible {

QString IterationTicker::getTickLabel(double tick, const QLocale&, QChar, int) { return NumberText::brief(tick); }

QVector<double> IterationTicker::createTickVector(double tickStep, const QCPRange& range) {
    return QCPAxisTicker::createTickVector(std::max(tickStep, 1.0), range); // there is no half iteration
}

QString CostTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    constexpr double smallestPlain = 1e-3;
    if (tick != 0 && std::abs(tick) < smallestPlain) {
        return QLocale().toString(tick, 'e', 0);
    }
    return NumberText::brief(tick);
}

QVector<double> CostTicker::createTickVector(double tickStep, const QCPRange& range) {
    return logarithmic_ ? logarithmicTicks(range.lower, range.upper) : QCPAxisTicker::createTickVector(tickStep, range);
}

} // namespace perceptible
