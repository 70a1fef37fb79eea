// Thousands of random orders from the window's side while both threads work, and every picture must make sense. Made
// for the thread sanitizer and the address sanitizer.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/data/random.h"
#include "core/data/split.h"
#include "tests/core/live/picture_waiting.h"

namespace perceptible {
namespace {

/// One person at the window, who does anything at any moment.
class RestlessPerson {
public:
    explicit RestlessPerson(std::uint64_t seed)
        : random_(seed)
        , data_(anyData())
        , hyperparameters_(anyHyperparameters())
        , engine_(data_, hyperparameters_, anyView()) {}

    void act();
    /// Pauses and waits for the picture that shows the state all orders lead to.
    void expectTheLastOrdersToShow();

private:
    DataSetPtr anyData();
    Hyperparameters anyHyperparameters();
    View anyView();
    void setHyperparameters(const Hyperparameters& h);
    void expectSense(const Picture& picture);
    bool oneIn(std::uint64_t n) { return random_.below(n) == 0; }
    int upTo(int n) { return 1 + static_cast<int>(random_.below(static_cast<std::uint64_t>(n))); }

    Random random_;
    DataSetPtr data_;
    Hyperparameters hyperparameters_;
    std::uint64_t run_ = 1;
    std::uint64_t shownRun_ = 1;
    std::int64_t shownIteration_ = 0;
    LiveEngine engine_;
};

DataSetPtr RestlessPerson::anyData() {
    if (oneIn(8)) {
        return std::make_shared<DataSet>();
    }
    const auto seed = random_.below(1000);
    return std::make_shared<DataSet>(split(generate({Generator::circles, 1 + upTo(300), 0.2, seed}), 0.3, seed));
}

Hyperparameters RestlessPerson::anyHyperparameters() {
    Hyperparameters h;
    h.learningRate = oneIn(10) ? 100 : random_.uniform(0.01, 1);
    h.hiddenLayers.clear();
    for (auto l = random_.below(4); l > 0; --l) {
        h.hiddenLayers.push_back({upTo(16), allActivations[random_.below(std::size(allActivations))]});
    }
    h.seed = random_.below(3);
    if (oneIn(2)) {
        h.batchSize = upTo(40);
    }
    if (oneIn(4)) {
        h.iterations = upTo(3000);
    }
    return h;
}

View RestlessPerson::anyView() {
    const double half = random_.uniform(1, 9);
    return {{-half, half, -half, half}, upTo(24), upTo(8), upTo(50)};
}

void RestlessPerson::setHyperparameters(const Hyperparameters& h) {
    run_ += h.seed != hyperparameters_.seed ? 1 : 0;
    hyperparameters_ = h;
    engine_.trainer().setHyperparameters(h, run_);
}

void RestlessPerson::act() {
    TrainerThread& trainer = engine_.trainer();
    switch (random_.below(12)) {
    case 0:
    case 1:
        return trainer.run();
    case 2:
        return trainer.pause();
    case 3:
        return trainer.step();
    case 4:
        return trainer.reset(++run_);
    case 5:
        data_ = anyData();
        return trainer.setData(data_);
    case 6:
        return setHyperparameters(anyHyperparameters());
    case 7:
        return trainer.setSpeed(oneIn(2) ? std::nullopt : TrainerThread::Speed(random_.uniform(1, 20'000)));
    case 8:
        return engine_.setView(anyView());
    case 9: { // every order is followed by a snapshot, so that a picture must come
        trainer.setSpeed(std::nullopt);
        return expectSense(*waitForPicture(engine_, [](const Picture&) { return true; }));
    }
    default:
        if (const PicturePtr picture = engine_.takePicture()) {
            expectSense(*picture);
        }
    }
}

void RestlessPerson::expectSense(const Picture& picture) {
    const Snapshot& s = *picture.snapshot;
    ASSERT_TRUE(s.run > shownRun_ || (s.run == shownRun_ && s.iteration >= shownIteration_));
    ASSERT_LE(s.run, run_);
    shownRun_ = s.run;
    shownIteration_ = s.iteration;
    ASSERT_EQ(s.parameters.size(), static_cast<std::size_t>(s.architecture.layers()));
    ASSERT_EQ(picture.unitMaps.size(), s.parameters.size() + 1);
    ASSERT_EQ(picture.activations.size(), s.parameters.size() + 1);
    ASSERT_EQ(s.train.has_value(), s.data->count(Role::train) > 0);
    ASSERT_EQ(s.test.has_value(), s.data->count(Role::test) > 0);
    Hyperparameters h;
    h.hiddenLayers.clear();
    for (std::size_t l = 0; l < s.parameters.size(); ++l) {
        ASSERT_EQ(picture.unitMaps[l].rows(), s.architecture.units[l]);
        ASSERT_EQ(s.parameters[l].W.rows(), s.architecture.units[l + 1]);
        ASSERT_EQ(s.parameters[l].W.cols(), s.architecture.units[l]);
        ASSERT_TRUE(s.parameters[l].W.allFinite());
        if (l + 1 < s.parameters.size()) {
            h.hiddenLayers.push_back({s.architecture.units[l + 1], s.architecture.activations[l]});
        }
    }
    Trainer<float> trainer(*s.data, h);
    trainer.setParameters(s.parameters);
    if (s.train && std::isfinite(s.train->cost)) { // a mini-batch run adds the losses up in another order
        ASSERT_NEAR(s.train->cost, trainer.measure(Role::train)->cost, 1e-4 * (1 + s.train->cost));
    }
}

void RestlessPerson::expectTheLastOrdersToShow() {
    engine_.trainer().pause();
    data_ = std::make_shared<DataSet>(generate({Generator::moons, 10, 0.2, 1}));
    engine_.trainer().setData(data_);
    const PicturePtr last = waitForPicture(engine_, [this](const Picture& p) { return p.snapshot->data == data_; });
    expectSense(*last);
    EXPECT_EQ(last->snapshot->run, run_);
    EXPECT_EQ(last->snapshot->architecture, hyperparameters_.architecture());
    EXPECT_NE(last->snapshot->activity, Activity::running);
}

TEST(LiveEngineStress, SurvivesThousandsOfRandomOrders) {
    constexpr std::uint64_t people = 150;
    for (std::uint64_t seed = 1; seed <= people; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RestlessPerson person(seed);
        for (int i = 0; i < 100; ++i) {
            ASSERT_NO_FATAL_FAILURE(person.act());
        }
        if (seed % 2 == 0) { // the others just leave, whatever is going on
            person.expectTheLastOrdersToShow();
        }
    }
}

TEST(LiveEngineStress, SurvivesLeavingAtAnyMoment) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        RestlessPerson person(1000 + seed);
        for (std::uint64_t i = 0; i < seed % 8; ++i) {
            ASSERT_NO_FATAL_FAILURE(person.act());
        }
    }
}

} // namespace
} // namespace perceptible
