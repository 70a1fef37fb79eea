#include "ui/panels/ladder_spin_box.h"

#include <QLocale>
#include <cmath>

namespace perceptible {
namespace {

constexpr double kSame = 1e-9; // relative: a rung that was rounded to the shown decimals is still that rung

double decadeOf(double value) { return std::pow(10, std::floor(std::log10(value * (1 + kSame)))); }

} // namespace

LadderSpinBox::LadderSpinBox(std::vector<double> rungs, int decimals, QWidget* parent)
    : QDoubleSpinBox(parent)
    , rungs_(std::move(rungs)) {
    setDecimals(decimals);
    setGroupSeparatorShown(true);
}

void LadderSpinBox::allowNone(const QStringList& names, double first) {
    setMinimum(0);
    setSpecialValueText(names.front());
    namesOfNone_ = names;
    first_ = first;
}

double LadderSpinBox::rungAbove(double value) const {
    const double decade = decadeOf(value);
    for (const double rung : rungs_) {
        if (rung * decade > value * (1 + kSame)) {
            return rung * decade;
        }
    }
    return 10 * decade;
}

double LadderSpinBox::rungBelow(double value) const {
    const double decade = decadeOf(value);
    for (auto rung = rungs_.rbegin(); rung != rungs_.rend(); ++rung) {
        if (*rung * decade < value * (1 - kSame)) {
            return *rung * decade;
        }
    }
    return rungs_.back() * decade / 10;
}

void LadderSpinBox::stepBy(int steps) {
    double next = value();
    const bool hasNone = !specialValueText().isEmpty();
    for (int i = 0; i < std::abs(steps); ++i) {
        if (next <= 0) {
            next = steps > 0 ? first_ : 0;
        } else {
            next = steps > 0 ? rungAbove(next) : rungBelow(next);
        }
        if (hasNone && next < 1) {
            next = 0;
        }
    }
    setValue(next);
    selectAll();
}

QString LadderSpinBox::textFromValue(double value) const {
    return locale().toString(value, 'f', QLocale::FloatingPointShortest);
}

} // namespace perceptible
