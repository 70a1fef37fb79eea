#include "ui/backprop/check/network_check_row.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <cmath>

#include "ui/backprop/check/gradient_comparison.h"
#include "ui/backprop/check/parameter_name.h"
#include "ui/panels/form.h"
#include "ui/panels/number_text.h"
#include "ui/theme/notation.h"

namespace perceptible {
namespace {

constexpr int kProgressSteps = 1000;

QPushButton* button(const char* name, const QString& text, const QString& explanation, QWidget* parent) {
    auto* const result = new QPushButton(text, parent);
    result->setObjectName(QString::fromLatin1(name));
    result->setFocusPolicy(Qt::TabFocus);
    explain(*result, text, explanation);
    return result;
}

QString markOf(const Agreement& agreement) {
    return agreement.passes(kToleratedError) ? QStringLiteral("✓") : QStringLiteral("✗");
}

/// "✓ 3e−11", or "–" where nothing was compared.
QString layerText(const Agreement& layer) {
    return layer.compared == 0 ? NumberText::none()
                               : markOf(layer) + QLatin1Char(' ') + shortNumberText(layer.relativeError);
}

} // namespace

NetworkCheckRow::NetworkCheckRow(QWidget* parent)
    : QWidget(parent)
    , start_(button("checkAll", tr("Check all parameters"),
                    tr("Compares backprop's gradient of every parameter with its difference quotient, ε = 1e−5."),
                    this))
    , stop_(button("stopCheck", tr("Stop checking"), tr("Ends the check at once."), this))
    , worst_(button("worst", {}, {}, this))
    , verdict_(new QLabel(this))
    , compared_(captionLabel({}, *this))
    , layers_(captionLabel({}, *this))
    , progress_(new QProgressBar(this))
    , found_(new QWidget(this))
    , grid_(new QGridLayout(this)) {
    verdict_->setObjectName(QStringLiteral("verdict"));
    compared_->setObjectName(QStringLiteral("compared"));
    layers_->setObjectName(QStringLiteral("layerErrors"));
    for (QLabel* label : {verdict_, compared_, layers_}) {
        label->setWordWrap(true);
    }
    progress_->setTextVisible(false);
    progress_->setRange(0, kProgressSteps);
    progress_->setAccessibleName(tr("Progress of the check"));

    const int width = std::max(start_->sizeHint().width(), stop_->sizeHint().width());
    auto* const found = new QVBoxLayout(found_);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(0);
    found->addWidget(verdict_);
    found->addWidget(progress_);
    found->addWidget(compared_);
    found->addStretch();
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(2 * kSpacing);
    grid_->setVerticalSpacing(kSpacing / 4);
    for (QPushButton* pressed : {start_, stop_}) { // one of them at a time
        pressed->setMinimumWidth(width);
        grid_->addWidget(pressed, 0, 0, Qt::AlignTop);
    }
    grid_->addWidget(worst_, 0, 2, Qt::AlignTop);
    grid_->addWidget(layers_, 2, 0, 1, 3);
    grid_->setColumnStretch(1, 1);
    setNarrow(false);

    connect(start_, &QPushButton::clicked, this, &NetworkCheckRow::startClicked);
    connect(stop_, &QPushButton::clicked, this, &NetworkCheckRow::stopClicked);
    connect(worst_, &QPushButton::clicked, this, [this] { emit worstClicked(worstParameter_); });
    showUnchecked(0);
}

void NetworkCheckRow::setNarrow(bool narrow) {
    grid_->removeWidget(found_);
    if (narrow) {
        grid_->addWidget(found_, 1, 0, 1, 3);
    } else {
        grid_->addWidget(found_, 0, 1);
    }
}

void NetworkCheckRow::showUnchecked(Eigen::Index parameters) {
    setRunning(false);
    say(tr("Not checked yet"),
        tr("%1 parameters; each takes two to six evaluations of J.").arg(NumberText::count(parameters)), {},
        Tone::plain);
}

void NetworkCheckRow::showProgress(Eigen::Index done, Eigen::Index parameters) {
    setRunning(true);
    progress_->setValue(static_cast<int>(done * kProgressSteps / std::max<Eigen::Index>(parameters, 1)));
    say(tr("Checking…"), tr("%1 of %2 parameters").arg(NumberText::count(done), NumberText::count(parameters)), {},
        Tone::plain);
}

void NetworkCheckRow::showStopped(Eigen::Index done, Eigen::Index parameters) {
    setRunning(false);
    say(tr("Stopped: no verdict"),
        tr("%1 of %2 parameters were checked.").arg(NumberText::count(done), NumberText::count(parameters)), {},
        Tone::plain);
}

void NetworkCheckRow::showResult(const GradientCheck& check, const std::vector<int>& units) {
    setRunning(false);
    const bool passed = check.passes(kToleratedError);
    const QString error = shortNumberText(check.relativeError);
    const QString verdict = !std::isfinite(check.relativeError) ? tr("Failed: not every number is finite")
                            : !passed                           ? tr("Failed: relative error %1 > 1e−7").arg(error)
                            : check.relativeError <= kToleratedError
                                ? tr("Passed: relative error %1 ≤ 1e−7").arg(error)
                                : tr("Passed: g and ĝ differ by no more than rounding");
    const QString compared =
        check.atKinks == 0 ? tr("All %1 parameters compared.").arg(NumberText::count(check.compared))
                           : tr("%1 parameters compared; %2 left out, whose ĝ straddles a kink of a ReLU or of |w|.")
                                 .arg(NumberText::count(check.compared), NumberText::count(check.atKinks));
    QStringList layers;
    for (std::size_t l = 1; l <= check.layers.size(); ++l) {
        layers << QStringLiteral("%1: %2")
                      .arg(QString::number(l), layerText(check.layers[l - 1]))
                      .replace(QLatin1Char(' '), QChar::Nbsp);
    }
    QString unchecked;
    for (const int l : check.uncheckedLayers()) {
        unchecked += tr("; layer %1 not checked").arg(l);
    }
    say(markOf(check) + QLatin1Char(' ') + verdict + unchecked, compared,
        tr("Layer by layer:   %1").arg(layers.join(QStringLiteral("   "))), passed ? Tone::strong : Tone::warning);

    worst_->setVisible(check.compared > 0);
    worstParameter_ = check.worst.index;
    worst_->setText(tr("Worst: %1").arg(nameOf(placeOf(units, check.worst.index))));
    explain(*worst_, worst_->text(),
            tr("Of all parameters, g and ĝ are farthest apart here: g = %1, ĝ = %2. Press to look at it.")
                .arg(preciseText(check.worst.backward), preciseText(check.worst.numeric)));
}

void NetworkCheckRow::say(const QString& verdict, const QString& compared, const QString& layers, Tone tone) {
    verdict_->setText(verdict);
    compared_->setText(compared);
    layers_->setText(layers);
    setTone(*verdict_, tone);
}

void NetworkCheckRow::setRunning(bool running) {
    const bool hadFocus = start_->hasFocus() || stop_->hasFocus();
    start_->setVisible(!running);
    stop_->setVisible(running);
    progress_->setVisible(running);
    worst_->setVisible(false);
    if (hadFocus) { // the key that started it stops it
        (running ? stop_ : start_)->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace perceptible
