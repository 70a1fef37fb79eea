// N steps, a session file and M steps are N + M steps, bit for bit.

#include <gtest/gtest.h>

#include <tuple>

#include "core/data/generators.h"
#include "core/data/random.h"
#include "core/data/split.h"
#include "core/session/session.h"

namespace perceptible {
namespace {

enum class Batches { full, inOrder, shuffled };

DataSetPtr dataFor(Task task) {
    Random random(5);
    std::vector<Example> examples;
    for (int i = 0; i < 40; ++i) {
        const double y =
            task == Task::regression ? random.normal() : static_cast<double>(i % (task == Task::binary ? 2 : 3));
        examples.push_back({random.normal() + y, 2 * random.normal() - y, y});
    }
    return std::make_shared<const DataSet>(split(DataSet(std::move(examples), task, 3), 0.2, 1));
}

template <class Scalar>
void train(Trainer<Scalar>& trainer, int steps) {
    for (int i = 0; i < steps; ++i) {
        ASSERT_EQ(trainer.step(), Trainer<Scalar>::Outcome::updated);
    }
}

template <class Scalar>
Session sessionOf(const Trainer<Scalar>& trainer, const DataSetPtr& data) {
    return {sizeof(Scalar) == sizeof(float) ? Precision::float32 : Precision::float64,
            data,
            trainer.hyperparameters(),
            convert<double>(trainer.state()),
            {}};
}

template <class Scalar>
void expectNoTraceOfASave(const DataSetPtr& data, const Hyperparameters& h, int before, int after) {
    Trainer<Scalar> throughout(data, h);
    train(throughout, before + after);
    Trainer<Scalar> first(data, h);
    train(first, before);
    const std::string text = toJson(sessionOf(first, data));
    const Session session = parseSession(text, "s.json");
    Trainer<Scalar> second(session.data, session.hyperparameters);
    second.setState(convert<Scalar>(session.state));
    EXPECT_EQ(toJson(sessionOf(second, session.data)), text);
    train(second, after);
    EXPECT_EQ(second.state(), throughout.state());
    // Not only equal: each zero has its sign.
    EXPECT_EQ(toJson(sessionOf(second, session.data)), toJson(sessionOf(throughout, data)));
}

using Case = std::tuple<Optimizer::Kind, Task, Batches>;
class Resume : public testing::TestWithParam<Case> {};

TEST_P(Resume, LeavesNoTrace) {
    const auto [kind, task, batches] = GetParam();
    const DataSetPtr data = dataFor(task);
    Hyperparameters h;
    h.learningRate = 0.01;
    h.optimizer.kind = kind;
    h.schedule = {Schedule::Kind::inverseTime, 10};
    h.l2 = 0.1;
    h.shuffle = batches == Batches::shuffled;
    if (batches != Batches::full) {
        h.batchSize = 5;
    }
    for (const bool dropout : {false, true}) {
        for (const bool standardize : {false, true}) {
            h.hiddenLayers = {{5, Activation::tanh, dropout ? 0.3 : 0}, {3, Activation::relu, dropout ? 0.1 : 0}};
            h.standardize = standardize;
            for (const int before : {0, 3, 13}) { // at the beginning, within the first epoch, within a later one
                expectNoTraceOfASave<float>(data, h, before, 9);
                expectNoTraceOfASave<double>(data, h, before, 9);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(EachKind, Resume,
                         testing::Combine(testing::ValuesIn(Optimizer::allKinds), testing::ValuesIn(allTasks),
                                          testing::Values(Batches::full, Batches::inOrder, Batches::shuffled)));

TEST(Resume, ContinuesWithWhatAPersonHasMadeOfTheParameters) {
    const DataSetPtr data = dataFor(Task::binary);
    Hyperparameters h;
    h.hiddenLayers.clear();
    Trainer<double> trainer(data, h);
    train(trainer, 4);
    std::string text = toJson(sessionOf(trainer, data));
    const std::size_t weights = text.find("\"parameters\"");
    text.replace(weights, std::string::npos, R"("parameters": [{"W": [[0.25, -0.5]], "b": [1]}]})");
    const Session session = parseSession(text, "s.json");
    Trainer<double> edited(session.data, session.hyperparameters);
    edited.setState(session.state);
    EXPECT_EQ(edited.parameters().values(), (Vector<double>(3) << 0.25, -0.5, 1).finished());
    EXPECT_EQ(edited.iteration(), 4);
    EXPECT_EQ(edited.step(), Trainer<double>::Outcome::updated);
}

TEST(Resume, KeepsAnInfiniteSquareOfAGradient) {
    const auto data =
        std::make_shared<const DataSet>(std::vector<Example>{{1e6, 1e6, 1e6}, {-1e6, 1e6, -1e6}}, Task::regression);
    Hyperparameters h;
    h.hiddenLayers.clear();
    h.features = {Feature::x1Squared, Feature::x2Squared};
    h.optimizer.kind = Optimizer::Kind::rmsprop;
    expectNoTraceOfASave<float>(data, h, 2, 3);
    Trainer<float> trainer(data, h);
    train(trainer, 1);
    EXPECT_FALSE(trainer.state().optimizer.s.allFinite()) << "no longer a case of it";
}

} // namespace
} // namespace perceptible
