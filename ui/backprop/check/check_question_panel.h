#pragma once

#include <QWidget>

#include "ui/backprop/check/gradient_comparison.h"

class QComboBox;
class QLabel;

namespace perceptible {

class ParameterPicker;

/// Which parameter is looked at, and what is wrong on purpose in the copy of backward that is checked.
class CheckQuestionPanel : public QWidget {
    Q_OBJECT

public:
    explicit CheckQuestionPanel(QWidget* parent = nullptr);

    /// The place stays, as far as the network has it. Not null.
    void setSubject(CheckSubjectPtr subject);
    void setParameter(Eigen::Index parameter);
    Eigen::Index parameter() const; ///< needs a subject
    GradientMistake mistake() const;

signals:
    /// By hand.
    void parameterPicked();
    void mistakePicked();

private:
    QComboBox* mistakeField();
    void showName();
    void showMistake();

    CheckSubjectPtr subject_;
    QLabel* name_;
    ParameterPicker* picker_;
    QComboBox* mistake_;
    QLabel* note_;
};

} // namespace perceptible
