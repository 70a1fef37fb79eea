#include "ui/panels/speed_control.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <iterator>

#include "ui/live/laboratory.h"
#include "ui/panels/form.h"
#include "ui/panels/number_text.h"

namespace perceptible {
namespace {

// Steps per second at each notch; one notch more has no limit.
constexpr double kNotches[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};
constexpr int kUnlimited = static_cast<int>(std::size(kNotches));
constexpr int kSliderWidth = 15 * kSpacing;

int notchOf(std::optional<double> speed) {
    if (!speed) {
        return kUnlimited;
    }
    return static_cast<int>(std::ranges::lower_bound(kNotches, *speed) - std::begin(kNotches));
}

void fixWidth(QLabel& label, const QString& widest) {
    label.setFixedWidth(label.fontMetrics().horizontalAdvance(widest) + 1);
}

} // namespace

SpeedControl::SpeedControl(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , laboratory_(laboratory)
    , slider_(new QSlider(Qt::Horizontal, this))
    , name_(new QLabel(tr("Speed"), this))
    , wanted_(new QLabel(this))
    , measured_(captionLabel({}, *this)) {
    slider_->setObjectName(QStringLiteral("speed"));
    slider_->setRange(0, kUnlimited);
    slider_->setPageStep(3); // one power of ten
    slider_->setFixedWidth(kSliderWidth);
    slider_->setFocusPolicy(Qt::TabFocus);
    calmInput(*slider_);
    explain(*slider_, tr("Speed"),
            tr("Steps of gradient descent per second; at the right end as many as this computer can."));
    name_->setProperty("quiet", true);
    name_->setBuddy(slider_);
    fixWidth(*wanted_, tr("%1/s", "steps per second").arg(NumberText::brief(888e3)));
    fixWidth(*measured_, tr("%1 steps/s").arg(NumberText::brief(88.8e3)));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing);
    for (QWidget* part : std::initializer_list<QWidget*>{name_, slider_, wanted_, measured_}) {
        row->addWidget(part);
    }

    connect(slider_, &QSlider::valueChanged, &laboratory_, [this](int notch) {
        laboratory_.setSpeed(notch < kUnlimited ? std::optional(kNotches[notch]) : std::nullopt);
    });
    connect(&laboratory_, &Laboratory::speedChanged, this, &SpeedControl::showWanted);
    connect(&laboratory_, &Laboratory::pictureChanged, this, &SpeedControl::showMeasured);
    connect(&laboratory_, &Laboratory::runningChanged, this, &SpeedControl::showMeasured);
    showWanted();
}

void SpeedControl::setNameVisible(bool visible) {
    name_->setVisible(visible);
    updateGeometry(); // now, not when the event loop comes round
}

void SpeedControl::setMeasuredVisible(bool visible) {
    measured_->setVisible(visible);
    updateGeometry();
}

void SpeedControl::showWanted() {
    const std::optional<double> speed = laboratory_.speed();
    const QSignalBlocker quiet(slider_);
    slider_->setValue(notchOf(speed));
    wanted_->setText(speed ? tr("%1/s", "steps per second").arg(NumberText::brief(*speed)) : tr("max", "speed"));
}

void SpeedControl::showMeasured() {
    const PicturePtr& picture = laboratory_.picture();
    const double speed = picture && laboratory_.isRunning() ? picture->snapshot->stepsPerSecond : 0;
    measured_->setText(speed > 0 ? tr("%1 steps/s").arg(NumberText::brief(speed)) : QString());
}

} // namespace perceptible
