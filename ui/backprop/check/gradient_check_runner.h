#pragma once

#include <QObject>
#include <atomic>

#include "ui/backprop/check/background_work.h"
#include "ui/backprop/check/gradient_comparison.h"

namespace perceptible {

using CostSectionPtr = std::shared_ptr<const CostSection>;
using ErrorCurvePtr = std::shared_ptr<const ErrorCurve>;
using GradientCheckPtr = std::shared_ptr<const GradientCheck>;

/// Evaluates J in the background: for one parameter, of which the latest question wins, and for a whole network. What
/// was asked before is abandoned, and its answer never arrives.
class GradientCheckRunner : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Answered by examined(), before that without the curve if it takes a while, and if wanted by compared().
    void examine(const CheckQuestion& question, bool withErrors);
    void forgetExamination();

    void checkAll(const CheckSubjectPtr& subject, GradientMistake mistake);
    void abandonCheck();
    bool isChecking() const { return isChecking_; }
    Eigen::Index checkedSoFar() const { return checkedSoFar_.load(std::memory_order_relaxed); } ///< parameters

signals:
    void examined(const perceptible::CostSectionPtr& section);
    void compared(const perceptible::ErrorCurvePtr& curve);
    void finished(const perceptible::GradientCheckPtr& check);

private:
    void answer(const CheckQuestion& question, bool withErrors, quint64 asked, const Interrupted& interrupted);
    template <class Answer>
    void tell(Answer answer, quint64 asked);

    quint64 asked_ = 0; ///< what an answer has to belong to
    quint64 checks_ = 0;
    bool isChecking_ = false;
    std::atomic<Eigen::Index> checkedSoFar_ = 0;
    BackgroundWork examination_; ///< last, so that their threads end first
    BackgroundWork check_;
};

} // namespace perceptible
