#include "ui/plots/cost_plot.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/panels/number_text.h"
#include "ui/plots/cost_ranges.h"
#include "ui/plots/curve_label.h"
#include "ui/plots/tickers.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kZoomStep = 0.7;

QMargins marginsForLabels() { return {scaled(52), scaled(8), scaled(16), scaled(40)}; }

} // namespace

CostPlot::CostPlot(QWidget* parent)
    : ThemedPlot(marginsForLabels(), kSpacing / 2, parent)
    , train_(addGraph())
    , test_(addGraph())
    , divergence_(*this, QStringLiteral("main"))
    , cursor_(*this, QStringLiteral("overlay")) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setPlottingHints(QCP::phCacheLabels | QCP::phFastPolylines); // jagged curves: 1 ms and not 10
    setUpAxes();
    CostPlot::takeColours();
    fitRanges();
    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &CostPlot::leaveRun);
    connect(this, &QCustomPlot::mouseDoubleClick, this, &CostPlot::followRun);
}

void CostPlot::setUpAxes() {
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);

    xAxis->setLabel(tr("iteration"));
    yAxis->setLabel(tr("cost J"));
    xAxis->setTicker(QSharedPointer<IterationTicker>::create());
    yAxis->setTicker(QSharedPointer<CostTicker>::create(false));
}

void CostPlot::takeColours() {
    ThemedPlot::takeColours();
    const Theme& theme = Theme::current();
    train_->setPen(penOf(Curve::train));
    test_->setPen(penOf(Curve::test));
    divergence_.setColours(theme.warning, theme.warning, theme.panel, theme.panel);
    cursor_.setColours(theme.accent, theme.text, theme.panel, theme.strongLine);
}

void CostPlot::showCosts(const std::vector<CostPoint>& costs, bool diverged) {
    costs_ = costs;
    fitRanges();
    fillGraphs();
    if (diverged && !costs_.empty()) {
        divergence_.show(static_cast<double>(costs_.back().iteration), tr("diverged here"));
    } else {
        divergence_.hide();
    }
    showNearest();
    replot();
}

void CostPlot::setLogarithmic(bool logarithmic) {
    if (logarithmic == isLogarithmic()) {
        return;
    }
    yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    yAxis->setTicker(QSharedPointer<CostTicker>::create(logarithmic));
    fitRanges();
    fillGraphs();
    replot();
}

void CostPlot::followRun() {
    following_ = true;
    fitRanges();
    replot();
}

/// Called when a hand has moved the range.
void CostPlot::leaveRun() {
    following_ = false;
    const QSignalBlocker quiet(xAxis);
    xAxis->setRange(xAxis->range().bounded(0, iterationRange(costs_).upper));
}

void CostPlot::fitRanges() {
    yAxis->setRange(costRange(costs_, isLogarithmic()));
    if (following_) {
        const QSignalBlocker quiet(xAxis);
        xAxis->setRange(iterationRange(costs_));
    }
}

void CostPlot::fillGraphs() {
    // On a logarithmic axis 0 lies infinitely far down: it is drawn on the lower edge. What is not finite is a gap.
    const double lowest = isLogarithmic() ? yAxis->range().lower : -std::numeric_limits<double>::infinity();
    const auto drawable = [lowest](double cost) {
        return std::isfinite(cost) ? std::max(cost, lowest) : std::numeric_limits<double>::quiet_NaN();
    };
    const auto count = static_cast<qsizetype>(costs_.size());
    QVector<QCPGraphData> train(count);
    QVector<QCPGraphData> test(count);
    for (qsizetype i = 0; i < count; ++i) {
        const CostPoint& point = costs_[static_cast<std::size_t>(i)];
        const auto iteration = static_cast<double>(point.iteration);
        train[i] = {iteration, drawable(point.train)};
        test[i] = {iteration, drawable(point.test)};
    }
    train_->data()->set(train, true);
    test_->data()->set(test, true);
}

void CostPlot::showNearest() {
    const bool shown = mouseX_ && !costs_.empty() && axisRect()->rect().contains(*mouseX_, axisRect()->center().y());
    if (!shown) {
        cursor_.hide();
        return;
    }
    const double wanted = xAxis->pixelToCoord(*mouseX_);
    auto after = std::ranges::lower_bound(costs_, wanted, {},
                                          [](const CostPoint& point) { return static_cast<double>(point.iteration); });
    if (after == costs_.end() || (after != costs_.begin() && wanted - static_cast<double>(std::prev(after)->iteration) <
                                                                 static_cast<double>(after->iteration) - wanted)) {
        --after;
    }
    cursor_.show(
        static_cast<double>(after->iteration),
        tr("iteration %1\ntrain J %2\ntest J %3")
            .arg(NumberText::count(after->iteration), NumberText::cost(after->train), NumberText::cost(after->test)));
}

void CostPlot::mouseMoveEvent(QMouseEvent* event) {
    QCustomPlot::mouseMoveEvent(event);
    mouseX_ = event->pos().x();
    showNearest();
    layer(QStringLiteral("overlay"))->replot();
}

void CostPlot::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    mouseX_.reset();
    showNearest();
    layer(QStringLiteral("overlay"))->replot();
}

void CostPlot::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Home:
        followRun();
        break;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        xAxis->scaleRange(event->key() == Qt::Key_Plus ? kZoomStep : 1 / kZoomStep);
        replot();
        break;
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

} // namespace perceptible
