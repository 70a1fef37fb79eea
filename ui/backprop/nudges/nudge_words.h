#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/backprop/nudges/nudge_desk.h"

namespace perceptible {

/// The Nudges page in words and in the lecture's notation. Where wishes are spoken of, the desk has them.
class NudgeWords {
    Q_DECLARE_TR_FUNCTIONS(NudgeWords)

public:
    explicit NudgeWords(const NudgeDesk& desk)
        : desk_(desk) {}

    QString nameOf(Nudge::Way way, int input) const; ///< "b", "w₃", "a₃" or "x₃"
    /// The slide's words: the direction of b, or what is in proportion to what.
    QString title(Nudge::Way way) const;
    QString explanation(Nudge::Way way) const;   ///< of the button with the title
    QString besideHeading(Nudge::Way way) const; ///< "aᵢ": what stands beside the bars
    QString wishHeading(Nudge::Way way) const;   ///< "−∂ℒ/∂wᵢ": what the bars are
    /// "−∂ℒ/∂w₃ = −dz[2]₁ · a[1]₃ = 0.3100 · 0.8200 = 0.2542: increase w₃"
    QString explain(Nudge::Way way, int input) const;
    QString lastNudge() const; ///< what it did; the desk has one
    QString state() const;     ///< when no bar is looked at

    static QString unit(UnitPlace unit);  ///< "layer 2 unit 1"
    static QString difference(double by); ///< "+0.0587"
    Eigen::Index ownClass() const;        ///< which output the point's class has; 0 if there is one only
    /// "ŷ", or of several classes "ŷ₂".
    QString ofOwnClass(const QString& name) const;

private:
    QString formula(Nudge::Way way, int input) const;
    QString averageFormula(Nudge::Way way, int input) const;
    QString product(int input) const; ///< this unit's share, −dz_j w_i
    QString beforeName(int input) const;

    const NudgeDesk& desk_;
};

} // namespace perceptible
