#include "ui/backprop/nudges/average_in_background.h"

#include <QtConcurrentRun>

namespace perceptible {
namespace {

/// Null when interrupted.
AveragesPtr averagesOf(const NudgeSubject& subject, const Parameters<double>& nudged,
                       const std::atomic<bool>& interrupt) {
    auto trained = averagePassOf(subject.architecture, subject.parameters, subject.X, subject.Y, interrupt);
    if (!trained || nudged == subject.parameters) {
        return trained ? std::make_shared<const Averages>(Averages{*trained, *trained}) : nullptr;
    }
    auto now = averagePassOf(subject.architecture, nudged, subject.X, subject.Y, interrupt);
    return now ? std::make_shared<const Averages>(Averages{std::move(*trained), std::move(*now)}) : nullptr;
}

} // namespace

AverageInBackground::AverageInBackground(QObject* parent)
    : QObject(parent) {
    connect(&watcher_, &QFutureWatcher<AveragesPtr>::finished, this, [this] {
        if (interrupt_ && watcher_.result()) {
            emit answered(watcher_.result());
        }
    });
}

AverageInBackground::~AverageInBackground() { forget(); }

void AverageInBackground::ask(const NudgeSubjectPtr& subject, const Parameters<double>& nudged) {
    forget();
    interrupt_ = std::make_shared<std::atomic<bool>>(false);
    watcher_.setFuture(QtConcurrent::run(
        [subject, nudged, interrupt = interrupt_] { return averagesOf(*subject, nudged, *interrupt); }));
}

void AverageInBackground::forget() {
    if (interrupt_) {
        interrupt_->store(true);
        interrupt_.reset();
    }
}

} // namespace perceptible
