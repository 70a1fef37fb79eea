#include "ui/canvas/readout.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "core/live/probe.h"
#include "core/network/activation.h"
#include "core/network/cost.h"
#include "ui/live/laboratory.h"
#include "ui/theme/notation.h"

namespace perceptible {
namespace {

/// The decimals that tell apart what lies 10^−figures of the view's width from each other.
int decimals(const Region& region, int figures) {
    return static_cast<int>(std::clamp(figures - std::floor(std::log10(region.width())), 0.0, 9.0));
}

QString withRealMinus(QString text) { return text.replace(QLatin1Char('-'), QChar(0x2212)); }

/// About a thousandth of the view apart: 2 decimals when it is 12 wide.
QString coordinate(double x, const Region& region) {
    return withRealMinus(QString::number(x, 'f', decimals(region, 3)));
}

/// An end of the view, with as few decimals as tell it from the other: −6, 1001.16.
QString end(double x, const Region& region) {
    const double scale = std::pow(10, decimals(region, 2));
    const double rounded = std::round(x * scale) / scale;
    return withRealMinus(QLocale::c().toString(rounded == 0 ? 0 : rounded, 'f', QLocale::FloatingPointShortest));
}

/// The network at one place, or nothing when the picture is older than the data.
std::optional<float> logitAt(const Laboratory& laboratory, PlanePoint place) {
    const PicturePtr& picture = laboratory.picture();
    if (!picture || picture->snapshot->data != laboratory.data()) {
        return std::nullopt;
    }
    return outputLogit(*picture->snapshot, place.x1, place.x2);
}

float sigmoid(float z) {
    Matrix<float> a = Matrix<float>::Constant(1, 1, z);
    activate<float>(Activation::sigmoid, 0, a, a);
    return a(0, 0);
}

float lossAt(float z, int label) {
    const Matrix<float> logit = Matrix<float>::Constant(1, 1, z);
    const Matrix<float> y = Matrix<float>::Constant(1, 1, static_cast<float>(label));
    Matrix<float> loss(1, 1);
    lossOf<float>(Task::binary, logit, y, loss);
    return loss(0, 0);
}

} // namespace

QString Readout::ofRegion(const Region& region) {
    return tr("x₁ → %1 … %2   x₂ ↑ %3 … %4")
        .arg(end(region.x1Min, region), end(region.x1Max, region), end(region.x2Min, region),
             end(region.x2Max, region));
}

QString Readout::ofPlace(const Laboratory& laboratory, PlanePoint place) {
    const QString x1 = coordinate(place.x1, laboratory.region());
    const QString x2 = coordinate(place.x2, laboratory.region());
    if (const auto z = logitAt(laboratory, place)) {
        return tr("x₁ %1   x₂ %2   ŷ %3").arg(x1, x2, numberText(sigmoid(*z)));
    }
    return tr("x₁ %1   x₂ %2").arg(x1, x2);
}

QString Readout::ofExample(const Laboratory& laboratory, std::size_t example) {
    const Example& e = laboratory.data()->examples()[example];
    const QString x1 = coordinate(e.x1, laboratory.region());
    const QString x2 = coordinate(e.x2, laboratory.region());
    const bool test = e.role == Role::test;
    const auto z = logitAt(laboratory, placeOf(e));
    if (!z) {
        return (test ? tr("x₁ %1   x₂ %2   y = %3 (test)") : tr("x₁ %1   x₂ %2   y = %3 (train)"))
            .arg(x1, x2)
            .arg(e.label());
    }
    return (test ? tr("x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (test)")
                 : tr("x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (train)"))
        .arg(x1, x2, numberText(sigmoid(*z)), numberText(lossAt(*z, e.label())))
        .arg(e.label());
}

QString Readout::ofData(const DataSet& data) {
    if (data.empty()) {
        return tr("An empty plane to draw points on. Ctrl with the arrow keys moves a crosshair, Enter draws there.");
    }
    const auto ones = std::ranges::count(data.examples(), 1, &Example::label);
    const auto zeros = static_cast<std::ptrdiff_t>(data.size()) - ones;
    return tr("Points of class 0: %L1, of class 1: %L2, of both for testing: %L3. The background is the network's "
              "output ŷ, the line is where ŷ = 0.5. Ctrl with the arrow keys moves a crosshair, Enter draws there.")
        .arg(static_cast<qlonglong>(zeros))
        .arg(static_cast<qlonglong>(ones))
        .arg(static_cast<qulonglong>(data.count(Role::test)));
}

} // namespace perceptible
