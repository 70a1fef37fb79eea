#include "core/live/probe.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/data/generators.h"
#include "core/data/split.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

constexpr float tolerance = 2e-6F; // vector code and scalar code round σ and tanh differently

std::shared_ptr<Snapshot> trained(const Hyperparameters& h, int m = 90) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->data = std::make_shared<DataSet>(split(generate({Generator::moons, m, 0.2, 1}), 0.3, 1));
    Trainer<float> trainer(*snapshot->data, h);
    for (int i = 0; i < 50; ++i) {
        trainer.step();
    }
    snapshot->architecture = trainer.architecture();
    snapshot->parameters = trainer.parameters();
    return snapshot;
}

/// A[l] of one input, l = 0…L, one column at a time.
std::vector<Matrix<float>> activationsAt(const Snapshot& snapshot, double x1, double x2) {
    Matrix<float> X(2, 1);
    X << static_cast<float>(x1), static_cast<float>(x2);
    Caches<float> caches(snapshot.architecture, 1, Caches<float>::For::forward);
    modelForward<float>(snapshot.architecture, snapshot.parameters, X, caches);
    std::vector<Matrix<float>> result{X};
    for (const auto& cache : caches.layers) {
        result.push_back(cache.A);
    }
    return result;
}

void expectColumn(const std::vector<Matrix<float>>& layers, Eigen::Index column,
                  const std::vector<Matrix<float>>& expected) {
    ASSERT_EQ(layers.size(), expected.size());
    for (std::size_t l = 0; l < layers.size(); ++l) {
        ASSERT_EQ(layers[l].rows(), expected[l].rows());
        EXPECT_LE((layers[l].col(column) - expected[l]).cwiseAbs().maxCoeff(), tolerance)
            << "layer " << l << ", column " << column;
    }
}

Hyperparameters mixed() {
    Hyperparameters h;
    h.hiddenLayers = {{7, Activation::relu}, {14, Activation::tanh}, {3, Activation::leakyRelu}};
    h.learningRate = 0.05;
    return h;
}

// Sides so large that the cells come in more than one block of examples.
constexpr int boundarySide = 61;
constexpr int unitMapSide = 37;
const View view{
    .region = {-3, 5, -1, 3}, .boundarySide = boundarySide, .unitMapSide = unitMapSide, .shownExamples = 600};

TEST(Probe, BoundaryIsThePredictionAtTheCentresOfTheCellsFromTheTopLeft) {
    const auto snapshot = trained(mixed());
    const PicturePtr picture = Probe().picture(snapshot, view);
    ASSERT_GT(picture->boundary.size(), examplesPerBlock(snapshot->architecture));
    ASSERT_EQ(picture->boundary.rows(), boundarySide);
    ASSERT_EQ(picture->boundary.cols(), boundarySide);
    EXPECT_EQ(picture->snapshot, snapshot);
    EXPECT_EQ(picture->view, view);
    for (int row = 0; row < boundarySide; ++row) {
        for (int column = 0; column < boundarySide; ++column) {
            const double x1 = -3 + 8 * (column + 0.5) / boundarySide; // column 0 at the left
            const double x2 = 3 - 4 * (row + 0.5) / boundarySide;     // row 0 at the top
            const float z = outputLogit(*snapshot, x1, x2);
            EXPECT_NEAR(picture->boundary(row, column), 1 / (1 + std::exp(-z)), tolerance) << row << ", " << column;
        }
    }
}

TEST(Probe, UnitMapsAreTheActivationsOfEveryUnitOverTheRegion) {
    const auto snapshot = trained(mixed());
    const PicturePtr picture = Probe().picture(snapshot, view);
    ASSERT_GT(picture->unitMaps[0].cols(), examplesPerBlock(snapshot->architecture));
    for (int row = 0; row < unitMapSide; ++row) {
        for (int column = 0; column < unitMapSide; ++column) {
            const double x1 = -3 + 8 * (column + 0.5) / unitMapSide;
            const double x2 = 3 - 4 * (row + 0.5) / unitMapSide;
            expectColumn(picture->unitMaps, unitMapSide * row + column, activationsAt(*snapshot, x1, x2));
        }
    }
}

TEST(Probe, ActivationsAreThoseOfTheShownExamples) {
    const auto snapshot = trained(mixed());
    const PicturePtr picture = Probe().picture(snapshot, view);
    ASSERT_EQ(picture->shownExamples.size(), snapshot->data->count(Role::train));
    for (std::size_t j = 0; j < picture->shownExamples.size(); ++j) {
        const Example& e = snapshot->data->examples()[static_cast<std::size_t>(picture->shownExamples[j])];
        expectColumn(picture->activations, static_cast<Eigen::Index>(j), activationsAt(*snapshot, e.x1, e.x2));
    }
}

TEST(Probe, GivesTheSamePictureWhateverItDrewBefore) {
    const auto snapshot = trained(mixed());
    Probe probe;
    const PicturePtr first = probe.picture(snapshot, view);
    probe.picture(trained({}), {});
    const PicturePtr again = probe.picture(snapshot, view);
    EXPECT_EQ(first->boundary, again->boundary);
    EXPECT_EQ(first->unitMaps, again->unitMaps);
    EXPECT_EQ(first->activations, again->activations);
}

TEST(Probe, DrawsANetworkWithoutHiddenLayersAndDataWithoutExamples) {
    Hyperparameters h;
    h.hiddenLayers.clear();
    const auto snapshot = trained(h);
    snapshot->data = std::make_shared<DataSet>();
    const PicturePtr picture = Probe().picture(snapshot, view);
    EXPECT_EQ(picture->unitMaps.size(), 2U);
    EXPECT_TRUE(picture->shownExamples.empty());
    EXPECT_EQ(picture->activations[1].cols(), 0);
}

TEST(Probe, GivesUpWhenAskedTo) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(Probe().picture(trained(mixed()), view, stop.get_token()), nullptr);
}

TEST(ExamplesToShow, AreTrainingExamplesSortedByClassInTheirOrder) {
    const DataSet data({{0, 0, 1}, {1, 0, 0}, {2, 0, 0, Role::test}, {3, 0, 1}, {4, 0, 0}});
    EXPECT_EQ(examplesToShow(data, 10), (std::vector{1, 4, 0, 3}));
}

TEST(ExamplesToShow, OfARegressionKeepTheirOrder) {
    const DataSet data({{0, 0, 1.5}, {1, 0, -2}, {2, 0, 0, Role::test}, {3, 0, 1e6}}, Task::regression);
    EXPECT_EQ(examplesToShow(data, 10), (std::vector<int>{0, 1, 3}));
}

TEST(ExamplesToShow, AreThinnedEvenly) {
    const DataSet data = generate({Generator::moons, 1000, 0.2, 1});
    const auto shown = examplesToShow(data, 100);
    ASSERT_EQ(shown.size(), 100U);
    const auto labelOf = [&](int i) { return data.examples()[static_cast<std::size_t>(i)].label(); };
    EXPECT_TRUE(std::ranges::is_sorted(shown, {}, labelOf));
    EXPECT_EQ(std::ranges::count(shown, 0, labelOf), 50);
    for (std::size_t i = 1; i < 50; ++i) {
        EXPECT_EQ(shown[i] - shown[i - 1], 20) << "every tenth of a class, which is every other point";
    }
}

} // namespace
} // namespace perceptible
