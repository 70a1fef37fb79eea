#include "core/session/session.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/data/message.h"
#include "tests/core/session/random_session.h"
#include "tests/core/session/session_bits.h"
#include "tests/core/session/small_session.h"

namespace perceptible {
namespace {

RC_GTEST_PROP(Session, IsReadBackBitForBit, ()) {
    const Session session = RandomSession(*rc::gen::arbitrary<std::uint64_t>()).make();
    const std::string text = toJson(session);
    const Session again = parseSession(text, "again.json");
    RC_ASSERT(same(again, session));
    RC_ASSERT(toJson(again) == text);
}

/// What sessions/small.json says.
Session small() {
    Session session;
    session.precision = Precision::float32;
    session.data =
        std::make_shared<const DataSet>(std::vector<Example>{{0.5, -1.25, 1}, {-0.0, 1e-7, 0, Role::test}, {3, 4, 0}});
    session.hyperparameters.hiddenLayers = {{2, Activation::leakyRelu, 0.25}};
    session.hyperparameters.optimizer.kind = Optimizer::Kind::momentum;
    session.hyperparameters.batchSize = 1;
    session.state.iteration = 12;
    session.state.parameters = Parameters<double>({2, 2, 1});
    session.state.parameters.values() << 0.1F, -0.2F, 1, 1e-20F, -0.0, 3, 0.5, -0.5, 16'777'216;
    session.state.optimizer = {session.hyperparameters.optimizer, 9};
    session.state.optimizer.steps = 12;
    session.state.optimizer.v[8] = 0.3F;
    session.state.batches = {6, 1};
    return session;
}

TEST(Session, IsWrittenForPeopleToReadAndEdit) { EXPECT_EQ(toJson(small()), smallText()); }

TEST(Session, ReadsNumbersAsPeopleWriteThem) {
    EXPECT_TRUE(same(parseSession(edited("[-0.0, 3]", "[-0, 3.0]"), "s.json"), small()));
    EXPECT_TRUE(same(parseSession(edited("\"iteration\": 12", "\"iteration\": 1.2e1"), "s.json"), small()));
    EXPECT_TRUE(same(parseSession(edited("[3, 4, 0]", "[30e-1,\t4.0,\r\n0.0]"), "s.json"), small()));
    EXPECT_TRUE(same(parseSession("\xEF\xBB\xBF" + smallText(), "s.json"), small()));
}

TEST(Session, RoundsToFloatsInAFloatSessionAlone) {
    const std::string single = edited("[0.1, -0.2]", "[0.123456789, 1e-300]");
    EXPECT_EQ(parseSession(single, "s.json").state.parameters.values()[0], 0.123456789F);
    EXPECT_EQ(parseSession(single, "s.json").state.parameters.values()[1], 0);
    std::string twice = single;
    twice.replace(twice.find("\"float\""), 7, "\"double\"");
    EXPECT_EQ(parseSession(twice, "s.json").state.parameters.values()[0], 0.123456789);
    EXPECT_EQ(parseSession(twice, "s.json").state.parameters.values()[1], 1e-300);
}

TEST(Session, IsAFreshTrainingWhereNothingIsSaid) {
    const Session session = parseSession(R"({
        "format": "perceptible-session", "version": 1, "iteration": 0,
        "hyperparameters": {"hidden_layers": [], "standardize": true, "optimizer": {"kind": "adam"}},
        "data": {"examples": [[1, 5, 1], [3, 5, 0]]},
        "parameters": [{"W": [[1, 2]], "b": [3]}]})",
                                         "s.json");
    Hyperparameters expected;
    expected.hiddenLayers.clear();
    expected.standardize = true;
    expected.optimizer.kind = Optimizer::Kind::adam;
    EXPECT_EQ(session.hyperparameters, expected);
    EXPECT_EQ(session.precision, Precision::float64);
    EXPECT_EQ(*session.data, DataSet({{1, 5, 1}, {3, 5, 0}}));
    EXPECT_EQ(session.best, Stopping::Best{});
    Trainer<double> trainer(session.data, expected);
    TrainingState<double> fresh = trainer.state();
    fresh.parameters = session.state.parameters;
    EXPECT_EQ(session.state, fresh);
}

TEST(Session, CanHaveNoExamples) {
    Session session;
    session.state.parameters = Parameters<double>(session.hyperparameters.architecture().units);
    EXPECT_TRUE(same(parseSession(toJson(session), "s.json"), session));
}

TEST(Session, NamesItsPrecisions) {
    EXPECT_EQ(nameOf(Precision::float32), "float");
    EXPECT_EQ(nameOf(Precision::float64), "double");
}

/// Shortest forms of floats that are read by way of a double: neighbours of powers of two, subnormal numbers.
TEST(Session, KeepsEveryFloat) {
    Session session;
    session.precision = Precision::float32;
    session.hyperparameters.hiddenLayers = {{128, Activation::tanh}, {128, Activation::tanh}};
    session.state.parameters = Parameters<double>(session.hyperparameters.architecture().units);
    SplitMix64 random(1);
    for (int round = 0; round < 20; ++round) {
        for (double& value : session.state.parameters.values()) {
            const auto bits = static_cast<std::uint32_t>(random());
            value = (bits >> 23U & 255U) == 255 ? 0 : std::bit_cast<float>(bits);
        }
        ASSERT_TRUE(same(parseSession(toJson(session), "s.json"), session));
    }
}

} // namespace
} // namespace perceptible
