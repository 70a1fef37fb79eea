#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace perceptible {

/// Room for one immutable value between two threads; a newer value replaces one that was not taken. Neither side
/// waits for the other, unless it asks to.
template <class T>
class Mailbox {
public:
    using Pointer = std::shared_ptr<const T>;

    void put(Pointer value) {
        {
            const std::lock_guard lock(mutex_);
            value_.swap(value);
            full_.store(true, std::memory_order_relaxed);
        }
        changed_.notify_all();
    }

    /// The newest value, or null when there is none since the last take.
    Pointer take() {
        Pointer value;
        {
            const std::lock_guard lock(mutex_);
            value_.swap(value);
            full_.store(false, std::memory_order_relaxed);
        }
        changed_.notify_all();
        return value;
    }

    /// A hint that costs next to nothing: asked after every training step.
    bool empty() const { return !full_.load(std::memory_order_relaxed); }

    /// Returns when there is room, or a stop is requested.
    void waitUntilEmpty(std::stop_token stop) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, stop, [&] { return value_ == nullptr; });
    }

private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    Pointer value_;
    std::atomic<bool> full_ = false;
};

} // namespace perceptible
