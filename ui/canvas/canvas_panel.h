#pragma once

#include <QKeySequence>
#include <QWidget>

#include "ui/canvas/drawing_tools.h"

class QAction;
class QActionGroup;
class QHBoxLayout;
class QSlider;

namespace perceptible {

class BoundaryCanvas;
class Laboratory;

/// DECISION BOUNDARY: the canvas, and under it the tools, their settings and the class to draw.
class CanvasPanel : public QWidget {
    Q_OBJECT

public:
    explicit CanvasPanel(Laboratory& laboratory, QWidget* parent = nullptr);

    BoundaryCanvas& canvas() const { return *canvas_; }

    /// Where the plane is as wide as the panel; in less height it is smaller.
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    QHBoxLayout* makeChoices();
    QWidget* makeRadius();
    QWidget* makeDensity();
    QAction* addChoice(QActionGroup* group, const QString& name, const QString& explanation, Qt::Key key);
    void addTool(QHBoxLayout* row, Tool tool, const char* icon, const QString& name, const QString& explanation,
                 Qt::Key key);
    void addClass(QHBoxLayout* row, int label, const QString& name, const QString& explanation, Qt::Key key);
    void addRadiusKey(Qt::Key key, const QString& name, QSlider* slider, int change);
    void chooseTool(Tool tool);
    void drawClassIcons();

    BoundaryCanvas* canvas_;
    QActionGroup* tools_;
    QActionGroup* classes_;
    QWidget* radius_;
    QWidget* density_;
};

} // namespace perceptible
