#pragma once

#include <QPushButton>

#include "ui/backprop/nudges/nudge_bars.h"
#include "ui/backprop/nudges/nudge_desk.h"
#include "ui/backprop/nudges/nudge_headings.h"

namespace perceptible {

/// One of the three ways: a button that nudges all of them together, and a bar for each. The page places them.
class NudgeGroup : public QObject {
    Q_OBJECT

public:
    NudgeGroup(Nudge::Way way, QWidget& parent);

    /// `scale`: what the longest bars stand for.
    void show(const NudgeDesk& desk, double scale);
    Nudge::Way way() const { return way_; }
    QPushButton& button() { return *button_; }
    NudgeHeadings& headings() { return *headings_; }
    NudgeBars& bars() { return *bars_; }

signals:
    void inspected(Nudge::Way way, std::optional<int> input);
    void pressed(Nudge::Way way, std::optional<int> input);

private:
    NudgeBar bar(const NudgeDesk& desk, int input) const;

    Nudge::Way way_;
    QPushButton* button_;
    NudgeBars* bars_;
    NudgeHeadings* headings_;
};

} // namespace perceptible
