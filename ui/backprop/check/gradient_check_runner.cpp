#include "ui/backprop/check/gradient_check_runner.h"

#include <QMetaObject>
#include <chrono>

namespace perceptible {
namespace {

using namespace std::chrono_literals;

constexpr auto kAWhile = 3ms; // for three evaluations of J: the curve takes twenty times as long

/// J at w + offset · ε; nothing when interrupted.
template <class Offsets>
std::optional<std::vector<double>> costsAround(const CheckQuestion& question, Offsets offsets,
                                               const std::atomic<bool>& interrupt) {
    for (double& offset : offsets) {
        offset *= question.epsilon;
    }
    return costAlong(question.subject->objective, question.subject->parameters, question.parameter, offsets, interrupt);
}

/// Of every ε; nothing when interrupted.
ErrorCurvePtr errorsOf(const CheckQuestion& question, const Parameters<double>& gradients, double cost,
                       const std::atomic<bool>& interrupt) {
    constexpr double smallestUseful = 1e-6; // below it rounding hides small gradients, the wrong ones too
    auto result = std::make_shared<ErrorCurve>();
    for (int place = 0; place < kEpsilons; ++place) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return nullptr;
        }
        const double epsilon = epsilonAt(place);
        const CheckedParameter checked = checkParameter(question.subject->objective, question.subject->parameters,
                                                        gradients, question.parameter, epsilon);
        result->errors.push_back(checked.relativeError());
        const Finding finding = findingOf(checked, cost, epsilon);
        result->isRightSomewhere |=
            finding == Finding::agree || (finding == Finding::rounding && epsilon >= smallestUseful);
    }
    return result;
}

} // namespace

void GradientCheckRunner::examine(const CheckQuestion& question, bool withErrors) {
    const quint64 asked = ++asked_;
    examination_.start([this, question, withErrors, asked](const std::atomic<bool>& interrupt) {
        answer(question, withErrors, asked, interrupt);
    });
}

void GradientCheckRunner::forgetExamination() {
    ++asked_;
    examination_.abandon();
}

template <class Answer>
void GradientCheckRunner::tell(Answer answer, quint64 asked) {
    QMetaObject::invokeMethod(
        this,
        [this, answer = std::move(answer), asked] {
            if (asked == asked_) {
                answer();
            }
        },
        Qt::QueuedConnection);
}

/// In the thread of the examination.
void GradientCheckRunner::answer(const CheckQuestion& question, bool withErrors, quint64 asked,
                                 const std::atomic<bool>& interrupt) {
    const Parameters<double> gradients =
        gradientsOf(question.subject->objective, question.subject->parameters, question.mistake);
    if (interrupt.load(std::memory_order_relaxed)) {
        return;
    }
    CostSection section;
    section.epsilon = question.epsilon;
    section.checked = checkParameter(question.subject->objective, question.subject->parameters, gradients,
                                     question.parameter, question.epsilon);
    const auto begin = std::chrono::steady_clock::now();
    const auto costs = costsAround(question, std::array{-1.0, 0.0, 1.0}, interrupt);
    if (!costs) {
        return;
    }
    std::ranges::copy(*costs, section.costs.begin());
    if (std::chrono::steady_clock::now() - begin > kAWhile) {
        tell([this, first = std::make_shared<const CostSection>(section)] { emit examined(first); }, asked);
    }

    std::array<double, CostSection::kPoints> offsets{};
    for (int point = 0; point < CostSection::kPoints; ++point) {
        offsets[static_cast<std::size_t>(point)] = CostSection::offset(point);
    }
    const auto curve = costsAround(question, offsets, interrupt);
    if (!curve) {
        return;
    }
    section.curve = *curve;
    tell([this, whole = std::make_shared<const CostSection>(section)] { emit examined(whole); }, asked);

    if (!withErrors) {
        return;
    }
    if (ErrorCurvePtr errors = errorsOf(question, gradients, section.costs[1], interrupt)) {
        tell([this, errors = std::move(errors)] { emit compared(errors); }, asked);
    }
}

void GradientCheckRunner::checkAll(const CheckSubjectPtr& subject, GradientMistake mistake) {
    const quint64 number = ++checks_;
    isChecking_ = true;
    checkedSoFar_ = 0;
    check_.start([this, subject, mistake, number](const std::atomic<bool>& interrupt) {
        const auto count = [&](Eigen::Index done) {
            if (!interrupt.load(std::memory_order_relaxed)) { // a newer check may have begun to count
                checkedSoFar_.store(done, std::memory_order_relaxed);
            }
        };
        const Parameters<double> gradients = gradientsOf(subject->objective, subject->parameters, mistake);
        auto check =
            checkGradients(subject->objective, subject->parameters, gradients, kUsualEpsilon, interrupt, count);
        if (!check) {
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, number, result = std::make_shared<const GradientCheck>(std::move(*check))] {
                if (number == checks_ && isChecking_) {
                    isChecking_ = false;
                    emit finished(result);
                }
            },
            Qt::QueuedConnection);
    });
}

void GradientCheckRunner::abandonCheck() {
    isChecking_ = false;
    check_.abandon();
}

} // namespace perceptible
