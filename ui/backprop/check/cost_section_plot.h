#pragma once

#include "ui/backprop/check/gradient_comparison.h"
#include "ui/plots/themed_plot.h"

namespace perceptible {

/// How the two slopes are drawn, in the plot and beside their numbers.
enum class Slope { tangent, chord };
QPen penOf(Slope slope);

/// J against one parameter around w − ε, w and w + ε, with the tangent that backward's g is and the chord that ĝ is.
/// With the tangent taken off, what is left of J shows how it bends and, for a tiny ε, the stairs of its last digits.
class CostSectionPlot : public ThemedPlot {
    Q_OBJECT

public:
    explicit CostSectionPlot(QWidget* parent = nullptr);

    void showSection(const CostSection& section);
    void clear();
    void setTangentTakenOff(bool takenOff);

protected:
    void takeColours() override;

private:
    void sayCosts();
    void redraw();
    void fitCosts();

    CostSection section_;
    bool tangentTakenOff_ = false;
    QCPGraph* curve_;
    QCPGraph* tangent_;
    QCPGraph* chord_;
    QCPGraph* points_;
};

} // namespace perceptible
