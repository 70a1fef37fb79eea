#include "core/training/mini_batches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace perceptible {
namespace {

using Batches = MiniBatches<double>;

/// m examples that tell which one they are: x = (i, −i), y = i mod 2.
ExampleMatrix<double> numbered(Eigen::Index m) {
    ExampleMatrix<double> examples{Matrix<double>(2, m), Matrix<double>(1, m)};
    for (Eigen::Index i = 0; i < m; ++i) {
        examples.X.col(i) << static_cast<double>(i), -static_cast<double>(i);
        examples.Y(0, i) = static_cast<double>(i % 2);
    }
    return examples;
}

Batches batchesOf(Eigen::Index m, std::optional<int> batchSize, std::uint64_t seed = 1) {
    Batches batches({batchSize, true, seed});
    batches.setExamples(numbered(m));
    return batches;
}

std::vector<int> numbersIn(const Batches& batches, Batches::Batch batch) {
    std::vector<int> numbers;
    for (Eigen::Index j = batch.first; j < batch.first + batch.size; ++j) {
        const double number = batches.examples().X(0, j);
        EXPECT_EQ(batches.examples().X(1, j), -number);
        EXPECT_EQ(batches.examples().Y(0, j), static_cast<int>(number) % 2) << "the label went with another example";
        numbers.push_back(static_cast<int>(number));
    }
    return numbers;
}

/// Which examples the batches of one epoch held, batch after batch.
std::vector<std::vector<int>> epoch(Batches& batches, std::size_t m) {
    std::vector<std::vector<int>> result;
    for (std::size_t dealt = 0; dealt < m; dealt += result.back().size()) {
        result.push_back(numbersIn(batches, batches.next()));
        batches.take();
    }
    return result;
}

std::vector<int> joined(const std::vector<std::vector<int>>& parts) {
    std::vector<int> all;
    for (const auto& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

std::vector<int> upTo(int m) {
    std::vector<int> numbers(static_cast<std::size_t>(m));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

TEST(MiniBatches, DealEachExampleOncePerEpoch) {
    for (const int m : {1, 2, 9, 10, 11, 64}) {
        for (const int batchSize : {1, 3, 10, 64, 1000}) {
            Batches batches = batchesOf(m, batchSize);
            for (int e = 0; e < 3; ++e) {
                std::vector<int> dealt = joined(epoch(batches, static_cast<std::size_t>(m)));
                std::ranges::sort(dealt);
                EXPECT_EQ(dealt, upTo(m)) << "m = " << m << ", batch size " << batchSize << ", epoch " << e;
            }
        }
    }
}

TEST(MiniBatches, AreReshuffledBetweenEpochs) {
    Batches batches = batchesOf(50, 10);
    const auto first = joined(epoch(batches, 50));
    const auto second = joined(epoch(batches, 50));
    EXPECT_NE(first, upTo(50));
    EXPECT_NE(second, first);
    EXPECT_NE(joined(epoch(batches, 50)), second);
}

/// Every example comes to every place, its own included, equally often.
TEST(MiniBatches, AreShuffledFairly) {
    constexpr int m = 5;
    constexpr int epochs = 10'000;
    Batches batches = batchesOf(m, m);
    Matrix<double> counts = Matrix<double>::Zero(m, m);
    for (int e = 0; e < epochs; ++e) {
        int place = 0;
        for (const int example : numbersIn(batches, batches.next())) {
            ++counts(example, place++);
        }
        batches.take();
    }
    const double expected = epochs / m;
    const double deviation = std::sqrt(expected * (1 - 1.0 / m));
    EXPECT_LE((counts.array() - expected).abs().maxCoeff(), 4.5 * deviation) << counts;
}

TEST(MiniBatches, CountTheTrailingPartialOne) {
    Batches batches = batchesOf(23, 10);
    std::vector<std::size_t> sizes;
    for (const auto& batch : epoch(batches, 23)) {
        sizes.push_back(batch.size());
    }
    EXPECT_EQ(sizes, (std::vector<std::size_t>{10, 10, 3}));
    EXPECT_EQ(batches.next().size, 10) << "the next epoch begins with a whole batch";
}

TEST(MiniBatches, StayTheSameUntilTaken) {
    Batches batches = batchesOf(20, 6);
    for (int i = 0; i < 10; ++i) {
        const auto numbers = numbersIn(batches, batches.next());
        EXPECT_EQ(numbersIn(batches, batches.next()), numbers);
        batches.take();
        EXPECT_NE(numbersIn(batches, batches.next()), numbers);
    }
}

TEST(MiniBatches, AreAllExamplesInTheirOrderWhenFull) {
    Batches batches = batchesOf(20, std::nullopt);
    for (int e = 0; e < 3; ++e) {
        EXPECT_EQ(epoch(batches, 20), (std::vector<std::vector<int>>{upTo(20)}));
    }
}

TEST(MiniBatches, AreDealtTheSameWayForTheSameSeedAndAfterARestart) {
    Batches batches = batchesOf(30, 7, 5);
    Batches same = batchesOf(30, 7, 5);
    Batches other = batchesOf(30, 7, 6);
    const auto first = epoch(batches, 30);
    const auto second = epoch(batches, 30);
    EXPECT_EQ(epoch(same, 30), first);
    EXPECT_EQ(epoch(same, 30), second);
    EXPECT_NE(epoch(other, 30), first);
    batches.take();
    batches.moveTo({});
    EXPECT_EQ(epoch(batches, 30), first);
    EXPECT_EQ(epoch(batches, 30), second);
}

TEST(MiniBatches, BeginAnEpochWithNewExamplesOrAnotherBatchSize) {
    Batches batches = batchesOf(20, 6);
    batches.take();
    batches.setExamples(numbered(9));
    std::vector<int> dealt = joined(epoch(batches, 9));
    std::ranges::sort(dealt);
    EXPECT_EQ(dealt, upTo(9));
    batches.take();
    batches.setSettings({4});
    dealt = joined(epoch(batches, 9));
    std::ranges::sort(dealt);
    EXPECT_EQ(dealt, upTo(9));
    batches.take();
    batches.setSettings({std::nullopt});
    EXPECT_EQ(epoch(batches, 9), (std::vector<std::vector<int>>{upTo(9)}));
}

} // namespace
} // namespace perceptible
