#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace perceptible::cli {

/// Says on standard error how far a long computation is: a bar on a terminal, a line every few seconds otherwise. Looks
/// at the clock so rarely that it costs nothing between the shortest steps.
class Progress {
public:
    /// `total`: where it will end; none: nobody knows.
    explicit Progress(std::optional<std::int64_t> total);

    /// After every step. `describe` gives what else is to be said; it is called only when something is printed.
    void tick(std::int64_t done, const std::function<std::string()>& describe) {
        if (--untilLook_ <= 0) {
            look(done, describe);
        }
    }
    /// Ends the line of a bar.
    void finish(std::int64_t done, const std::string& description);

private:
    using Clock = std::chrono::steady_clock;
    void look(std::int64_t done, const std::function<std::string()>& describe);
    void print(std::int64_t done, const std::string& description);

    bool isTerminal_;
    std::optional<std::int64_t> total_;
    std::int64_t untilLook_ = 1;
    std::int64_t stride_ = 1; ///< steps between two looks at the clock
    Clock::time_point lastLook_ = Clock::now();
    Clock::time_point lastPrint_ = Clock::now();
};

} // namespace perceptible::cli
