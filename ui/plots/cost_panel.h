#pragma once

#include <QWidget>

#include "core/live/picture.h"
#include "ui/plots/curve_label.h"

class QToolButton;

namespace perceptible {

class CostPlot;
class Laboratory;

/// The cost curves of the run, with the newest cost and accuracy as their legend.
class CostPanel : public QWidget {
    Q_OBJECT

public:
    explicit CostPanel(Laboratory& laboratory, QWidget* parent = nullptr);

    CostPlot& plot() { return *plot_; }

private:
    QToolButton* scaleButton(const QString& text, const char* segment, bool logarithmic);
    void follow();
    void showNumbers(const Snapshot& snapshot);
    static QString legendOf(Curve curve, const std::optional<Measurement>& measured);

    Laboratory& laboratory_;
    SnapshotPtr shown_;
    CostPlot* plot_;
    CurveLabel* train_;
    CurveLabel* test_;
};

} // namespace perceptible
