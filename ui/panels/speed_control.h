#pragma once

#include <QWidget>
#include <optional>

class QLabel;
class QSlider;

namespace perceptible {

class Laboratory;

/// From one step per second, slow enough to follow each, to as fast as the processor can; and how fast it really is.
class SpeedControl : public QWidget {
    Q_OBJECT

public:
    explicit SpeedControl(Laboratory& laboratory, QWidget* parent = nullptr);

    void setNameVisible(bool visible);
    void setMeasuredVisible(bool visible);

private:
    void showWanted();
    void showMeasured();

    Laboratory& laboratory_;
    QSlider* slider_;
    QLabel* name_;
    QLabel* wanted_;
    QLabel* measured_;
};

} // namespace perceptible
