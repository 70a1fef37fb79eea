#include "ui/backprop/nudges/nudge_results.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/backprop/nudges/nudge_words.h"
#include "ui/panels/form.h"
#include "ui/panels/number_text.h"
#include "ui/theme/notation.h"

namespace perceptible {
namespace {

/// "ℒ 0.5936 → 0.4927 (−0.1009)", or one number as long as nothing is nudged.
QString change(const QString& name, double before, double after, bool isNudged) {
    return isNudged ? QStringLiteral("%1  %2 → %3  (%4)")
                          .arg(name, numberText(before), numberText(after), NudgeWords::difference(after - before))
                    : QStringLiteral("%1  %2").arg(name, numberText(after));
}

} // namespace

NudgeResults::NudgeResults(QWidget* parent)
    : QWidget(parent)
    , unit_(captionLabel({}, *this))
    , yHat_(new QLabel(this))
    , loss_(new QLabel(this)) {
    yHat_->setObjectName(QStringLiteral("yHat"));
    loss_->setObjectName(QStringLiteral("loss"));
    // Reserved, so that the first nudge moves nothing.
    loss_->setMinimumWidth(
        QFontMetrics(fontFor(TextRole::body)).horizontalAdvance(QStringLiteral("ℒ  0.8888 → 0.8888  (−8.88e−08)")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpacing / 2, kSpacing / 2, 0, 0);
    column->setSpacing(kSpacing / 4);
    for (QLabel* label : {unit_, yHat_, loss_}) {
        column->addWidget(label);
    }
    column->addStretch(1);
}

void NudgeResults::show(const NudgeDesk& desk) {
    if (desk.over() == NudgeDesk::Over::all) {
        showAverage(desk);
    } else {
        showPoint(desk);
    }
}

void NudgeResults::showPoint(const NudgeDesk& desk) {
    const UnitPlace unit = desk.unit();
    const LayerCache<double>& cache = desk.pass().caches.layers[static_cast<std::size_t>(unit.layer - 1)];
    const NudgeWords words(desk);
    const bool isNudged = desk.nudges() > 0;
    const Eigen::Index own = words.ownClass();
    unit_->setText(QStringLiteral("z = %1,  a = %2,  %3 = %4")
                       .arg(numberText(cache.Z(unit.unit, 0)), numberText(cache.A(unit.unit, 0)),
                            words.ofOwnClass(QStringLiteral("y")), shortNumberText(desk.targets()(own))));
    yHat_->setText(change(words.ofOwnClass(QStringLiteral("ŷ")), desk.trained().yHat()(own, 0),
                          desk.pass().yHat()(own, 0), isNudged));
    loss_->setText(change(QStringLiteral("ℒ"), desk.trained().loss, desk.pass().loss, isNudged));
}

void NudgeResults::showAverage(const NudgeDesk& desk) {
    unit_->setText(QStringLiteral("m = %1").arg(NumberText::count(desk.m())));
    yHat_->clear();
    const QString mean = QStringLiteral("(1/m) Σ ℒ"); // J, but for a penalty
    loss_->setText(desk.averages()
                       ? change(mean, desk.averages()->trained.cost, desk.averages()->nudged.cost, desk.nudges() > 0)
                       : mean + QStringLiteral("  …"));
}

} // namespace perceptible
