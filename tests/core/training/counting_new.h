#pragma once

#include <atomic>

namespace perceptible {

/// How often this program has called operator new.
extern std::atomic<int> allocations;

} // namespace perceptible
