#pragma once

#include <stdexcept>
#include <thread>

#include "core/live/live_engine.h"
#include "tests/core/live/snapshot_listener.h"

namespace perceptible {

/// Asks for pictures as the window's frame timer does, until one fulfils the condition.
template <class Condition>
PicturePtr waitForPicture(LiveEngine& engine, Condition condition) {
    constexpr std::chrono::milliseconds frame{1};
    const auto end = std::chrono::steady_clock::now() + kHangGuard;
    while (std::chrono::steady_clock::now() < end) {
        if (const PicturePtr picture = engine.takePicture(); picture && condition(*picture)) {
            return picture;
        }
        std::this_thread::sleep_for(frame);
    }
    throw std::runtime_error("no such picture came");
}

} // namespace perceptible
