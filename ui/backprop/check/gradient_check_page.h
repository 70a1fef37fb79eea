#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/backprop/check/gradient_check_runner.h"

class QBoxLayout;
class QScrollArea;
class QStackedLayout;

namespace perceptible {

class CheckQuestionPanel;
class NetworkCheckRow;
class SlopeComparison;

/// Is backprop right? One parameter w at a time: J at w − ε, w and w + ε, backprop's g as the tangent and the
/// difference quotient ĝ as the chord; and all of them at once. A classic mistake can be made in the checked copy of
/// backward, to see the check catch it.
class GradientCheckPage : public QWidget {
    Q_OBJECT

public:
    explicit GradientCheckPage(QWidget* parent = nullptr);

    /// Null: there is nothing to check. The chosen parameter stays, as far as the network has it.
    void setSubject(CheckSubjectPtr subject);
    Eigen::Index parameter() const { return question_.parameter; }
    /// All that was asked of the chosen parameter is shown; false while nobody sees the page.
    bool isAnswered() const;

public slots:
    /// By its index in Parameters::values(); one that the network has not is not taken.
    void choose(Eigen::Index parameter);

signals:
    /// On this page, by hand.
    void chosen(Eigen::Index parameter);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fillCheckedPart();
    void connectQuestion();
    void connectCheck();
    void arrange();

    bool hasSubject() const { return question_.subject != nullptr; }
    bool hasErrors() const { return errorsOf_.subject && errorsOf_.isOfSameGradient(question_); }
    bool hasSection() const { return sectionOf_.subject && sectionOf_ == question_; }
    Eigen::Index parameters() const { return question_.subject->parameters.values().size(); }
    void ask();
    void dropStaleAnswers();
    void dropCheck();

    CheckQuestion question_;
    CheckQuestion sectionOf_; ///< what is shown answers this; no subject: nothing is shown
    CheckQuestion errorsOf_;
    bool isWhole_ = false; ///< the section shown has its curve

    QStackedLayout* stack_;
    QScrollArea* scroll_; ///< where there is something to check
    CheckQuestionPanel* panel_;
    SlopeComparison* comparison_;
    NetworkCheckRow* network_;
    QBoxLayout* columns_;
    int width_ = 0;       ///< that all side by side needs
    int narrowWidth_ = 0; ///< the same, with the numbers in two rows
    QTimer progress_;
    QTimer grace_;               ///< of the old answers, so that nothing flickers
    GradientCheckRunner runner_; ///< last, so that its threads end first
};

} // namespace perceptible
