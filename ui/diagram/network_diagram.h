#pragma once

#include <QWidget>

#include "ui/diagram/diagram_scene.h"

namespace perceptible {

class Laboratory;

/// The network as it learns: every unit a live heat map of its activation over the plane, every weight a line. Hover
/// explains with true numbers, click pins, Ctrl and the arrow keys walk from unit to unit, Escape leaves.
class NetworkDiagram : public QWidget {
    Q_OBJECT

public:
    explicit NetworkDiagram(Laboratory& laboratory, QWidget* parent = nullptr);
    explicit NetworkDiagram(QWidget* parent = nullptr);

    void showPicture(PicturePtr picture);

    const DiagramScene& scene() const { return scene_; }
    /// What is explained at the moment: what was pinned, else what the pointer is over.
    const DiagramTarget& target() const { return pinned_ ? pinnedTarget_ : hovered_; }
    bool isPinned() const { return pinned_; }
    /// What is brought out, without a card, while nothing is pointed at.
    void light(const DiagramTarget& target);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const DiagramTarget& target); ///< by a click or the keys

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void refresh();
    void describeForScreenReaders();
    void hover(const DiagramTarget& target);
    void pin(const DiagramTarget& target);
    void unpin();
    void walk(int key);
    void emphasise();

    PicturePtr picture_;
    DiagramScene scene_;
    Architecture described_;
    DiagramTarget hovered_;
    DiagramTarget lit_;
    DiagramTarget pinnedTarget_;
    bool pinned_ = false;
    bool framed_ = false; ///< the keyboard came here
};

} // namespace perceptible
