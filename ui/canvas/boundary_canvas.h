#pragma once

#include <QWidget>
#include <optional>

#include "ui/canvas/drawing_tools.h"
#include "ui/canvas/field_layer.h"
#include "ui/canvas/point_layer.h"
#include "ui/canvas/stroke.h"
#include "ui/live/laboratory.h"

namespace perceptible {

/// The input plane: ŷ as a colour field, its 0.5 contour and the examples. One draws on it with the mouse (the right
/// button draws the other class, Shift erases), or with Ctrl+arrows and Enter; under it stand the numbers of the place
/// pointed at.
class BoundaryCanvas : public QWidget {
    Q_OBJECT

public:
    explicit BoundaryCanvas(Laboratory& laboratory, QWidget* parent = nullptr);

    const ToolSettings& toolSettings() const { return settings_; }
    void setToolSettings(const ToolSettings& settings);

    /// Where the plane is in this widget: the largest square above the readout, in the middle. The same from a stroke's
    /// press to its release, whatever becomes of the data meanwhile.
    PlaneMapping mapping() const;
    /// A ring around an example, whatever is pointed at.
    void mark(std::optional<std::size_t> example);
    /// The line under the plane.
    QString readout() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override { return width + readoutHeight(); }

signals:
    void exampleChosen(std::size_t example); ///< by Ctrl and click

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override { mousePressEvent(event); }
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Where the tool is; inside the plane's square.
    struct Pointer {
        QPointF position;
        bool byKeyboard = false;
    };

    int readoutHeight() const;
    std::optional<std::size_t> exampleUnderPointer() const;
    void describe();
    void moveCrosshair(QPointF direction, double step);
    void removeCrosshair();
    bool hasCrosshair() const { return pointer_ && pointer_->byKeyboard; }

    void paintExamples(QPainter& painter, const PlaneMapping& plane);
    void paintPointer(QPainter& painter, const PlaneMapping& plane);
    void paintReadout(QPainter& painter, const QRectF& frame);

    Laboratory& laboratory_;
    ToolSettings settings_;
    Random random_; ///< where in a dab the examples fall
    std::optional<Stroke> stroke_;
    std::optional<Pointer> pointer_;
    std::optional<std::size_t> marked_;
    FieldLayer field_;
    PointLayer points_;
};

} // namespace perceptible
