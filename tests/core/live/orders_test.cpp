// What is asked of a trainer thread while it works: new data, new hyperparameters, new runs.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "tests/core/live/snapshot_listener.h"

namespace perceptible {
namespace {

DataSetPtr points(Generator generator, int m = 80) {
    return std::make_shared<DataSet>(generate({generator, m, 0.2, 1}));
}

Parameters<float> initialOf(const Hyperparameters& h) { return Trainer<float>(DataSet{}, h).parameters(); }

TEST(Orders, NewDataIsTakenWithoutAReset) {
    Live live(points(Generator::moons), Hyperparameters{});
    live.trainer.run();
    const SnapshotPtr before = live.listener.waitForIteration(20);
    const DataSetPtr drawn = points(Generator::circles, 60);
    live.trainer.setData(drawn);
    const SnapshotPtr after = live.listener.waitFor([&](const Snapshot& s) { return s.data == drawn; });
    EXPECT_GE(after->iteration, before->iteration);
    EXPECT_EQ(after->run, 1U);
    EXPECT_EQ(after->activity, Activity::running);
    Trainer<float> fresh(*drawn, Hyperparameters{});
    fresh.setParameters(after->parameters);
    EXPECT_EQ(after->train, fresh.measure(Role::train)) << "no cost of the old data may be shown with the new";
    EXPECT_EQ(after->costs.back().train, after->train->cost);
}

TEST(Orders, NewDataIsShownWhilePausedToo) {
    Live live(points(Generator::moons), Hyperparameters{});
    live.trainer.step();
    const SnapshotPtr before = live.listener.waitForIteration(1);
    const DataSetPtr drawn = points(Generator::spirals);
    live.trainer.setData(drawn);
    const SnapshotPtr after = live.listener.next();
    EXPECT_EQ(after->data, drawn);
    EXPECT_EQ(after->parameters, before->parameters);
    EXPECT_NE(after->train, before->train);
}

TEST(Orders, ALearningRateActsFromTheNextStepOn) {
    const DataSetPtr data = points(Generator::moons);
    Live live(data, Hyperparameters{});
    live.trainer.step();
    live.listener.waitForIteration(1);
    Hyperparameters faster;
    faster.learningRate = 2;
    live.trainer.setHyperparameters(faster, 1);
    live.trainer.step();
    const SnapshotPtr snapshot = live.listener.waitForIteration(2);
    Trainer<float> plain(*data, Hyperparameters{});
    plain.step();
    plain.setHyperparameters(faster);
    plain.step();
    EXPECT_EQ(snapshot->run, 1U);
    EXPECT_EQ(snapshot->parameters, plain.parameters());
}

TEST(Orders, AStructureKeepsTheParametersThatSurvive) {
    Live live(points(Generator::moons), Hyperparameters{});
    live.trainer.step();
    const SnapshotPtr before = live.listener.waitForIteration(1);
    Hyperparameters wider;
    wider.hiddenLayers[0].units += 2;
    live.trainer.setHyperparameters(wider, 1);
    const SnapshotPtr after = live.listener.next();
    EXPECT_EQ(after->architecture, wider.architecture());
    EXPECT_EQ(after->iteration, 1);
    EXPECT_EQ(after->parameters[0].W.topRows(6), before->parameters[0].W);
    EXPECT_EQ(after->parameters[2], before->parameters[2]);
}

TEST(Orders, AResetNeitherPausesNorStarts) {
    Live live(points(Generator::moons), Hyperparameters{});
    live.trainer.run();
    live.listener.waitForIteration(1000);
    live.trainer.reset(2);
    const SnapshotPtr running = live.listener.waitFor([](const Snapshot& s) { return s.run == 2; });
    EXPECT_EQ(running->activity, Activity::running);
    live.listener.waitForIteration(running->iteration + 10);
    live.trainer.pause();
    live.listener.waitForActivity(Activity::paused);
    live.trainer.reset(3);
    const SnapshotPtr paused = live.listener.next();
    EXPECT_EQ(paused->run, 3U);
    EXPECT_EQ(paused->iteration, 0);
    EXPECT_EQ(paused->activity, Activity::paused);
    EXPECT_EQ(paused->parameters, initialOf({}));
}

TEST(Orders, OtherInitialParametersBeginANewRun) {
    Live live(points(Generator::moons), Hyperparameters{});
    live.trainer.run();
    live.listener.waitForIteration(20);
    live.trainer.pause();
    live.listener.waitForActivity(Activity::paused);
    Hyperparameters h;
    h.seed = 2;
    live.trainer.setHyperparameters(h, 2);
    const SnapshotPtr snapshot = live.listener.next();
    EXPECT_EQ(snapshot->run, 2U);
    EXPECT_EQ(snapshot->iteration, 0);
    EXPECT_EQ(snapshot->parameters, initialOf(h));
    EXPECT_EQ(snapshot->costs.size(), 1U) << "the curve of the old run is gone";
}

/// Paused, but busy for milliseconds at a time with measuring a large network: orders that arrive meanwhile are carried
/// out together, and the newest run must come out of them.
class OrdersArrivingTogether : public testing::Test {
protected:
    static Hyperparameters large(std::uint64_t seed, double learningRate = 0.3) {
        Hyperparameters h;
        h.hiddenLayers.assign(12, {128, Activation::tanh});
        h.seed = seed;
        h.learningRate = learningRate;
        return h;
    }

    /// What follows from all orders so far.
    SnapshotPtr outcome() {
        const DataSetPtr few = points(Generator::circles, 4);
        live.trainer.setData(few);
        return live.listener.waitFor([&](const Snapshot& s) { return s.data == few; });
    }

    Live live{points(Generator::moons, 20'000), large(1)};
};

TEST_F(OrdersArrivingTogether, AResetAndThenAnotherSeedIsTheRunOfTheSeed) {
    live.trainer.reset(2);
    live.trainer.setHyperparameters(large(2), 3);
    const SnapshotPtr snapshot = outcome();
    EXPECT_EQ(snapshot->run, 3U);
    EXPECT_EQ(snapshot->parameters, initialOf(large(2)));
}

TEST_F(OrdersArrivingTogether, ASeedThereAndBackIsANewRunToo) {
    live.trainer.setHyperparameters(large(2), 2);
    live.trainer.setHyperparameters(large(1), 3);
    EXPECT_EQ(outcome()->run, 3U);
}

TEST_F(OrdersArrivingTogether, ALearningRateAfterAResetDoesNotUndoIt) {
    live.trainer.reset(2);
    live.trainer.setHyperparameters(large(1, 0.01), 2);
    EXPECT_EQ(outcome()->run, 2U);
}

TEST_F(OrdersArrivingTogether, ALearningRateAfterASeedDoesNotUndoIt) {
    live.trainer.setHyperparameters(large(2), 2);
    live.trainer.setHyperparameters(large(2, 0.01), 2);
    const SnapshotPtr snapshot = outcome();
    EXPECT_EQ(snapshot->run, 2U);
    EXPECT_EQ(snapshot->parameters, initialOf(large(2)));
}

} // namespace
} // namespace perceptible
