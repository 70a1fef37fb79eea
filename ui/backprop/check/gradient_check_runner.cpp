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
                                               const Interrupted& interrupted) {
    for (double& offset : offsets) {
        offset *= question.epsilon;
    }
    return costAlong(question.subject->objective, question.subject->parameters, question.parameter, offsets,
                     interrupted);
}

/// Of every ε; nothing when interrupted.
ErrorCurvePtr errorsOf(const CheckQuestion& question, const Parameters<double>& gradients, double cost,
                       const Interrupted& interrupted) {
    constexpr double smallestUseful = 1e-6; // below it rounding hides small gradients, the wrong ones too
    std::array<double, kEpsilons> epsilons{};
    for (int place = 0; place < kEpsilons; ++place) {
        epsilons[static_cast<std::size_t>(place)] = epsilonAt(place);
    }
    const auto checked = checkAlong(question.subject->objective, question.subject->parameters, gradients,
                                    question.parameter, epsilons, interrupted);
    if (!checked) {
        return nullptr;
    }
    auto result = std::make_shared<ErrorCurve>();
    for (std::size_t place = 0; place < kEpsilons; ++place) {
        const double epsilon = epsilons[place];
        result->errors.push_back((*checked)[place].relativeError());
        const Finding finding = findingOf((*checked)[place], cost, epsilon);
        result->isRightSomewhere |=
            finding == Finding::agree || (finding == Finding::rounding && epsilon >= smallestUseful);
    }
    return result;
}

} // namespace

void GradientCheckRunner::examine(const CheckQuestion& question, bool withErrors) {
    const quint64 asked = ++asked_;
    examination_.start([this, question, withErrors, asked](const std::atomic<bool>& interrupt) {
        answer(question, withErrors, asked, [&interrupt] { return interrupt.load(std::memory_order_relaxed); });
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
                                 const Interrupted& interrupted) {
    const auto& [objective, parameters] = *question.subject;
    const auto gradients = gradientsOf(objective, parameters, question.mistake, interrupted);
    if (!gradients) {
        return;
    }
    CostSection section;
    section.epsilon = question.epsilon;
    const auto checked =
        checkAlong(objective, parameters, *gradients, question.parameter, {&question.epsilon, 1}, interrupted);
    const auto begin = std::chrono::steady_clock::now();
    const auto costs = costsAround(question, std::array{-1.0, 0.0, 1.0}, interrupted);
    if (!checked || !costs) {
        return;
    }
    section.checked = checked->front();
    std::ranges::copy(*costs, section.costs.begin());
    if (std::chrono::steady_clock::now() - begin > kAWhile) {
        tell([this, first = std::make_shared<const CostSection>(section)] { emit examined(first); }, asked);
    }

    std::array<double, CostSection::kPoints> offsets{};
    for (int point = 0; point < CostSection::kPoints; ++point) {
        offsets[static_cast<std::size_t>(point)] = CostSection::offset(point);
    }
    const auto curve = costsAround(question, offsets, interrupted);
    if (!curve) {
        return;
    }
    section.curve = *curve;
    tell([this, whole = std::make_shared<const CostSection>(section)] { emit examined(whole); }, asked);

    if (!withErrors) {
        return;
    }
    if (ErrorCurvePtr errors = errorsOf(question, *gradients, section.costs[1], interrupted)) {
        tell([this, errors = std::move(errors)] { emit compared(errors); }, asked);
    }
}

void GradientCheckRunner::checkAll(const CheckSubjectPtr& subject, GradientMistake mistake) {
    const quint64 number = ++checks_;
    isChecking_ = true;
    checkedSoFar_ = 0;
    check_.start([this, subject, mistake, number](const std::atomic<bool>& interrupt) {
        const auto interrupted = [&interrupt] { return interrupt.load(std::memory_order_relaxed); };
        const auto count = [&](Eigen::Index done) {
            if (!interrupted()) { // a newer check may have begun to count
                checkedSoFar_.store(done, std::memory_order_relaxed);
            }
        };
        const auto& [objective, parameters] = *subject;
        const auto gradients = gradientsOf(objective, parameters, mistake, interrupted);
        auto check = gradients ? checkGradients(objective, parameters, *gradients, kUsualEpsilon, interrupted, count)
                               : std::nullopt;
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
