#pragma once

#include <QWidget>
#include <optional>

#include "ui/backprop/check/gradient_comparison.h"

class QBoxLayout;
class QLabel;
class QSlider;

namespace perceptible {

class CostSectionPlot;
class ErrorPlot;
class NamedNumber;

/// The gradient of one parameter by backprop and by difference: both numbers and what they say about each other, J with
/// tangent and chord, and the relative error against the ε of the slider below it.
class SlopeComparison : public QWidget {
    Q_OBJECT

public:
    explicit SlopeComparison(QWidget* parent = nullptr);

    double epsilon() const;
    void showSection(const CostSection& section);
    void showErrors(const ErrorCurve& curve);
    /// The errors shown are those of another gradient, until others are shown.
    void outdateErrors();
    void clearSection();
    void clearErrors();
    /// In a narrow place the numbers take two rows.
    void setNarrow(bool narrow);

signals:
    void epsilonChanged(double epsilon);

private:
    QLayout* numbers();
    QLayout* viewSwitch();
    QLayout* epsilonRow();
    void takeEpsilon();
    void showFinding();
    QString findingText() const;

    std::optional<Finding> finding_;
    std::optional<bool> isRightSomewhere_;

    NamedNumber* tangent_;
    NamedNumber* chord_;
    NamedNumber* error_;
    NamedNumber* epsilonNumber_;
    QBoxLayout* numbers_;
    QLabel* findingLabel_;
    CostSectionPlot* sectionPlot_;
    ErrorPlot* errorPlot_;
    QSlider* epsilon_;
};

} // namespace perceptible
