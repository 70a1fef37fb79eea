#include "ui/backprop/check/background_work.h"

#include <utility>

namespace perceptible {

BackgroundWork::~BackgroundWork() {
    thread_.request_stop();
    abandon();
}

void BackgroundWork::start(Work work) {
    replaceBy(std::move(work));
    if (thread_.joinable()) {
        given_.notify_one();
    } else {
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
}

void BackgroundWork::abandon() { replaceBy({}); }

void BackgroundWork::replaceBy(Work work) {
    const std::lock_guard lock(mutex_);
    next_.swap(work);
    interrupt_ = true;
}

void BackgroundWork::run(const std::stop_token& stop) {
    while (true) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            if (!given_.wait(lock, stop, [this] { return static_cast<bool>(next_); }) || stop.stop_requested()) {
                return;
            }
            work.swap(next_);
            interrupt_ = false;
        }
        work(interrupt_);
    }
}

} // namespace perceptible
