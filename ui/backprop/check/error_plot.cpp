#include "ui/backprop/check/error_plot.h"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kLowestError = 1e-13;
constexpr double kHighestError = 10;
constexpr double kPointSize = 7;

/// "1e−07", and "1" for 1.
QString powerText(double power) {
    return power == 1 ? QStringLiteral("1") : QString::number(power, 'e', 0).replace(QLatin1Char('-'), QChar(0x2212));
}

/// What is drawn for an error: on the lower edge where it is 0, nowhere where it is no number.
double drawable(double error) { return std::isfinite(error) ? std::max(error, kLowestError) : error; }

} // namespace

int ErrorPlot::leftMargin() { return scaled(60); }
int ErrorPlot::rightMargin() { return scaled(12); }

ErrorPlot::ErrorPlot(QWidget* parent)
    : ThemedPlot({leftMargin(), scaled(6), rightMargin(), scaled(18)}, kSpacing / 4, parent)
    , errors_(addGraph())
    , mark_(new QCPItemTracer(this))
    , line_(new QCPItemStraightLine(this))
    , tolerated_(new QCPItemStraightLine(this)) {
    mark_->setStyle(QCPItemTracer::tsCircle);
    mark_->setSize(kPointSize);
    mark_->setClipToAxisRect(false); // whole at the ends of the axis too
    mark_->setVisible(false);
    const auto epsilons = QSharedPointer<QCPAxisTickerText>::create();
    for (const double epsilon : {1e-12, 1e-6, 1.0}) {
        epsilons->addTick(epsilon, powerText(epsilon));
    }
    const auto errors = QSharedPointer<QCPAxisTickerText>::create();
    for (const double error : {1e-12, kToleratedError, 1e-3, 1.0}) {
        errors->addTick(error, powerText(error));
    }
    xAxis->setTicker(epsilons);
    yAxis->setTicker(errors);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setScaleType(QCPAxis::stLogarithmic);
    }
    xAxis->setRange(epsilonAt(0), epsilonAt(kEpsilons - 1));
    yAxis->setRange(kLowestError, kHighestError);
    yAxis->setLabel(tr("error"));
    tolerated_->point1->setCoords(epsilonAt(0), kToleratedError);
    tolerated_->point2->setCoords(1, kToleratedError);
    ErrorPlot::takeColours();
    placeMark();
}

void ErrorPlot::takeColours() {
    ThemedPlot::takeColours();
    const Theme& theme = Theme::current();
    errors_->setPen(QPen(theme.text, 1));
    mark_->setPen(theme.accent);
    mark_->setBrush(theme.accent);
    line_->setPen(QPen(theme.accent, 1));
    tolerated_->setPen(QPen(theme.quietText, 1, Qt::DashLine));
}

void ErrorPlot::showErrors(const ErrorCurve& curve) {
    errors_->data()->clear();
    for (int place = 0; place < kEpsilons; ++place) {
        errors_->addData(epsilonAt(place), drawable(curve.errors[static_cast<std::size_t>(place)]));
    }
    placeMark();
}

void ErrorPlot::clear() {
    errors_->data()->clear();
    placeMark();
}

void ErrorPlot::markEpsilon(double epsilon) {
    epsilon_ = epsilon;
    placeMark();
}

void ErrorPlot::placeMark() {
    line_->point1->setCoords(epsilon_, kLowestError);
    line_->point2->setCoords(epsilon_, kHighestError);
    const double error = errors_->data()->isEmpty() ? std::numeric_limits<double>::quiet_NaN()
                                                    : errors_->data()->at(placeOfEpsilon(epsilon_))->value;
    mark_->setVisible(std::isfinite(error));
    if (std::isfinite(error)) {
        mark_->position->setCoords(epsilon_, error);
    }
    replot(rpQueuedReplot);
}

void ErrorPlot::mousePressEvent(QMouseEvent* event) {
    QCustomPlot::mousePressEvent(event);
    mouseMoveEvent(event);
}

void ErrorPlot::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        emit epsilonClicked(epsilonAt(placeOfEpsilon(xAxis->pixelToCoord(event->position().x()))));
    }
}

} // namespace perceptible
