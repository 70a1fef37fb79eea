#include "core/live/trainer_thread.h"

#include <gtest/gtest.h>

#include <future>

#include "core/data/generators.h"
#include "core/data/split.h"
#include "tests/core/live/snapshot_listener.h"

namespace perceptible {
namespace {

DataSetPtr moons(int m = 120) {
    return std::make_shared<DataSet>(split(generate({Generator::moons, m, 0.2, 1}), 0.25, 1));
}

Hyperparameters upTo(std::int64_t iterations) {
    Hyperparameters h;
    h.iterations = iterations;
    return h;
}

Parameters<float> plainParameters(const DataSet& data, const Hyperparameters& h, std::int64_t iterations) {
    Trainer<float> trainer(data, h);
    while (trainer.iteration() < iterations) {
        trainer.step();
    }
    return trainer.parameters();
}

TEST(TrainerThread, ShowsTheBeginningPaused) {
    const DataSetPtr data = moons();
    Live live(data, Hyperparameters{});
    const SnapshotPtr first = live.listener.next();
    EXPECT_EQ(first->run, 1U);
    EXPECT_EQ(first->iteration, 0);
    EXPECT_EQ(first->activity, Activity::paused);
    EXPECT_EQ(first->starts, 0U);
    EXPECT_EQ(first->data, data);
    EXPECT_EQ(first->architecture, Hyperparameters{}.architecture());
    EXPECT_EQ(first->parameters, plainParameters(*data, {}, 0));
    EXPECT_EQ(first->stepsPerSecond, 0);
    ASSERT_EQ(first->costs.size(), 1U);
    EXPECT_EQ(first->costs[0].train, first->train->cost);
    EXPECT_EQ(first->costs[0].test, first->test->cost);
}

TEST(TrainerThread, RunsUntilPausedAndGoesOnFromThere) {
    Live live(moons(), Hyperparameters{});
    live.trainer.run();
    const SnapshotPtr running = live.listener.waitForIteration(10);
    EXPECT_EQ(running->activity, Activity::running);
    EXPECT_EQ(running->starts, 1U);
    live.trainer.pause();
    const SnapshotPtr paused = live.listener.waitForActivity(Activity::paused);
    live.trainer.setSpeed(std::nullopt); // any order has a snapshot follow
    EXPECT_EQ(live.listener.next()->iteration, paused->iteration);
    live.trainer.run();
    EXPECT_EQ(live.listener.waitForIteration(paused->iteration + 10)->starts, 2U);
}

TEST(TrainerThread, MakesExactlyOneUpdateForEachStep) {
    const DataSetPtr data = moons();
    Live live(data, Hyperparameters{});
    for (int i = 1; i <= 20; ++i) {
        live.trainer.step();
        const SnapshotPtr snapshot = live.listener.waitForIteration(i);
        EXPECT_EQ(snapshot->iteration, i);
        EXPECT_EQ(snapshot->activity, Activity::paused);
        EXPECT_EQ(snapshot->parameters, plainParameters(*data, {}, i));
    }
}

TEST(TrainerThread, LosesNoStepWhenTheNextIsAskedForDuringIt) {
    Hyperparameters h;
    h.hiddenLayers.assign(3, {64, Activation::tanh});
    const DataSetPtr data = moons(3000); // a step of several blocks
    Live live(data, h);
    constexpr int steps = 8;
    for (int i = 0; i < steps; ++i) {
        live.trainer.step();
        std::this_thread::sleep_for(std::chrono::milliseconds(1)); // into the middle of that step
    }
    EXPECT_EQ(live.listener.waitForIteration(steps)->parameters, plainParameters(*data, h, steps));
    live.trainer.setSpeed(std::nullopt);
    EXPECT_EQ(live.listener.next()->iteration, steps);
}

TEST(TrainerThread, PausesARunForASingleStep) {
    Live live(moons(), Hyperparameters{});
    live.trainer.run();
    live.listener.waitForIteration(10);
    live.trainer.step();
    const SnapshotPtr paused = live.listener.waitForActivity(Activity::paused);
    live.trainer.setSpeed(std::nullopt);
    const SnapshotPtr later = live.listener.waitForIteration(paused->iteration);
    EXPECT_LE(later->iteration, paused->iteration + 1);
    EXPECT_EQ(later->activity, Activity::paused);
}

TEST(TrainerThread, FinishesAtTheLastIterationAndGoesOnWhenThereAreMore) {
    const DataSetPtr data = moons();
    Live live(data, upTo(50));
    live.trainer.run();
    const SnapshotPtr finished = live.listener.waitForActivity(Activity::finished);
    EXPECT_EQ(finished->iteration, 50);
    EXPECT_EQ(finished->parameters, plainParameters(*data, upTo(50), 50));
    live.trainer.step();
    EXPECT_EQ(live.listener.waitForActivity(Activity::finished)->iteration, 50) << "no step beyond the end";
    live.trainer.setHyperparameters(upTo(80), 1);
    live.trainer.run();
    EXPECT_EQ(live.listener.waitFor([](const Snapshot& s) { return s.starts == 2 && s.iteration == 80; })->activity,
              Activity::finished);
}

TEST(TrainerThread, SaysWhenThereAreNoExamples) {
    Live live(std::make_shared<DataSet>(), Hyperparameters{});
    live.trainer.run();
    const SnapshotPtr snapshot = live.listener.waitForActivity(Activity::noExamples);
    EXPECT_EQ(snapshot->iteration, 0);
    EXPECT_FALSE(snapshot->train.has_value());
    live.trainer.setData(moons());
    EXPECT_EQ(live.listener.next()->activity, Activity::paused) << "the reason is gone";
    live.trainer.run();
    EXPECT_EQ(live.listener.waitForIteration(1)->activity, Activity::running);
    live.trainer.setData(std::make_shared<DataSet>()); // the eraser, while training runs
    live.listener.waitForActivity(Activity::noExamples);
}

TEST(TrainerThread, StopsAtTheLastFiniteParametersWhenItDiverges) {
    Hyperparameters h;
    h.hiddenLayers.assign(6, {16, Activation::relu});
    h.initialization = Initialization::he;
    h.learningRate = 100;
    Live live(moons(), h);
    live.trainer.run();
    const SnapshotPtr diverged = live.listener.waitForActivity(Activity::diverged);
    EXPECT_TRUE(diverged->parameters.allFinite());
    ASSERT_TRUE(diverged->train);
    EXPECT_TRUE(std::isfinite(diverged->train->cost));
    EXPECT_EQ(diverged->costs.back().iteration, diverged->iteration);
    live.trainer.setHyperparameters(upTo(5), 1);
    EXPECT_EQ(live.listener.next()->activity, Activity::paused) << "the reason may be gone";
    live.trainer.reset(2);
    live.trainer.run();
    EXPECT_EQ(live.listener.waitForActivity(Activity::finished)->iteration, 5) << "it can be trained again";
}

TEST(TrainerThread, RefusesAnUpdateThatWouldNotBeFiniteThoughTheCostIs) {
    const DataSetPtr data = std::make_shared<DataSet>(std::vector<Example>{{1e37, 0, 0}, {1e37, 0, 1}});
    Hyperparameters h;
    h.hiddenLayers.clear();
    h.learningRate = 100; // α dW = 100 · 1e37 / 2 is beyond float
    Live live(data, h);
    live.trainer.run();
    const SnapshotPtr diverged = live.listener.waitForActivity(Activity::diverged);
    EXPECT_EQ(diverged->iteration, 0);
    EXPECT_TRUE(std::isfinite(diverged->train->cost));
    EXPECT_EQ(diverged->parameters, plainParameters(*data, h, 0));
}

TEST(TrainerThread, PublishesEverySingleStepOfSlowMotionThoughNobodyTakesThem) {
    std::mutex mutex;
    std::condition_variable published;
    int count = 0;
    Mailbox<Snapshot> mailbox;
    TrainerThread trainer(moons(), Hyperparameters{}, mailbox, [&] {
        {
            const std::lock_guard lock(mutex);
            ++count;
        }
        published.notify_one();
    });
    trainer.setSpeed(100);
    trainer.run();
    std::unique_lock lock(mutex);
    constexpr int orders = 3; // the beginning, the speed and the start have their snapshots too
    EXPECT_TRUE(published.wait_for(lock, kHangGuard, [&] { return count >= orders + 10; }));
    EXPECT_GE(mailbox.take()->iteration, count - orders);
}

TEST(TrainerThread, EndsAtOnceWhileTheLargestNetworkTrainsOnManyPoints) {
    Hyperparameters h;
    h.hiddenLayers.assign(12, {128, Activation::tanh});
    auto live = std::make_unique<Live>(moons(50'000), h);
    live->trainer.run();
    live->trainer.setSpeed(std::nullopt);
    auto ended = std::async(std::launch::async, [&] { live.reset(); });
    EXPECT_EQ(ended.wait_for(kHangGuard), std::future_status::ready);
}

TEST(TrainerThread, SaysWhatTheNextUpdateDoesWhenAskedAndNotRunning) {
    Live live(moons(), Hyperparameters{});
    EXPECT_EQ(live.listener.next()->next, nullptr);
    live.trainer.setExplaining(true);
    const auto first = live.listener.next()->next;
    ASSERT_NE(first, nullptr);
    live.trainer.step();
    const SnapshotPtr stepped = live.listener.waitForIteration(1);
    EXPECT_EQ(stepped->parameters, first->after);
    ASSERT_NE(stepped->next, nullptr);
    EXPECT_EQ(stepped->next->before.parameters, first->after);
    EXPECT_EQ(stepped->next->before.iteration, 1);
    live.trainer.run();
    EXPECT_EQ(live.listener.waitForActivity(Activity::running)->next, nullptr);
    live.trainer.pause();
    EXPECT_NE(live.listener.waitForActivity(Activity::paused)->next, nullptr);
    live.trainer.setExplaining(false);
    EXPECT_EQ(live.listener.next()->next, nullptr);
}

TEST(TrainerThread, ReturnsToWhereItWasAndGoesOnTheSameWay) {
    Hyperparameters h;
    h.optimizer.kind = Optimizer::Kind::adam;
    h.batchSize = 7;
    Live live(moons(), h);
    live.trainer.setExplaining(true);
    const auto first = live.listener.waitFor([](const Snapshot& s) { return s.next != nullptr; })->next;
    live.trainer.step();
    const auto second = live.listener.waitForIteration(1)->next;
    live.trainer.returnTo(std::make_shared<TrainingState<float>>(first->before), 1);
    const SnapshotPtr back = live.listener.waitFor([](const Snapshot& s) { return s.iteration == 0; });
    EXPECT_EQ(back->next->before, first->before);
    EXPECT_EQ(back->costs.back().iteration, 0) << "the curve has no point of what was taken back";
    live.trainer.step();
    EXPECT_EQ(live.listener.waitForIteration(1)->next->before, second->before);
}

TEST(TrainerThread, ReturnsInNoLaterRun) {
    Live live(moons(), Hyperparameters{});
    live.trainer.setExplaining(true);
    live.trainer.step();
    const auto state = std::make_shared<TrainingState<float>>(live.listener.waitForIteration(1)->next->before);
    live.trainer.step();
    live.listener.waitForIteration(2);
    live.trainer.returnTo(state, 1);
    live.trainer.reset(2);
    EXPECT_EQ(live.listener.waitFor([](const Snapshot& s) { return s.run == 2; })->iteration, 0);
    live.trainer.returnTo(state, 1);
    live.trainer.step();
    EXPECT_EQ(live.listener.waitFor([](const Snapshot& s) { return s.steps == 3; })->iteration, 1);
}

TEST(TrainerThread, ReturnsToNoOtherStructure) {
    Hyperparameters h;
    Live live(moons(), h);
    const auto before = std::make_shared<TrainingState<float>>(Trainer<float>(moons(), h).state());
    h.hiddenLayers = {{3, Activation::relu}};
    live.trainer.setHyperparameters(h, 1);
    live.trainer.returnTo(before, 1);
    const SnapshotPtr after =
        live.listener.waitFor([&](const Snapshot& s) { return s.architecture == h.architecture(); });
    live.trainer.step();
    EXPECT_EQ(live.listener.waitForIteration(1)->architecture, after->architecture);
}

} // namespace
} // namespace perceptible
