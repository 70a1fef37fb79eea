#pragma once

#include "ui/panels/elided_label.h"

namespace perceptible {

class Laboratory;

/// The last line of the window: what just happened and what to do next, in a sentence.
class StatusLine : public ElidedLabel {
    Q_OBJECT

public:
    explicit StatusLine(Laboratory& laboratory, QWidget* parent = nullptr);

protected:
    QColor ink() const override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showWhatToDo(const Laboratory& laboratory);
    void show(const QString& sentence, bool warning);

    bool warning_ = false;
};

} // namespace perceptible
