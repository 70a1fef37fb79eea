#pragma once

#include <future>

#include "core/training/trainer.h"

namespace perceptible {

/// Has steps interrupted from another thread while they compute, until one was abandoned. False if none ever was.
template <class Scalar>
bool interruptMidway(Trainer<Scalar>& trainer) {
    constexpr int attempts = 1000;
    const auto before = trainer.parameters();
    for (int i = 0; i < attempts; ++i) {
        typename Trainer<Scalar>::Interrupt interrupt = false;
        std::promise<void> begins;
        const auto other = std::async(std::launch::async, [&, started = begins.get_future()] {
            started.wait();
            interrupt = true;
        });
        begins.set_value();
        if (trainer.step(interrupt) == Trainer<Scalar>::Outcome::interrupted) {
            return true;
        }
        other.wait();
    }
    return false;
}

} // namespace perceptible
