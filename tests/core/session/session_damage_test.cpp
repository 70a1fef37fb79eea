// Whatever becomes of a session file, it is refused with a sentence or read as a session that can be written again.

#include <gtest/gtest.h>

#include "core/data/message.h"
#include "tests/core/session/random_session.h"
#include "tests/core/session/session_bits.h"

namespace perceptible {
namespace {

/// The refusal; empty when the text is read, and then survives a round trip.
std::string refusalOf(std::string_view text) {
    try {
        const Session session = parseSession(text, "damaged.json");
        EXPECT_TRUE(same(parseSession(toJson(session), "again.json"), session));
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    return {};
}

TEST(DamagedSession, IsRefusedWhereverItIsCutOff) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const std::string text = toJson(RandomSession(seed).make());
        for (std::size_t size = 0; size + 2 < text.size(); ++size) { // the last two are "}\n"
            const std::string refusal = refusalOf(text.substr(0, size));
            ASSERT_TRUE(refusal.starts_with("damaged.json")) << text.substr(0, size);
        }
        EXPECT_EQ(refusalOf(text.substr(0, text.size() - 1)), "");
    }
}

TEST(DamagedSession, IsRefusedOrStillSoundWithOtherBytes) {
    Random random(1);
    for (int round = 0; round < 6000; ++round) {
        const auto seed = static_cast<std::uint64_t>(round) / 100;
        std::string text = toJson(RandomSession(seed).make());
        for (std::uint64_t change = 1 + random.below(4); change > 0; --change) {
            const std::size_t place = random.below(text.size());
            constexpr std::string_view likely = "0123456789-+.eE,:[]{}\"\\ \nnulltruefalse";
            const auto byte = static_cast<char>(random.below(256));
            const char other = random.below(3) == 0 ? byte : likely[random.below(likely.size())];
            switch (random.below(4)) {
            case 0:
                text.insert(place, 1, other);
                break;
            case 1:
                text.erase(place, 1 + random.below(8));
                break;
            default:
                text[place] = other;
            }
        }
        const std::string refusal = refusalOf(text);
        ASSERT_TRUE(refusal.empty() || (refusal.starts_with("damaged.json") && refusal.ends_with('.'))) << refusal;
        ASSERT_EQ(refusal.find('\n'), std::string::npos) << refusal;
    }
}

} // namespace
} // namespace perceptible
