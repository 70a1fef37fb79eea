// In a file of its own: where the compiler sees through operator new, it may leave calls out.

#include "tests/core/training/counting_new.h"

#include <cstdlib>
#include <new>

namespace perceptible {

std::atomic<int> allocations = 0;

} // namespace perceptible

void* operator new(std::size_t size) {
    ++perceptible::allocations;
    if (void* memory = std::malloc(size)) {
        return memory;
    }
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
