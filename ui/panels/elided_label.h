#pragma once

#include <QLabel>

namespace perceptible {

/// A sentence on one line that never widens the window: where there is too little room it ends in an ellipsis, and its
/// tooltip says it whole.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

protected:
    virtual QColor ink() const { return palette().color(foregroundRole()); }

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace perceptible
