// Same seed, same numbers, bit for bit, whatever the speed, the pauses and the snapshots taken (law 6); and everything
// in a snapshot belongs to its iteration.

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "core/data/generators.h"
#include "core/data/random.h"
#include "core/data/split.h"
#include "tests/core/live/snapshot_listener.h"

namespace perceptible {
namespace {

constexpr std::int64_t iterations = 3000;

struct Moment {
    Parameters<float> parameters;
    std::optional<Measurement> train, test;
};

DataSetPtr moons() { return std::make_shared<DataSet>(split(generate({Generator::moons, 100, 0.2, 1}), 0.25, 1)); }

Hyperparameters hyperparameters(std::optional<int> batchSize) {
    Hyperparameters h;
    h.hiddenLayers = {{5, Activation::tanh}, {3, Activation::relu}};
    h.batchSize = batchSize;
    h.iterations = iterations;
    return h;
}

/// What a plain Trainer has at every iteration.
std::vector<Moment> plainRun(const DataSet& data, const Hyperparameters& h) {
    Trainer<float> trainer(data, h);
    std::vector<Moment> moments;
    for (;;) {
        moments.push_back({trainer.parameters(), trainer.measure(Role::train), trainer.measure(Role::test)});
        if (trainer.iteration() == iterations) {
            return moments;
        }
        trainer.step();
    }
}

class Determinism : public testing::TestWithParam<std::optional<int>> {
protected:
    void expectTrue(const Snapshot& snapshot) {
        ASSERT_LE(snapshot.iteration, iterations);
        const Moment& moment = plain[static_cast<std::size_t>(snapshot.iteration)];
        EXPECT_EQ(snapshot.parameters, moment.parameters) << "iteration " << snapshot.iteration;
        EXPECT_EQ(snapshot.train, moment.train) << "iteration " << snapshot.iteration;
        EXPECT_EQ(snapshot.test, moment.test) << "iteration " << snapshot.iteration;
        EXPECT_EQ(snapshot.data, data);
        EXPECT_EQ(snapshot.architecture, h.architecture());
        ASSERT_FALSE(snapshot.costs.empty());
        EXPECT_EQ(snapshot.costs.front().iteration, 0);
        EXPECT_EQ(snapshot.costs.back().iteration, snapshot.iteration);
        std::int64_t last = -1;
        for (const CostPoint& point : snapshot.costs) {
            EXPECT_GT(point.iteration, last);
            last = point.iteration;
            const Moment& then = plain[static_cast<std::size_t>(last)];
            ASSERT_EQ(point.train, then.train->cost) << "iteration " << last;
            ASSERT_EQ(point.test, then.test->cost) << "iteration " << last;
        }
    }

    static bool isOver(const Snapshot& s) { return s.activity == Activity::finished; }

    DataSetPtr data = moons();
    Hyperparameters h = hyperparameters(GetParam());
    std::vector<Moment> plain = plainRun(*data, h);
};
INSTANTIATE_TEST_SUITE_P(BatchSizes, Determinism, testing::Values(std::nullopt, 10));

TEST_P(Determinism, HoldsWithoutAnyoneLooking) {
    Live live(data, h);
    live.trainer.run();
    expectTrue(*live.listener.waitFor(isOver));
}

TEST_P(Determinism, HoldsForEverySnapshot) {
    Live live(data, h);
    live.trainer.run();
    for (bool over = false; !over;) {
        const SnapshotPtr snapshot = live.listener.next();
        expectTrue(*snapshot);
        over = isOver(*snapshot);
    }
}

TEST_P(Determinism, HoldsWithPausesStepsAndSpeeds) {
    const std::array<TrainerThread::Speed, 4> speeds{std::nullopt, 50'000, 5000, 1e6};
    Live live(data, h);
    Random random(3);
    for (bool over = false; !over;) {
        switch (random.below(6)) {
        case 0:
            live.trainer.pause();
            break;
        case 1:
            live.trainer.step();
            break;
        case 2:
            live.trainer.setSpeed(speeds[random.below(speeds.size())]);
            break;
        default:
            live.trainer.run();
        }
        const SnapshotPtr snapshot = live.listener.next();
        expectTrue(*snapshot);
        over = isOver(*snapshot) || snapshot->iteration == iterations;
    }
}

TEST_P(Determinism, HoldsAgainAfterAReset) {
    Live live(data, h);
    live.trainer.run();
    live.listener.waitForIteration(500);
    live.trainer.pause();
    live.trainer.reset(2);
    const SnapshotPtr second = live.listener.waitFor([](const Snapshot& s) { return s.run == 2; });
    EXPECT_EQ(second->iteration, 0);
    expectTrue(*second);
    live.trainer.run();
    expectTrue(*live.listener.waitFor(isOver));
}

TEST_P(Determinism, HoldsInSlowMotion) {
    Live live(data, h);
    live.trainer.setSpeed(100);
    live.trainer.run();
    for (std::int64_t last = 0; last < 10;) {
        const SnapshotPtr snapshot = live.listener.next();
        expectTrue(*snapshot);
        last = snapshot->iteration;
    }
}

} // namespace
} // namespace perceptible
