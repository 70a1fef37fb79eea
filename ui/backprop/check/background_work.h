#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace perceptible {

/// One thread that does the latest work it was given: newer work interrupts the older, and what has not begun is
/// dropped. Nobody waits, but for the destructor, which lets interrupted work return.
class BackgroundWork {
public:
    /// Has to return soon once `interrupt` is set.
    using Work = std::function<void(const std::atomic<bool>& interrupt)>;

    BackgroundWork() = default;
    ~BackgroundWork();
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;

    void start(Work work); ///< the first one starts the thread
    void abandon();

private:
    void replaceBy(Work work);
    void run(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any given_;
    Work next_;
    std::atomic<bool> interrupt_ = false;
    std::jthread thread_; ///< last, so that it ends first
};

} // namespace perceptible
