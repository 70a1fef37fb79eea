// Input features and standardisation on their way through the trainer, and to what is drawn.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/data/split.h"
#include "core/live/probe.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

/// Points far from the origin, in unlike units.
DataSet farAway(std::uint64_t seed, double scale = 1) {
    std::vector<Example> examples = generate({Generator::moons, 200, 0.2, seed}).examples();
    for (Example& e : examples) {
        e.x1 = 300 + scale * 40 * e.x1;
        e.x2 = scale * 0.02 * e.x2;
    }
    return split(DataSet(examples), 0.25, 1);
}

Hyperparameters standardized() {
    Hyperparameters h;
    h.features = {std::begin(allFeatures), std::end(allFeatures)};
    h.standardize = true;
    return h;
}

/// Whether each row has mean 0 and deviation 1.
bool isStandardized(const Matrix<double>& X) {
    const Vector<double> means = X.rowwise().mean();
    const Matrix<double> centred = X.colwise() - means;
    const Vector<double> variances = centred.rowwise().squaredNorm() / static_cast<double>(X.cols());
    return means.cwiseAbs().maxCoeff() < 1e-9 && (variances.array() - 1).abs().maxCoeff() < 1e-9;
}

TEST(TrainerFeatures, AreTheNetworksInputsInTheOrderInWhichTheyAreAskedFor) {
    Hyperparameters h;
    h.features = {Feature::x1x2, Feature::x2, Feature::sinX1};
    const DataSet data({{2, 3, 0}, {-1, 0.5, 1}, {0.5, -4, 1, Role::test}});
    const Trainer<double> trainer(data, h);
    EXPECT_EQ(trainer.architecture().units.front(), 3);
    EXPECT_EQ(trainer.parameters()[0].W.cols(), 3);
    Matrix<double> train(3, 2);
    train << 6, -0.5, 3, 0.5, std::sin(2.0), std::sin(-1.0);
    EXPECT_EQ(trainer.examples(Role::train).X, train);
    EXPECT_EQ(trainer.examples(Role::test).X, (Matrix<double>(3, 1) << -2, -4, std::sin(0.5)).finished());
}

TEST(TrainerFeatures, HaveMeanZeroAndDeviationOneOverTheTrainingExamples) {
    const Trainer<double> trainer(farAway(1), standardized());
    EXPECT_TRUE(isStandardized(trainer.examples(Role::train).X));
    EXPECT_FALSE(isStandardized(trainer.examples(Role::test).X)) << "test examples have no say";
    const Trainer<float> single(farAway(1), standardized());
    EXPECT_EQ(single.inputs(), trainer.inputs());
    EXPECT_EQ(single.examples(Role::train).X, trainer.examples(Role::train).X.cast<float>());
    Hyperparameters h = standardized();
    h.standardize = false;
    EXPECT_FALSE((Trainer<double>(farAway(1), h).inputs().isStandardized()));
}

TEST(TrainerFeatures, AreStandardisedAnewWithOtherDataBeforeTheFirstUpdateAndNotAfter) {
    Trainer<double> trainer(farAway(1), standardized());
    trainer.setData(farAway(2, 3));
    EXPECT_TRUE(isStandardized(trainer.examples(Role::train).X));
    EXPECT_EQ(trainer.inputs(), Trainer<double>(farAway(2, 3), standardized()).inputs());
    ASSERT_EQ(trainer.step(), Trainer<double>::Outcome::updated);
    const InputMap kept = trainer.inputs();
    trainer.setData(farAway(1));
    EXPECT_EQ(trainer.inputs(), kept) << "the parameters belong to it";
    EXPECT_FALSE(isStandardized(trainer.examples(Role::train).X));
    trainer.reset();
    EXPECT_TRUE(isStandardized(trainer.examples(Role::train).X));
}

TEST(TrainerFeatures, CanBeChangedBetweenTwoSteps) {
    Trainer<double> trainer(farAway(1), standardized());
    trainer.step();
    const Parameters<double> trained = trainer.parameters();
    Hyperparameters h = standardized();
    h.features.resize(3);
    trainer.setHyperparameters(h);
    EXPECT_EQ(trainer.examples(Role::train).X.rows(), 3);
    EXPECT_EQ(trainer.examples(Role::test).X.rows(), 3);
    EXPECT_EQ(trainer.parameters()[0].W, trained[0].W.leftCols(3));
    EXPECT_TRUE(isStandardized(trainer.examples(Role::train).X));
    h.standardize = false;
    trainer.setHyperparameters(h);
    EXPECT_FALSE(trainer.inputs().isStandardized());
    EXPECT_EQ(trainer.step(), Trainer<double>::Outcome::updated);
}

TEST(TrainerFeatures, AreKeptInItsState) {
    Trainer<double> trainer(farAway(1), standardized());
    trainer.step();
    trainer.setData(farAway(2, 3)); // standardised as before
    trainer.step();
    Trainer<double> other(farAway(2, 3), standardized());
    other.setState(trainer.state());
    EXPECT_EQ(other.inputs(), trainer.inputs());
    EXPECT_EQ(other.examples(Role::train).X, trainer.examples(Role::train).X);
    EXPECT_EQ(other.examples(Role::test).X, trainer.examples(Role::test).X);
    trainer.step();
    other.step();
    EXPECT_EQ(other.state(), trainer.state());
}

/// What is drawn is the network on the very inputs it is trained with.
TEST(TrainerFeatures, AreThoseOfTheProbe) {
    const auto data = std::make_shared<const DataSet>(farAway(1));
    Trainer<float> trainer(data, standardized());
    for (int i = 0; i < 20; ++i) {
        trainer.step();
    }
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->architecture = trainer.architecture();
    snapshot->parameters = trainer.parameters();
    snapshot->inputs = trainer.inputs();
    snapshot->data = data;
    const auto& X = trainer.examples(Role::train).X;
    const auto outputs =
        backprop<float>(trainer.architecture(), trainer.parameters(), X, trainer.examples(Role::train).Y)
            .caches.layers.back()
            .Z;
    Eigen::Index column = 0;
    for (const Example& e : data->examples()) {
        if (e.role == Role::train) {
            EXPECT_NEAR(outputLogit(*snapshot, e.x1, e.x2), outputs(0, column), 1e-5);
            const Region around{e.x1 - 1, e.x1 + 1, e.x2 - 1, e.x2 + 1};
            EXPECT_LE((gridOf(around, 1, trainer.inputs()) - X.col(column)).cwiseAbs().maxCoeff(), 1e-5);
            ++column;
        }
    }
    View view;
    view.shownExamples = static_cast<int>(data->size());
    const PicturePtr picture = Probe().picture(snapshot, view);
    EXPECT_EQ(picture->activations[0].cols(), X.cols());
    EXPECT_NEAR(picture->activations[0].sum(), X.sum(), 1e-3) << "the same columns, sorted by class";
}

} // namespace
} // namespace perceptible
