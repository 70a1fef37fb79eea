// What stands in an exported script. That it trains as the program does is for tests/cli/export_test.py to say.

#include "core/session/python_export.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "tests/core/session/random_session.h"

namespace perceptible {
namespace {

/// At iteration 0, with nothing but gradient descent.
Session plain(Task task = Task::binary) {
    Session session;
    const std::vector<Example> examples{{0.5, -1.25, 1}, {3, 1e-7, 0}, {-2, 0.125, 1}, {77.5, 88.5, 0, Role::test}};
    session.data = std::make_shared<const DataSet>(examples, task, 3);
    session.state = Trainer<double>(session.data, session.hyperparameters).state();
    return session;
}

Session with(const std::function<void(Hyperparameters&)>& change, Task task = Task::binary) {
    Session session = plain(task);
    change(session.hyperparameters);
    session.state = Trainer<double>(session.data, session.hyperparameters).state();
    return session;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> linesOf(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// What only some sessions use, and the words that tell of it in both files.
struct Extra {
    std::function<void(Hyperparameters&)> change;
    std::vector<std::string> words;
};
const std::vector<Extra> extras{
    {[](Hyperparameters& h) { h.optimizer.kind = Optimizer::Kind::momentum; }, {"beta1 = 0.9"}},
    {[](Hyperparameters& h) { h.optimizer.kind = Optimizer::Kind::rmsprop; }, {"beta2 = 0.999", "epsilon = 1e-08"}},
    {[](Hyperparameters& h) { h.schedule.kind = Schedule::Kind::step; }, {"factor = 0.5", "learning_rate(t)"}},
    {[](Hyperparameters& h) { h.schedule.kind = Schedule::Kind::cosine; }, {"import math", "math.cos", "period"}},
    {[](Hyperparameters& h) { h.l1 = 0.25; }, {"lambda1 = 0.25"}},
    {[](Hyperparameters& h) { h.l2 = 3; }, {"lambda2 = 3.0"}},
    {[](Hyperparameters& h) { h.clipNorm = 2; }, {"clip_norm = 2.0", "clip_gradients"}},
    {[](Hyperparameters& h) { h.batchSize = 2; }, {"mini_batches", "shuffled", "GAMMA", "seed = 1"}},
    {[](Hyperparameters& h) { h.hiddenLayers[1].dropout = 0.5; }, {"dropout = {2: 0.5}", "mixed", "(1 - rate)"}},
    {[](Hyperparameters& h) { h.standardize = true; }, {"sigma", "origin"}},
    {[](Hyperparameters& h) { h.features.push_back(Feature::sinX1); }, {".sin(x1)"}},
    {[](Hyperparameters& h) { h.hiddenLayers[0].activation = Activation::leakyRelu; }, {"leaky_slope = 0.01"}},
    {[](Hyperparameters& h) { h.hiddenLayers[0].activation = Activation::softplus; }, {"softplus"}},
};

TEST(PythonExport, HasOnlyWhatTheSessionUses) {
    for (const PythonLibrary library : allPythonLibraries) {
        const std::string text = pythonScript(plain(), library);
        EXPECT_LE(linesOf(text).size(), 160);
        for (const Extra& extra : extras) {
            const std::string changed = pythonScript(with(extra.change), library);
            for (const std::string& word : extra.words) {
                EXPECT_FALSE(has(text, word)) << word;
                EXPECT_TRUE(has(changed, word)) << word;
            }
        }
    }
}

TEST(PythonExport, MiniBatchesInOrderNeedNoRandomNumbers) {
    const auto inOrder = [](Hyperparameters& h) {
        h.batchSize = 2;
        h.shuffle = false;
    };
    for (const PythonLibrary library : allPythonLibraries) {
        const std::string text = pythonScript(with(inOrder), library);
        EXPECT_TRUE(has(text, "mini_batches"));
        EXPECT_FALSE(has(text, "GAMMA"));
        EXPECT_FALSE(has(text, "seed ="));
    }
}

TEST(PythonExport, HasTheFunctionsOfTheLecture) {
    const std::string numpy = pythonScript(plain(), PythonLibrary::numpy);
    for (const std::string name : {"linear_forward", "linear_activation_forward", "L_model_forward", "compute_cost",
                                   "linear_backward", "linear_activation_backward", "L_model_backward",
                                   "update_parameters", "tanh", "tanh_derivative", "sigmoid"}) {
        EXPECT_TRUE(has(numpy, "def " + name + "(")) << name;
    }
    const std::string torch = pythonScript(plain(), PythonLibrary::pytorch);
    EXPECT_TRUE(has(torch, "torch.optim.SGD(parameters, lr=alpha)"));
    EXPECT_TRUE(has(torch, "torch.set_default_dtype(torch.float64)"));
    EXPECT_FALSE(has(torch, "numpy"));
}

TEST(PythonExport, OfASingleNeuronHasNoHiddenLayers) {
    const Session neuron = with([](Hyperparameters& h) { h.hiddenLayers.clear(); });
    for (const PythonLibrary library : allPythonLibraries) {
        const std::string text = pythonScript(neuron, library);
        EXPECT_FALSE(has(text, "linear_activation_backward"));
        EXPECT_FALSE(has(text, "_derivative"));
        EXPECT_FALSE(has(text, "tanh"));
    }
}

TEST(PythonExport, HasTheTrainingExamplesAsTheyAre) {
    for (const PythonLibrary library : allPythonLibraries) {
        EXPECT_TRUE(has(pythonScript(plain(), library), "[[0.5, -1.25, 1], [3.0, 1e-07, 0], [-2.0, 0.125, 1]]"));
        EXPECT_FALSE(has(pythonScript(plain(), library), "77.5"));
        EXPECT_TRUE(has(pythonScript(plain(Task::regression), library), "[3.0, 1e-07, 0.0]"));
    }
}

TEST(PythonExport, SaysWhatKindOfNumbersItUses) {
    Session session = plain();
    session.precision = Precision::float32;
    session.state.parameters.values()[0] = 0.1F;
    EXPECT_TRUE(has(pythonScript(session, PythonLibrary::numpy), "[0.1, "));
    EXPECT_TRUE(has(pythonScript(session, PythonLibrary::numpy), "astype(np.float32)"));
    EXPECT_TRUE(has(pythonScript(session, PythonLibrary::pytorch), "torch.set_default_dtype(torch.float32)"));
}

/// The value of a constant in a script; none when it isn't there.
std::optional<std::int64_t> constant(const std::string& text, const std::string& name) {
    for (const std::string& line : linesOf(text)) {
        if (line.starts_with(name + " = ")) {
            return std::stoll(line.substr(name.size() + 3));
        }
    }
    return std::nullopt;
}

TEST(PythonExport, EndsWhereTheSessionOrItsLimitIs) {
    using Limit = std::optional<std::int64_t>;
    struct Case {
        std::int64_t iteration;
        Limit limit;
        ScriptStart from;
        std::int64_t start, iterations, printEvery;
    };
    constexpr auto start = ScriptStart::start;
    constexpr auto present = ScriptStart::present;
    for (const Case& c : {
             Case{0, std::nullopt, start, 0, 1000, 1},
             Case{0, 0, start, 0, 1000, 1},
             Case{0, 70, start, 0, 70, 1},
             Case{40, 70, start, 0, 40, 1},
             Case{40, 70, present, 40, 70, 1},
             Case{70, 70, present, 70, 1070, 1},
             Case{10'000, std::nullopt, start, 0, 10'000, 1},
             Case{10'001, std::nullopt, start, 0, 10'001, 10},
             Case{10'001, 10'100, present, 10'001, 10'100, 1},
             Case{3'000'000, std::nullopt, start, 0, 3'000'000, 1000},
         }) {
        Session session = plain();
        session.state.iteration = c.iteration;
        session.hyperparameters.iterations = c.limit;
        for (const PythonLibrary library : allPythonLibraries) {
            const std::string text = pythonScript(session, library, c.from);
            EXPECT_EQ(constant(text, "start").value_or(0), c.start);
            EXPECT_EQ(constant(text, "iterations"), c.iterations);
            EXPECT_EQ(constant(text, "print_every"), c.printEvery);
        }
    }
}

TEST(PythonExport, TakesTheParametersOfItsStart) {
    Session session = plain();
    session.state.parameters.values().setConstant(0.75);
    EXPECT_TRUE(has(pythonScript(session, PythonLibrary::numpy), "1: np.full((6, 2), 0.75)")); // changed by hand
    session.state.iteration = 5;
    EXPECT_FALSE(has(pythonScript(session, PythonLibrary::numpy), "0.75"));
    EXPECT_TRUE(has(pythonScript(session, PythonLibrary::numpy, ScriptStart::present), "1: np.full((6, 2), 0.75)"));
}

TEST(PythonExport, KnowsTheOptimizersMemoryAtPresentAlone) {
    Session session = with([](Hyperparameters& h) { h.optimizer.kind = Optimizer::Kind::adam; });
    session.state.iteration = 12;
    session.state.optimizer.steps = 5;
    session.state.optimizer.v.setConstant(0.0625);
    session.state.optimizer.s.setConstant(std::numeric_limits<double>::infinity());
    const std::string numpy = pythonScript(session, PythonLibrary::numpy, ScriptStart::present);
    EXPECT_TRUE(has(numpy, "1: np.full((6, 2), 0.0625)"));
    EXPECT_TRUE(has(numpy, "1: np.full((6, 2), np.inf)"));
    EXPECT_TRUE(has(numpy, "alpha, t - 6)")); // the update after iteration 12 is the sixth with this memory
    EXPECT_TRUE(has(pythonScript(session, PythonLibrary::pytorch, ScriptStart::present), "torch.tensor(5.0)"));
    EXPECT_FALSE(has(pythonScript(session, PythonLibrary::numpy), "0.0625"));
}

RC_GTEST_PROP(PythonExport, OfAnySessionIsAScript, ()) {
    const Session session = RandomSession(*rc::gen::arbitrary<std::uint64_t>()).make();
    RC_PRE(session.data->count(Role::train) > 0);
    for (const PythonLibrary library : allPythonLibraries) {
        for (const ScriptStart start : allScriptStarts) {
            const std::string text = pythonScript(session, library, start);
            for (const auto& [opening, closing] : {std::pair{'(', ')'}, {'[', ']'}, {'{', '}'}}) {
                RC_ASSERT(std::ranges::count(text, opening) == std::ranges::count(text, closing));
            }
            for (const std::string& line : linesOf(text)) {
                RC_ASSERT(line.size() <= 120);
                RC_ASSERT(line.empty() || line.back() != ' ');
            }
            RC_ASSERT(!has(text, "\n\n\n\n"));
            RC_ASSERT(!has(text, "nan"));
        }
    }
}

} // namespace
} // namespace perceptible
