#pragma once

#include <optional>
#include <vector>

#include "core/training/cost_history.h"
#include "ui/plots/plot_mark.h"
#include "ui/plots/themed_plot.h"

namespace perceptible {

/// J against the iteration. It follows the run until the wheel or a drag looks closer at a stretch of it; a double
/// click or Home follows again.
class CostPlot : public ThemedPlot {
    Q_OBJECT

public:
    explicit CostPlot(QWidget* parent = nullptr);

    /// The curve of a run; a run that diverged is marked at its last iteration.
    void showCosts(const std::vector<CostPoint>& costs, bool diverged);
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return yAxis->scaleType() == QCPAxis::stLogarithmic; }
    bool isFollowing() const { return following_; }

public slots:
    void followRun();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void takeColours() override;

private:
    void setUpAxes();
    void fillGraphs();
    void fitRanges();
    void leaveRun();
    void showNearest();

    std::vector<CostPoint> costs_;
    bool following_ = true;
    std::optional<int> mouseX_; ///< while the mouse is over the plot
    QCPGraph* train_;
    QCPGraph* test_;
    PlotMark divergence_;
    PlotMark cursor_; ///< on the overlay, a buffer of its own: moving it draws no curve
};

} // namespace perceptible
