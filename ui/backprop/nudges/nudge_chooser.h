#pragma once

#include <QWidget>

#include "ui/backprop/nudges/nudge_desk.h"

class QHBoxLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace perceptible {

/// Which point, which unit, and whether it is about this point or about the average over all.
class NudgeChooser : public QWidget {
    Q_OBJECT

public:
    explicit NudgeChooser(QWidget* parent = nullptr);

    void show(const NudgeDesk& desk);

signals:
    void exampleChosen(Eigen::Index example);
    void unitChosen(UnitPlace unit);
    void overChosen(NudgeDesk::Over over);

private:
    QSpinBox* addField(QHBoxLayout& row, const QString& name, const char* objectName, const QString& explanation,
                       int width);
    QToolButton* addSegment(QHBoxLayout& row, const QString& text, const char* objectName, const char* segment);

    QSpinBox* point_;
    QSpinBox* layer_;
    QSpinBox* unit_;
    QToolButton* thisPoint_;
    QToolButton* average_;
};

} // namespace perceptible
