#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "core/session/session.h"

namespace perceptible {

/// Every number of a session that could be equal without having the same bits, in a fixed order.
inline std::vector<std::uint64_t> bitsOf(const Session& session) {
    std::vector<std::uint64_t> bits;
    const auto add = [&](const auto& numbers) {
        for (const double number : numbers) {
            bits.push_back(std::bit_cast<std::uint64_t>(number));
        }
    };
    add(session.state.parameters.values());
    add(session.state.optimizer.v);
    add(session.state.optimizer.s);
    add(session.state.inputs.means);
    add(session.state.inputs.deviations);
    for (const Example& example : session.data->examples()) {
        add(std::vector{example.x1, example.x2, example.y});
    }
    add(std::vector{session.best.cost});
    return bits;
}

/// Whether two sessions are the same, bit for bit.
inline bool same(const Session& a, const Session& b) {
    return a.precision == b.precision && *a.data == *b.data && a.hyperparameters == b.hyperparameters &&
           a.state == b.state && a.best == b.best && bitsOf(a) == bitsOf(b);
}

} // namespace perceptible
