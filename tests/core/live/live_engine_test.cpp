#include "core/live/live_engine.h"

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/live/probe.h"
#include "tests/core/live/picture_waiting.h"

namespace perceptible {
namespace {

DataSetPtr points(Generator generator) { return std::make_shared<DataSet>(generate({generator, 80, 0.2, 1})); }

const View smallView{.region = {}, .boundarySide = 16, .unitMapSide = 8, .shownExamples = 50};

void expectSame(const Picture& actual, const Picture& expected) {
    EXPECT_EQ(actual.boundary, expected.boundary);
    EXPECT_EQ(actual.unitMaps, expected.unitMaps);
    EXPECT_EQ(actual.shownExamples, expected.shownExamples);
    EXPECT_EQ(actual.activations, expected.activations);
}

TEST(LiveEngine, ShowsTheBeginningWithoutBeingAsked) {
    LiveEngine engine(points(Generator::moons), {}, smallView);
    const PicturePtr picture = waitForPicture(engine, [](const Picture&) { return true; });
    EXPECT_EQ(picture->snapshot->iteration, 0);
    expectSame(*picture, *Probe().picture(picture->snapshot, smallView));
}

TEST(LiveEngine, PicturesMoveWhileItTrainsAndBelongToTheirSnapshots) {
    LiveEngine engine(points(Generator::moons), {}, smallView);
    engine.trainer().run();
    std::int64_t last = 0;
    for (int i = 0; i < 20; ++i) {
        const PicturePtr picture =
            waitForPicture(engine, [&](const Picture& p) { return p.snapshot->iteration > last; });
        expectSame(*picture, *Probe().picture(picture->snapshot, smallView));
        last = picture->snapshot->iteration;
    }
}

TEST(LiveEngine, ShowsAnotherViewOfThePausedTraining) {
    LiveEngine engine(points(Generator::moons), {}, smallView);
    waitForPicture(engine, [](const Picture&) { return true; });
    View other = smallView;
    other.region = {0, 1, 0, 1};
    other.boundarySide = 31;
    engine.setView(other);
    const PicturePtr picture = waitForPicture(engine, [&](const Picture& p) { return p.view == other; });
    EXPECT_EQ(picture->boundary.rows(), 31);
    expectSame(*picture, *Probe().picture(picture->snapshot, other));
}

TEST(LiveEngine, ShowsTheLastOrderEvenWhenNoPictureWasTakenMeanwhile) {
    LiveEngine engine(points(Generator::moons), {}, smallView);
    engine.trainer().run();
    for (std::uint64_t run = 2; run <= 50; ++run) {
        engine.trainer().reset(run);
        engine.setView(smallView);
    }
    const DataSetPtr last = points(Generator::flower);
    engine.trainer().setData(last);
    engine.trainer().pause();
    const PicturePtr picture = waitForPicture(engine, [&](const Picture& p) {
        return p.snapshot->data == last && p.snapshot->activity == Activity::paused && p.snapshot->run == 50;
    });
    expectSame(*picture, *Probe().picture(picture->snapshot, smallView));
}

TEST(LiveEngine, EndsWhileALargePictureIsDrawn) {
    Hyperparameters h;
    h.hiddenLayers.assign(12, {128, Activation::tanh});
    View large = smallView;
    large.boundarySide = 2048;
    for (int i = 0; i < 5; ++i) {
        LiveEngine engine(points(Generator::moons), h, smallView);
        waitForPicture(engine, [](const Picture&) { return true; });
        engine.setView(large);
        engine.trainer().run();
    }
}

} // namespace
} // namespace perceptible
