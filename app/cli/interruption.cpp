#include "interruption.h"

#include <csignal>

namespace perceptible::cli {

namespace {

Interrupt interrupted = false;
static_assert(Interrupt::is_always_lock_free, "a signal handler may set it");

void onSignal(int signal) {
    interrupted.store(true);
    std::signal(signal, SIG_DFL);
}

} // namespace

const Interrupt& interruption() {
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    return interrupted;
}

} // namespace perceptible::cli
