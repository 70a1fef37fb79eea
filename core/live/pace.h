#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace perceptible {

/// Keeps the time of slow motion: says when the next step is due.
class Pace {
public:
    using Clock = std::chrono::steady_clock;

    /// Steps per second; none: always due.
    void setSpeed(std::optional<double> speed) {
        speed_ = speed;
        restart();
    }
    void restart() { due_ = Clock::now(); }

    bool isUnlimited() const { return !speed_; }
    /// So slow that every single step is to be seen.
    bool isSlow() const { return speed_ && *speed_ <= 100; }
    Clock::time_point due() const { return due_; }

    void stepDone() {
        if (speed_) {
            constexpr std::chrono::milliseconds forgiven{100}; // what was missed longer ago is not caught up with
            const auto period = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / *speed_));
            due_ = std::max(due_ + period, Clock::now() - forgiven);
        }
    }

private:
    std::optional<double> speed_;
    Clock::time_point due_ = Clock::now();
};

/// Lets a job be done as often as it is wanted, but never so often that it takes more than a given share of the time.
class TimeBudget {
public:
    explicit TimeBudget(double share)
        : share_(share) {}

    bool allows() const { return Pace::Clock::now() >= next_; }

    template <class Job>
    void spend(Job job) {
        const auto begin = Pace::Clock::now();
        job();
        const auto end = Pace::Clock::now();
        const auto rest = std::chrono::duration_cast<Pace::Clock::duration>((end - begin) * (1 / share_ - 1));
        next_ = end + std::min<Pace::Clock::duration>(rest, kLongestRest); // the job may only have been held up
    }

private:
    static constexpr std::chrono::milliseconds kLongestRest{500};

    double share_;
    Pace::Clock::time_point next_ = Pace::Clock::now();
};

} // namespace perceptible
