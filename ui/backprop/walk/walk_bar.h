#pragma once

#include <QWidget>

class QAction;
class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;

namespace perceptible {

class Laboratory;
class Walk;

/// Goes through the walk: first, back, play, next, last; and whose numbers it shows. Its keys are in force while there
/// is something to walk through.
class WalkBar : public QWidget {
    Q_OBJECT

public:
    WalkBar(Walk& walk, Laboratory& laboratory, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* addStep(const char* icon, const QString& name, const QList<QKeySequence>& keys,
                     const QString& explanation);
    void addTransport(QHBoxLayout& row);
    void addPace(QHBoxLayout& row);
    void addScope(QHBoxLayout& row);
    void follow();

    Walk& walk_;
    QList<QAction*> actions_;
    QAction* play_ = nullptr;
    QLabel* place_;
    QComboBox* pace_;
    QButtonGroup* scope_;
    QSpinBox* example_;
};

} // namespace perceptible
