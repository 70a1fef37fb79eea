#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stdexcept>

#include "core/live/trainer_thread.h"

namespace perceptible {

/// A guard against waiting for ever, never a measure of speed: a sanitizer on a busy machine is slow.
inline constexpr std::chrono::seconds kHangGuard{120};

/// Takes a trainer thread's snapshots, and sleeps until there is one.
class SnapshotListener {
public:
    using Condition = std::function<bool(const Snapshot&)>;

    Mailbox<Snapshot>& mailbox() { return mailbox_; }

    /// For the trainer thread to call.
    std::function<void()> callback() {
        return [this] {
            { const std::lock_guard lock(mutex_); }
            arrived_.notify_one();
        };
    }

    /// The next snapshot that fulfils the condition; those before it are dropped.
    SnapshotPtr waitFor(const Condition& condition) {
        for (;;) {
            if (const SnapshotPtr snapshot = next(); condition(*snapshot)) {
                return snapshot;
            }
        }
    }

    SnapshotPtr next() {
        std::unique_lock lock(mutex_);
        if (!arrived_.wait_for(lock, kHangGuard, [this] { return !mailbox_.empty(); })) {
            throw std::runtime_error("no snapshot came");
        }
        return mailbox_.take();
    }

    SnapshotPtr waitForIteration(std::int64_t iteration) {
        return waitFor([=](const Snapshot& s) { return s.iteration >= iteration; });
    }
    SnapshotPtr waitForActivity(Activity activity) {
        return waitFor([=](const Snapshot& s) { return s.activity == activity; });
    }

private:
    Mailbox<Snapshot> mailbox_;
    std::mutex mutex_;
    std::condition_variable arrived_;
};

/// A trainer thread with its listener.
struct Live {
    Live(DataSetPtr data, const Hyperparameters& hyperparameters)
        : trainer(std::move(data), hyperparameters, listener.mailbox(), listener.callback()) {}

    SnapshotListener listener;
    TrainerThread trainer; ///< last: it ends before the listener it calls
};

} // namespace perceptible
