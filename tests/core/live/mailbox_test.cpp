#include "core/live/mailbox.h"

#include <gtest/gtest.h>

#include <thread>

namespace perceptible {
namespace {

TEST(Mailbox, GivesTheNewestValueOnce) {
    Mailbox<int> mailbox;
    EXPECT_TRUE(mailbox.empty());
    EXPECT_EQ(mailbox.take(), nullptr);
    mailbox.put(std::make_shared<int>(1));
    mailbox.put(std::make_shared<int>(2));
    EXPECT_FALSE(mailbox.empty());
    EXPECT_EQ(*mailbox.take(), 2);
    EXPECT_TRUE(mailbox.empty());
    EXPECT_EQ(mailbox.take(), nullptr);
}

TEST(Mailbox, LetsGoOfWhatWasReplacedOrTaken) {
    Mailbox<int> mailbox;
    const auto first = std::make_shared<int>(1);
    const auto second = std::make_shared<int>(2);
    mailbox.put(first);
    EXPECT_EQ(first.use_count(), 2);
    mailbox.put(second);
    EXPECT_EQ(first.use_count(), 1);
    mailbox.take();
    EXPECT_EQ(second.use_count(), 1);
}

TEST(Mailbox, IsTakenInOrderByAnotherThreadAndTheLastValueArrives) {
    constexpr int last = 100'000;
    Mailbox<int> mailbox;
    const std::jthread writer([&] {
        for (int i = 1; i <= last; ++i) {
            mailbox.put(std::make_shared<int>(i));
        }
    });
    int newest = 0;
    while (newest < last) {
        if (const auto value = mailbox.take()) {
            ASSERT_GT(*value, newest);
            newest = *value;
        } else {
            std::this_thread::yield();
        }
    }
}

} // namespace
} // namespace perceptible
