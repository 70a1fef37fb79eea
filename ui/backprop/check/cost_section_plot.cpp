#include "ui/backprop/check/cost_section_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kPointSize = 7;

QMargins marginsForLabels() { return {scaled(72), scaled(6), scaled(8), scaled(18)}; }

/// Differences of J, which have no digits to spare.
class DifferenceTicker : public QCPAxisTicker {
public:
    DifferenceTicker() { setTickCount(3); }

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return shortNumberText(tick); }
};

} // namespace

QPen penOf(Slope slope) {
    QPen pen(slope == Slope::tangent ? Theme::current().accent : Theme::current().text, 2);
    if (slope == Slope::chord) {
        pen.setDashPattern({2, 2});
    }
    return pen;
}

CostSectionPlot::CostSectionPlot(QWidget* parent)
    : ThemedPlot(marginsForLabels(), kSpacing / 4, parent)
    , curve_(addGraph())
    , tangent_(addGraph())
    , chord_(addGraph())
    , points_(addGraph()) {
    setAccessibleName(tr("J against w, with tangent and chord"));
    points_->setLineStyle(QCPGraph::lsNone);
    const auto places = QSharedPointer<QCPAxisTickerText>::create();
    places->setTicks({-1, 0, 1}, {QStringLiteral("w−ε"), QStringLiteral("w"), QStringLiteral("w+ε")});
    xAxis->setTicker(places);
    xAxis->grid()->setVisible(true);
    xAxis->setRange(-CostSection::kReach, CostSection::kReach);
    yAxis->setTicker(QSharedPointer<DifferenceTicker>::create());
    CostSectionPlot::takeColours();
    redraw();
}

void CostSectionPlot::takeColours() {
    ThemedPlot::takeColours();
    const Theme& theme = Theme::current();
    curve_->setPen(QPen(theme.quietText, 1));
    tangent_->setPen(penOf(Slope::tangent));
    chord_->setPen(penOf(Slope::chord));
    points_->setScatterStyle({QCPScatterStyle::ssDisc, theme.text, theme.text, kPointSize});
}

void CostSectionPlot::showSection(const CostSection& section) {
    section_ = section;
    redraw();
}

void CostSectionPlot::clear() {
    section_ = {};
    section_.costs.fill(std::numeric_limits<double>::quiet_NaN());
    redraw();
}

void CostSectionPlot::setTangentTakenOff(bool takenOff) {
    tangentTakenOff_ = takenOff;
    redraw();
}

/// The horizontal axis counts in ε from w.
void CostSectionPlot::redraw() {
    const double g = section_.checked.backward * section_.epsilon; // J gained by the tangent over one ε
    const auto height = [&](double x, double cost) {
        const double y = cost - section_.costs[1] - (tangentTakenOff_ ? g * x : 0);
        return std::isfinite(y) ? y : std::numeric_limits<double>::quiet_NaN();
    };
    curve_->data()->clear();
    for (int point = 0; point < static_cast<int>(section_.curve.size()); ++point) {
        const double x = CostSection::offset(point);
        curve_->addData(x, height(x, section_.curve[static_cast<std::size_t>(point)]));
    }
    const QVector<double> ends{-CostSection::kReach, CostSection::kReach};
    const double slope = tangentTakenOff_ ? 0 : g;
    if (std::isfinite(section_.costs[1])) {
        tangent_->setData(ends, {slope * ends.first(), slope * ends.last()}, true);
    } else {
        tangent_->data()->clear(); // nothing is known yet
    }
    const QVector<double> heights{height(-1, section_.costs[0]), height(0, section_.costs[1]),
                                  height(1, section_.costs[2])};
    chord_->setData({-1, 1}, {heights.first(), heights.last()}, true);
    points_->setData({-1, 0, 1}, heights, true);
    sayCosts();
    yAxis->setLabel(tangentTakenOff_ ? tr("J − tangent") : QStringLiteral("J − J(w)"));
    fitCosts();
    replot(rpQueuedReplot);
}

/// The three values with all their digits, to check the chord by hand.
void CostSectionPlot::sayCosts() {
    const auto digits = [](double cost) {
        return std::isfinite(cost) ? QString::number(cost, 'g', std::numeric_limits<double>::max_digits10)
                                   : shortNumberText(cost);
    };
    const auto& [below, here, above] = section_.costs;
    setToolTip(
        std::isnan(here)
            ? QString()
            : QStringLiteral("J(w−ε) = %1\nJ(w) = %2\nJ(w+ε) = %3").arg(digits(below), digits(here), digits(above)));
    setAccessibleDescription(toolTip());
}

/// To J, not to a tangent that may be far too steep.
void CostSectionPlot::fitCosts() {
    constexpr double air = 0.12;
    double low = 0;
    double high = 0;
    for (const QCPGraph* graph : {curve_, points_}) {
        for (const QCPGraphData& point : *graph->data()) {
            if (std::isfinite(point.value)) {
                low = std::min(low, point.value);
                high = std::max(high, point.value);
            }
        }
    }
    // Where J is flat, a few units of its last digit.
    const double least = 2 * std::numeric_limits<double>::epsilon() *
                         (std::isfinite(section_.costs[1]) ? 1 + std::abs(section_.costs[1]) : 1);
    const double reach = std::max(high - low, least);
    const double spare = (reach - (high - low)) / 2 + air * reach;
    yAxis->setRange(low - spare, high + spare);
}

} // namespace perceptible
