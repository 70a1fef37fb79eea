#pragma once

#include <QFutureWatcher>
#include <atomic>
#include <memory>

#include "core/walk/example_pass.h"
#include "ui/backprop/nudges/nudge_subject.h"

namespace perceptible {

/// The mean over all points of the network as it was trained and as it was nudged.
struct Averages {
    AveragePass trained, nudged;
};
using AveragesPtr = std::shared_ptr<const Averages>;

/// Averages over all points without holding up the window: m and the network may be large.
class AverageInBackground : public QObject {
    Q_OBJECT

public:
    explicit AverageInBackground(QObject* parent = nullptr);
    ~AverageInBackground() override;

    /// Only the answer to the last question is given.
    void ask(const NudgeSubjectPtr& subject, const Parameters<double>& nudged);
    void forget();

signals:
    void answered(const AveragesPtr& averages);

private:
    QFutureWatcher<AveragesPtr> watcher_;
    std::shared_ptr<std::atomic<bool>> interrupt_; ///< of the last question
};

} // namespace perceptible
