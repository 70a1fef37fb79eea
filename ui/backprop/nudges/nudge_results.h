#pragma once

#include <QWidget>

#include "ui/backprop/nudges/nudge_desk.h"

class QLabel;

namespace perceptible {

/// What the nudges have done: the unit's z and a, and from the network as it was trained to the nudged copy ŷ and ℒ of
/// the point, or J over all points.
class NudgeResults : public QWidget {
    Q_OBJECT

public:
    explicit NudgeResults(QWidget* parent = nullptr);

    void show(const NudgeDesk& desk);

private:
    void showPoint(const NudgeDesk& desk);
    void showAverage(const NudgeDesk& desk);

    QLabel* unit_;
    QLabel* yHat_;
    QLabel* loss_;
};

} // namespace perceptible
