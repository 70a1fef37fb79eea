#include "ui/backprop/nudges/nudge_words.h"

#include <QLocale>
#include <cmath>

#include "ui/theme/notation.h"

namespace perceptible {
namespace {

using Way = Nudge::Way;

/// "dz[2]₁"
QString inLayer(const char* name, UnitPlace place) {
    return QStringLiteral("%1[%2]%3").arg(QLatin1String(name), QString::number(place.layer), subscript(place.unit + 1));
}

/// −0 is 0.
QString number(double value) { return numberText(value == 0 ? 0 : value); }

/// "0.3100 · 0.8200 = 0.2542", factors of less than zero in brackets.
QString worked(double dz, double factor, double product) {
    const QString text = number(factor);
    return QStringLiteral("%1 · %2 = %3")
        .arg(number(dz), factor < 0 ? QStringLiteral("(%1)").arg(text) : text, number(product));
}

} // namespace

QString NudgeWords::nameOf(Way way, int input) const {
    if (way == Way::bias) {
        return QStringLiteral("b");
    }
    const QString letter = way == Way::weight        ? QStringLiteral("w")
                           : desk_.unit().layer == 1 ? QStringLiteral("x")
                                                     : QStringLiteral("a");
    return letter + subscript(input + 1);
}

QString NudgeWords::beforeName(int input) const {
    const int layer = desk_.unit().layer - 1;
    return layer == 0 ? nameOf(Way::activation, input) : inLayer("a", {layer, input});
}

QString NudgeWords::title(Way way) const {
    const bool isFirst = desk_.unit().layer == 1;
    switch (way) {
    case Way::bias:
        return !desk_.wishes() || desk_.wishes()->b == 0 ? QStringLiteral("b")
               : desk_.wishes()->b > 0                   ? tr("↑ Increase b")
                                                         : tr("↓ Decrease b");
    case Way::weight:
        return isFirst ? tr("Change wᵢ in proportion to xᵢ") : tr("Change wᵢ in proportion to aᵢ");
    case Way::activation:
        return isFirst ? tr("Change xᵢ in proportion to wᵢ") : tr("Change aᵢ in proportion to wᵢ");
    }
    return {};
}

QString NudgeWords::besideHeading(Way way) const {
    switch (way) {
    case Way::bias:
        return {};
    case Way::weight:
        return desk_.over() == NudgeDesk::Over::all ? QString()
               : desk_.unit().layer == 1            ? QStringLiteral("xᵢ")
                                                    : QStringLiteral("aᵢ");
    case Way::activation:
        return QStringLiteral("wᵢ");
    }
    return {};
}

QString NudgeWords::wishHeading(Way way) const {
    const UnitPlace unit = desk_.unit();
    const bool all = desk_.over() == NudgeDesk::Over::all;
    switch (way) {
    case Way::bias:
        return all ? QStringLiteral("−") + inLayer("db", unit) : QStringLiteral("−∂ℒ/∂b");
    case Way::weight:
        return all ? QStringLiteral("−%1,ᵢ").arg(inLayer("dW", unit)) : QStringLiteral("−∂ℒ/∂wᵢ");
    case Way::activation:
        return unit.layer == 1 ? QStringLiteral("−∂ℒ/∂xᵢ") : tr("−∂ℒ/∂aᵢ, to layer %1").arg(unit.layer - 1);
    }
    return {};
}

QString NudgeWords::explanation(Way way) const {
    switch (way) {
    case Way::bias:
        return tr("Nudges the bias b of this unit in the direction of −∂ℒ/∂b = −dz.");
    case Way::weight:
        return tr("Nudges all weights wᵢ of this unit together, each in proportion to its aᵢ: −∂ℒ/∂wᵢ = −dz · aᵢ.");
    case Way::activation:
        break;
    }
    if (desk_.unit().layer == 1) {
        return tr("The input is given with the point: it isn't ours to change.");
    }
    if (desk_.over() == NudgeDesk::Over::all) {
        return tr("Each point has its own activations; only W and b, which all points share, can follow an average.");
    }
    return tr("Nudges all activations aᵢ of the layer before together, each in proportion to its wᵢ; where the layer "
              "has several units, to what all of them wish together: −∂ℒ/∂aᵢ.");
}

QString NudgeWords::product(int input) const {
    const UnitPlace unit = desk_.unit();
    const double w = desk_.parameters()[static_cast<std::size_t>(unit.layer - 1)].W(unit.unit, input);
    const Wishes& wishes = *desk_.wishes();
    return QStringLiteral("−%1 · %2 = %3")
        .arg(inLayer("dz", unit), nameOf(Way::weight, input), worked(wishes.b, w, wishes.share(input)));
}

QString NudgeWords::formula(Way way, int input) const {
    const UnitPlace unit = desk_.unit();
    const Wishes& wishes = *desk_.wishes();
    const QString name = way == Way::activation ? beforeName(input) : nameOf(way, input);
    const QString wish = QStringLiteral("−∂ℒ/∂%1 = ").arg(name);
    switch (way) {
    case Way::bias:
        return wish + QStringLiteral("−%1 = %2").arg(inLayer("dz", unit), number(wishes.b));
    case Way::weight:
        return wish + QStringLiteral("−%1 · %2 = %3")
                          .arg(inLayer("dz", unit), beforeName(input),
                               worked(wishes.b, desk_.activations(unit.layer - 1)(input), wishes.w(input)));
    case Way::activation:
        return wish + (desk_.unitsOf(unit.layer) == 1
                           ? product(input)
                           : QStringLiteral("−Σₖ dz[%1]ₖ · w[%1]ₖ,%2 = %3")
                                 .arg(QString::number(unit.layer), subscript(input + 1), number(wishes.a(input))));
    }
    return {};
}

QString NudgeWords::averageFormula(Way way, int input) const {
    const UnitPlace unit = desk_.unit();
    const Wishes& wishes = *desk_.wishes();
    const QString dz = inLayer("dz", unit);
    switch (way) {
    case Way::bias:
        return QStringLiteral("(1/m) Σ (−%1) = −%2 = %3").arg(dz, inLayer("db", unit), number(wishes.b));
    case Way::weight:
        return QStringLiteral("(1/m) Σ (−%1 · %2) = −%3,%4 = %5")
            .arg(dz, beforeName(input), inLayer("dW", unit), subscript(input + 1), number(wishes.w(input)));
    case Way::activation:
        return QStringLiteral("(1/m) Σ (−∂ℒ/∂%1) = %2").arg(beforeName(input), number(wishes.a(input)));
    }
    return {};
}

QString NudgeWords::explain(Way way, int input) const {
    const Wishes& wishes = *desk_.wishes();
    const bool all = desk_.over() == NudgeDesk::Over::all;
    const QString line = all ? averageFormula(way, input) : formula(way, input);
    const QString name = nameOf(way, input);
    if (way == Way::activation && desk_.unit().layer == 1) {
        return tr("%1. But %2 is the input: it isn't ours to change.").arg(line, name);
    }
    if (way == Way::activation && all) {
        return tr("%1. Each point has its own %2: only W and b, which all points share, can follow an average.")
            .arg(line, name);
    }
    const double wish = way == Way::bias ? wishes.b : way == Way::weight ? wishes.w(input) : wishes.a(input);
    const QString sentence = (wish > 0   ? tr("%1: increase %2")
                              : wish < 0 ? tr("%1: decrease %2")
                                         : tr("%1: leave %2 as it is"))
                                 .arg(line, name);
    return way == Way::activation && desk_.unitsOf(desk_.unit().layer) > 1
               ? tr("%1. This unit's share in it: %2").arg(sentence, product(input))
               : sentence;
}

QString NudgeWords::lastNudge() const {
    const NudgeDesk::LastNudge& last = *desk_.lastNudge();
    const bool all = desk_.over() == NudgeDesk::Over::all;
    const QString loss = all ? QStringLiteral("(1/m) Σ ℒ") : QStringLiteral("ℒ");
    const QString change =
        last.nudge.input || last.nudge.way == Way::bias
            ? QStringLiteral("%1: %2 → %3")
                  .arg(nameOf(last.nudge.way, last.nudge.input.value_or(0)), number(last.before), number(last.after))
        : last.nudge.way == Way::weight ? tr("All wᵢ nudged together")
                                        : tr("All aᵢ nudged together");
    if (!last.isKnown) {
        return tr("%1. Averaging over all points …").arg(change);
    }
    const double by = last.lossAfter - last.lossBefore;
    const QString effect =
        QStringLiteral("%1: %2 → %3 (%4)").arg(loss, number(last.lossBefore), number(last.lossAfter), difference(by));
    return by > 0 ? tr("%1. %2 It rose: even this step was too large for how the loss bends here.").arg(change, effect)
                  : tr("%1. %2", "a nudge and what it did").arg(change, effect);
}

QString NudgeWords::state() const {
    const QString m = QLocale().toString(static_cast<qlonglong>(desk_.m()));
    if (!desk_.wishes()) {
        return tr("Averaging what %1 points wish …").arg(m);
    }
    const UnitPlace unit = desk_.unit();
    if (desk_.inputReached()) {
        return tr("The wish has arrived at the input: %1 belongs to the point and isn't ours to change. What can "
                  "follow "
                  "the wishes are W and b on the way.")
            .arg(nameOf(Way::activation, *desk_.inputReached()));
    }
    if (desk_.over() == NudgeDesk::Over::all) {
        return tr("Each bar is the average of what all m = %1 points of the mini-batch wish: exactly −dW[%2] and "
                  "−db[%2], "
                  "the gradient of the mean loss.")
            .arg(m, QString::number(unit.layer));
    }
    if (desk_.wishes()->b == 0) {
        return tr("%1 = 0: this point wishes nothing of the unit, and the unit hands nothing on.")
            .arg(inLayer("dz", unit));
    }
    return tr("A click adds a small part of the wish, at most a tenth, to a copy of the network. The training is not "
              "touched.");
}

QString NudgeWords::unit(UnitPlace unit) { return tr("layer %1 unit %2").arg(unit.layer).arg(unit.unit + 1); }

QString NudgeWords::difference(double by) {
    return by > 0 ? QLatin1Char('+') + number(by) : number(by); // numberText() has the minus
}

Eigen::Index NudgeWords::ownClass() const {
    Eigen::Index own = 0;
    desk_.targets().maxCoeff(&own);
    return own;
}

QString NudgeWords::ofOwnClass(const QString& name) const {
    return desk_.targets().size() > 1 ? name + subscript(static_cast<int>(ownClass()) + 1) : name;
}

} // namespace perceptible
