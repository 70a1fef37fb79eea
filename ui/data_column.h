#pragma once

#include <QWidget>

namespace perceptible {

class CanvasPanel;
class CostPanel;
class Laboratory;

/// The plane above the cost curve. The plane is as wide as the column, and smaller where the curve would have too
/// little height left.
class DataColumn : public QWidget {
    Q_OBJECT

public:
    explicit DataColumn(Laboratory& laboratory, QWidget* parent = nullptr);

    CanvasPanel& canvasPanel() const { return *canvas_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    CanvasPanel* canvas_;
    CostPanel* cost_;
};

} // namespace perceptible
