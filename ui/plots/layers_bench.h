#pragma once

#include <QWidget>

#include "core/live/picture.h"

class QScrollArea;

namespace perceptible {

class ElidedLabel;
class Laboratory;
class LayerCards;

/// Every layer's activations over the training examples, live: as heat maps and as distributions, with a line above
/// that says what the columns are, or the number under the pointer.
class LayersBench : public QWidget {
    Q_OBJECT

public:
    explicit LayersBench(Laboratory& laboratory, QWidget* parent = nullptr);
    explicit LayersBench(QWidget* parent = nullptr);

    void showPicture(PicturePtr picture);

    const LayerCards& cards() const { return *cards_; }
    QString sentence() const;

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void explain(const QString& inspected);

    PicturePtr picture_;
    ElidedLabel* sentence_;
    QScrollArea* scroll_;
    LayerCards* cards_;
    bool inspecting_ = false;
};

} // namespace perceptible
