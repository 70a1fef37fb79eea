#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace perceptible::cli {

namespace {

using namespace std::chrono_literals;
constexpr auto kLookInterval = 20ms;
constexpr auto kBarInterval = 100ms;
constexpr auto kLineInterval = 2s;
constexpr int kBarWidth = 30;

} // namespace

Progress::Progress(std::optional<std::int64_t> total)
    : isTerminal_(isatty(STDERR_FILENO) == 1)
    , total_(total) {}

void Progress::look(std::int64_t done, const std::function<std::string()>& describe) {
    const auto now = Clock::now();
    stride_ = now - lastLook_ < kLookInterval ? std::min<std::int64_t>(2 * stride_, 1 << 20)
                                              : std::max<std::int64_t>(stride_ / 2, 1);
    untilLook_ = stride_;
    lastLook_ = now;
    if (now - lastPrint_ >= (isTerminal_ ? Clock::duration(kBarInterval) : Clock::duration(kLineInterval))) {
        print(done, describe());
        lastPrint_ = Clock::now();
    }
}

void Progress::print(std::int64_t done, const std::string& description) {
    std::string line = std::to_string(done);
    if (total_) {
        line += " of " + std::to_string(*total_);
    }
    line += description;
    if (!isTerminal_) {
        std::cerr << line << '\n';
        return;
    }
    std::string bar;
    if (total_ && *total_ > 0) {
        const auto full = static_cast<std::size_t>(kBarWidth * std::min(done, *total_) / *total_);
        bar = '[' + std::string(full, '#') + std::string(kBarWidth - full, '-') + "] ";
    }
    std::cerr << "\r\x1b[K" << bar << line << std::flush; // clears what a longer line has left
}

void Progress::finish(std::int64_t done, const std::string& description) {
    print(done, description);
    if (isTerminal_) {
        std::cerr << '\n';
    }
}

} // namespace perceptible::cli
