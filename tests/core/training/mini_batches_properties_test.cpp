#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/training/mini_batches.h"

namespace perceptible {
namespace {

using Batches = MiniBatches<double>;

/// m examples that tell which one they are: x = y = i.
Batches numbered(Eigen::Index m, const Batches::Settings& settings) {
    ExampleMatrix<double> examples{Matrix<double>(2, m), Matrix<double>(1, m)};
    for (Eigen::Index i = 0; i < m; ++i) {
        examples.X.col(i).setConstant(static_cast<double>(i));
        examples.Y(0, i) = static_cast<double>(i);
    }
    Batches batches(settings);
    batches.setExamples(std::move(examples));
    return batches;
}

/// The numbers of the next batch, which is taken.
std::vector<int> dealt(Batches& batches) {
    const auto batch = batches.next();
    RC_ASSERT(batch.size >= 1);
    std::vector<int> numbers;
    for (Eigen::Index j = batch.first; j < batch.first + batch.size; ++j) {
        numbers.push_back(static_cast<int>(batches.examples().X(0, j)));
        RC_ASSERT(batches.examples().X(1, j) == numbers.back());
        RC_ASSERT(batches.examples().Y(0, j) == numbers.back());
    }
    batches.take();
    return numbers;
}

Batches::Settings anySettings() {
    Batches::Settings settings;
    settings.size = *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional(*rc::gen::inRange(1, 80));
    settings.shuffle = *rc::gen::arbitrary<bool>();
    settings.seed = *rc::gen::arbitrary<std::uint64_t>();
    return settings;
}

RC_GTEST_PROP(MiniBatches, DealEveryExampleExactlyOnceInEachEpoch, ()) {
    const auto m = static_cast<std::size_t>(*rc::gen::inRange(1, 150));
    const auto settings = anySettings();
    Batches batches = numbered(static_cast<Eigen::Index>(m), settings);
    std::vector<int> all(m);
    std::iota(all.begin(), all.end(), 0);
    for (std::uint64_t epoch = 0; epoch < 4; ++epoch) {
        std::vector<int> numbers;
        while (batches.position().epoch == epoch) {
            const auto batch = dealt(batches);
            RC_ASSERT(batch.size() ==
                      std::min(m - numbers.size(), static_cast<std::size_t>(settings.size.value_or(1000))));
            numbers.insert(numbers.end(), batch.begin(), batch.end());
        }
        if (!settings.size || !settings.shuffle) {
            RC_ASSERT(numbers == all);
        }
        std::ranges::sort(numbers);
        RC_ASSERT(numbers == all);
        RC_ASSERT(batches.position() == (Batches::Position{epoch + 1, 0}));
    }
}

RC_GTEST_PROP(MiniBatches, GoOnFromAPositionAsIfTheyHadNeverBeenPutDown, ()) {
    const Eigen::Index m = *rc::gen::inRange(1, 100);
    const auto settings = anySettings();
    Batches batches = numbered(m, settings);
    for (int i = *rc::gen::inRange(0, 60); i > 0; --i) {
        batches.take();
    }
    Batches other = numbered(m, settings);
    other.moveTo(batches.position());
    RC_ASSERT(other.position() == batches.position());
    for (int i = 0; i < 40; ++i) {
        RC_ASSERT(dealt(other) == dealt(batches));
        RC_ASSERT(other.position() == batches.position());
    }
}

RC_GTEST_PROP(MiniBatches, DealWholeEpochsAfterAnyPosition, ()) {
    const Eigen::Index m = *rc::gen::inRange(1, 50);
    Batches batches = numbered(m, anySettings());
    const auto epoch = *rc::gen::arbitrary<std::uint32_t>();
    const std::int64_t done = *rc::gen::arbitrary<std::int64_t>();
    batches.moveTo({epoch, done});
    const std::int64_t from = done >= 0 && done < m ? done : 0; // out of range: the start of the epoch
    RC_ASSERT(batches.position() == (Batches::Position{epoch, from}));
    std::size_t count = 0;
    while (batches.position().epoch == epoch) {
        count += dealt(batches).size();
    }
    RC_ASSERT(count == static_cast<std::size_t>(m - from));
}

} // namespace
} // namespace perceptible
