#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace perceptible {

/// Room for one immutable value between two threads; a newer value replaces one that was not taken. Neither side ever
/// waits for the other.
template <class T>
class Mailbox {
public:
    using Pointer = std::shared_ptr<const T>;

    void put(Pointer value) {
        const std::lock_guard lock(mutex_);
        value_.swap(value);
        full_.store(true, std::memory_order_relaxed);
    }

    /// The newest value, or null when there is none since the last take.
    Pointer take() {
        Pointer value;
        const std::lock_guard lock(mutex_);
        value_.swap(value);
        full_.store(false, std::memory_order_relaxed);
        return value;
    }

    /// A hint that costs next to nothing: asked after every training step.
    bool empty() const { return !full_.load(std::memory_order_relaxed); }

private:
    std::mutex mutex_;
    Pointer value_;
    std::atomic<bool> full_ = false;
};

} // namespace perceptible
