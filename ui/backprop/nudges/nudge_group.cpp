#include "ui/backprop/nudges/nudge_group.h"

#include "ui/backprop/nudges/nudge_words.h"
#include "ui/panels/form.h"
#include "ui/theme/notation.h"

namespace perceptible {

using Way = Nudge::Way;

NudgeGroup::NudgeGroup(Way way, QWidget& parent)
    : QObject(&parent)
    , way_(way)
    , button_(new QPushButton(&parent))
    , bars_(new NudgeBars(&parent))
    , headings_(new NudgeHeadings(*bars_, &parent)) {
    const QString name = way == Way::bias     ? QStringLiteral("bias")
                         : way == Way::weight ? QStringLiteral("weights")
                                              : QStringLiteral("activations");
    button_->setObjectName(name);
    button_->setFont(fontFor(TextRole::caption));
    button_->setFocusPolicy(Qt::TabFocus);
    bars_->setObjectName(name + QStringLiteral("Bars"));
    connect(button_, &QPushButton::clicked, this, [this] { emit pressed(way_, std::nullopt); });
    connect(bars_, &NudgeBars::pressed, this, [this](int input) { emit pressed(way_, input); });
    connect(bars_, &NudgeBars::inspected, this, [this](std::optional<int> input) { emit inspected(way_, input); });
}

NudgeBar NudgeGroup::bar(const NudgeDesk& desk, int input) const {
    const NudgeWords words(desk);
    const Wishes& wishes = *desk.wishes();
    const UnitPlace unit = desk.unit();
    const auto layer = desk.parameters()[static_cast<std::size_t>(unit.layer - 1)];
    NudgeBar bar{words.nameOf(way_, input), {}, wishes.b, {}, words.explain(way_, input)};
    if (way_ == Way::bias) {
        bar.beside = numberText(layer.b(unit.unit));
    } else if (way_ == Way::weight) {
        bar.wish = wishes.w(input);
        if (desk.over() == NudgeDesk::Over::point) {
            bar.beside = numberText(desk.activations(unit.layer - 1)(input));
        }
    } else {
        bar.wish = wishes.a(input);
        bar.beside = numberText(layer.W(unit.unit, input));
        if (desk.unitsOf(unit.layer) > 1) {
            bar.share = wishes.share(input);
        }
    }
    return bar;
}

void NudgeGroup::show(const NudgeDesk& desk, double scale) {
    const NudgeWords words(desk);
    button_->setText(words.title(way_));
    button_->setEnabled(desk.allows(way_));
    explain(*button_, words.title(way_), words.explanation(way_));
    bars_->setAccessibleName(words.title(way_));
    if (way_ == Way::activation) {
        bars_->setToolTip(desk.unitsOf(desk.unit().layer) > 1
                              ? tr("Thick: what all units of the layer wish together. Thin: this unit's share in it.")
                              : QString());
    }
    std::vector<NudgeBar> bars;
    const int count = way_ == Way::bias ? 1 : desk.unitsOf(desk.unit().layer - 1);
    for (int input = 0; desk.wishes() && input < count; ++input) {
        bars.push_back(bar(desk, input));
    }
    bars_->setBars(std::move(bars), scale);
    headings_->setHeadings(words.besideHeading(way_), words.wishHeading(way_));
}

} // namespace perceptible
