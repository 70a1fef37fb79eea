#pragma once

#include "ui/backprop/check/gradient_comparison.h"
#include "ui/plots/themed_plot.h"

namespace perceptible {

/// The relative error of ĝ against ε, both logarithmic, with the ε in use marked and the tolerated error as a line:
/// from the right J bends less and less, from the left rounding drowns the difference.
class ErrorPlot : public ThemedPlot {
    Q_OBJECT

public:
    explicit ErrorPlot(QWidget* parent = nullptr);

    void showErrors(const ErrorCurve& curve);
    void clear();
    void markEpsilon(double epsilon);

    static int leftMargin();
    static int rightMargin();

signals:
    void epsilonClicked(double epsilon);

protected:
    void takeColours() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void placeMark();

    double epsilon_ = kUsualEpsilon;
    QCPGraph* errors_;
    QCPItemTracer* mark_;
    QCPItemStraightLine* line_;
    QCPItemStraightLine* tolerated_;
};

} // namespace perceptible
