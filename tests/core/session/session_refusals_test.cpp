#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/data/message.h"
#include "core/session/session.h"
#include "tests/core/session/small_session.h"

namespace perceptible {
namespace {

using namespace std::string_literals;

/// The sentence with which the text is refused; empty when it is accepted.
std::string refusalOf(std::string_view text) {
    try {
        parseSession(text, "s.json");
    } catch (const Refusal& refusal) {
        return refusal.message().english();
    }
    return {};
}

/// One part of sessions/small.json, what stands there instead, and the refusal.
struct BadPart {
    const char* part;
    std::string replacement;
    const char* sentence;
};

std::ostream& operator<<(std::ostream& stream, const BadPart& bad) {
    return stream << bad.part << " -> " << bad.replacement;
}

class SessionRefusal : public testing::TestWithParam<BadPart> {};

TEST_P(SessionRefusal, NamesFilePlaceAndWhatWasExpected) {
    EXPECT_EQ(refusalOf(edited(GetParam().part, GetParam().replacement)), GetParam().sentence);
}

const BadPart badHeads[] = {
    {R"("format": "perceptible-session",)", "", "s.json, /format is missing; expected it in every session."},
    {"perceptible-session", "perceptible-sesion",
     R"(s.json, /format is "perceptible-sesion"; expected one of: perceptible-session.)"},
    {R"("perceptible-session")", "1", "s.json, /format is 1; expected one of: perceptible-session."},
    {R"("version": 1,)", "", "s.json, /version is missing; expected it in every session."},
    {R"("version": 1)", R"("version": 7)", "s.json is of version 7; this program reads version 1."},
    {R"("version": 1)", R"("version": 2, "new": {})", "s.json is of version 2; this program reads version 1."},
    {R"("version": 1)", R"("version": 0)",
     "s.json, /version is 0; expected a whole number from 1 to 9007199254740991."},
    {R"("version": 1)", R"("version": "1")",
     R"(s.json, /version is "1"; expected a whole number from 1 to 9007199254740991.)"},
    {R"("float")", R"("half")", R"(s.json, /precision is "half"; expected one of: float, double.)"},
    {R"("iteration": 12,)", "", "s.json, /iteration is missing; expected it in every session."},
    {R"("iteration": 12)", R"("iteration": -1)",
     "s.json, /iteration is -1; expected a whole number from 0 to 9007199254740991."},
    {R"("iteration": 12)", R"("iteration": 1.5)",
     "s.json, /iteration is 1.5; expected a whole number from 0 to 9007199254740991."},
    {R"("iteration": 12)", R"("iteration": 9007199254740992)",
     "s.json, /iteration is 9007199254740992; expected a whole number from 0 to 9007199254740991."},
    {R"("iteration": 12)", R"("iteration": null)",
     "s.json, /iteration is null; expected a whole number from 0 to 9007199254740991."},
    {R"("version": 1)", R"("version": 1, "Precision": "float")",
     "s.json, /Precision is not known; expected only format, version, precision, iteration, hyperparameters, data, "
     "inputs, optimizer_state, batches, best, parameters there."},
    {R"("version": 1)", R"("version": 1, "version": 1)", "s.json, /version occurs twice; expected it once."},
};
INSTANTIATE_TEST_SUITE_P(Head, SessionRefusal, testing::ValuesIn(badHeads));

const BadPart badHyperparameters[] = {
    {R"("hyperparameters")", R"("hyperparameter")",
     "s.json, /hyperparameter is not known; expected only format, version, precision, iteration, hyperparameters, "
     "data, inputs, optimizer_state, batches, best, parameters there."},
    {R"("learning_rate": 0.3)", R"("learning_rate": 0)",
     "s.json, /hyperparameters/learning_rate is 0, but must be between 1e-06 and 100."},
    {R"("learning_rate": 0.3)", R"("learning_rate": "0.3")",
     R"(s.json, /hyperparameters/learning_rate is "0.3"; expected a finite number.)"},
    {R"("learning_rate": 0.3)", R"("learning_rate": 1e999)",
     "s.json, /hyperparameters/learning_rate is 1e999; expected a finite number."},
    {R"("learning_rate": 0.3)", R"("learning_rate": null)",
     "s.json, /hyperparameters/learning_rate is null; expected a finite number."},
    {R"("learning_rate")", R"("learning-rate")",
     "s.json, /hyperparameters/learning-rate is not known; expected only learning_rate, schedule, optimizer, l1, l2, "
     "clip_norm, iterations, target_cost, patience, hidden_layers, leaky_slope, initialization, initial_range, "
     "initial_bias, features, standardize, batch_size, shuffle, seed there."},
    {R"("constant")", R"("linear")",
     R"(s.json, /hyperparameters/schedule/kind is "linear"; expected one of: constant, step, cosine, inverse-time.)"},
    {R"("period": 1000)", R"("period": 0)",
     "s.json, /hyperparameters/schedule/period is 0, but must be between 1 and 1000000000000."},
    {R"("factor": 0.5)", R"("factor": -0.5)",
     "s.json, /hyperparameters/schedule/factor is -0.5, but must be between 0 and 1."},
    {R"({"kind": "constant", "period": 1000, "factor": 0.5})", R"("constant")",
     R"(s.json, /hyperparameters/schedule is "constant"; expected {…}.)"},
    {R"("momentum")", R"("sgd")",
     R"(s.json, /hyperparameters/optimizer/kind is "sgd"; expected one of: gradient-descent, momentum, nesterov, )"
     "rmsprop, adam."},
    {R"("beta1": 0.9)", R"("beta1": 1)",
     "s.json, /hyperparameters/optimizer/beta1 is 1, but must be between 0 and 0.999999."},
    {R"("beta2": 0.999)", R"("beta2": -1)",
     "s.json, /hyperparameters/optimizer/beta2 is -1, but must be between 0 and 0.999999."},
    {R"("epsilon": 1e-08)", R"("epsilon": 0)",
     "s.json, /hyperparameters/optimizer/epsilon is 0, but must be between 1e-30 and 1."},
    {R"("l1": 0)", R"("l1": -1)", "s.json, /hyperparameters/l1 is -1, but must be between 0 and 1e+06."},
    {R"("l2": 0)", R"("l2": 1e7)", "s.json, /hyperparameters/l2 is 10000000.0, but must be between 0 and 1e+06."},
    {R"("clip_norm": null)", R"("clip_norm": 0)",
     "s.json, /hyperparameters/clip_norm is 0, but must be between 1e-06 and 1e+06."},
    {R"("iterations": null)", R"("iterations": -5)",
     "s.json, /hyperparameters/iterations is -5, but must be between 0 and 1000000000000."},
    {R"("iterations": null)", R"("iterations": 1e300)",
     "s.json, /hyperparameters/iterations is 1e+300; expected a whole number."},
    {R"("target_cost": null)", R"("target_cost": -0.1)",
     "s.json, /hyperparameters/target_cost is -0.1, but must be between 0 and 1e+12."},
    {R"("patience": null)", R"("patience": 0)",
     "s.json, /hyperparameters/patience is 0, but must be between 1 and 1000000000000."},
    {R"("units": 2)", R"("units": 0)",
     "s.json, /hyperparameters/hidden_layers/0/units is 0, but must be between 1 and 128."},
    {R"("units": 2)", R"("units": 5000000000)",
     "s.json, /hyperparameters/hidden_layers/0/units is 5000000000, but must be between 1 and 128."},
    {R"("units": 2)", R"("units": 2.5)",
     "s.json, /hyperparameters/hidden_layers/0/units is 2.5; expected a whole number."},
    {R"("leaky-relu")", R"("softsign")",
     R"(s.json, /hyperparameters/hidden_layers/0/activation is "softsign"; expected one of: sigmoid, tanh, relu, )"
     "leaky-relu, elu, softplus, silu, sine, linear."},
    {R"("leaky-relu")", R"("softmax")",
     R"(s.json, /hyperparameters/hidden_layers/0/activation is "softmax"; expected one of: sigmoid, tanh, relu, )"
     "leaky-relu, elu, softplus, silu, sine, linear."},
    {R"("dropout": 0.25)", R"("dropout": 0.99)",
     "s.json, /hyperparameters/hidden_layers/0/dropout is 0.99, but must be between 0 and 0.95."},
    {R"("dropout": 0.25)", R"("Dropout": 0.25)",
     "s.json, /hyperparameters/hidden_layers/0/Dropout is not known; expected only units, activation, dropout there."},
    {R"({"units": 2, "activation": "leaky-relu", "dropout": 0.25})",
     "{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}",
     "s.json, /hyperparameters/hidden_layers is 13, but must be between 0 and 12."},
    {R"("leaky_slope": 0.01)", R"("leaky_slope": 2)",
     "s.json, /hyperparameters/leaky_slope is 2, but must be between 0 and 1."},
    {R"("xavier")", R"("glorot")",
     R"(s.json, /hyperparameters/initialization is "glorot"; expected one of: zeros, small-random, xavier, he, lecun, )"
     "uniform."},
    {R"("initial_range": 0.5)", R"("initial_range": 101)",
     "s.json, /hyperparameters/initial_range is 101, but must be between 0 and 100."},
    {R"("initial_bias": 0)", R"("initial_bias": -101)",
     "s.json, /hyperparameters/initial_bias is -101, but must be between -100 and 100."},
    {R"(["x1", "x2"])", R"(["x1", "x3"])",
     R"(s.json, /hyperparameters/features/1 is "x3"; expected one of: x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2).)"},
    {R"(["x1", "x2"])", R"(["x1", "x1"])",
     R"(s.json, /hyperparameters/features/1 is "x1", which occurs twice; expected each at most once.)"},
    {R"(["x1", "x2"])", "[]", "s.json, /hyperparameters/features is 0, but must be between 1 and 7."},
    {R"("standardize": false)", R"("standardize": 0)",
     "s.json, /hyperparameters/standardize is 0; expected true | false."},
    {R"("batch_size": 1)", R"("batch_size": 0)",
     "s.json, /hyperparameters/batch_size is 0, but must be between 1 and 200000."},
    {R"("shuffle": true)", R"("shuffle": "yes")",
     R"(s.json, /hyperparameters/shuffle is "yes"; expected true | false.)"},
    {R"("seed": 1)", R"("seed": -1)",
     "s.json, /hyperparameters/seed is -1; expected a whole number from 0 to 999999999."},
    {R"("seed": 1)", R"("seed": 1000000000)",
     "s.json, /hyperparameters/seed is 1000000000; expected a whole number from 0 to 999999999."},
};
INSTANTIATE_TEST_SUITE_P(Hyperparameters, SessionRefusal, testing::ValuesIn(badHyperparameters));

const BadPart badData[] = {
    {R"("binary")", R"("classification")",
     R"(s.json, /data/task is "classification"; expected one of: binary, multiclass, regression.)"},
    {R"("classes": 2)", R"("classes": 3)", "s.json, /data/classes is 3; expected a whole number from 2 to 2."},
    {R"("binary")", R"("regression")", "s.json, /data/classes is 2; expected a whole number from 0 to 0."},
    {R"("examples": [)", R"("examples": [[1, 2], )", "s.json, /data/examples/0 is a list of 2; expected a list of 3."},
    {R"("examples": [)", R"("examples": [5, )", "s.json, /data/examples/0 is 5; expected […]."},
    {R"("examples")", R"("points")",
     "s.json, /data/points is not known; expected only task, classes, examples, test there."},
    {"[3, 4, 0]", "[3, 1000001, 0]", "s.json, /data/examples/2/1 is 1000001; expected a number from -1e+06 to 1e+06."},
    {"[3, 4, 0]", "[3, 4, 2]", "s.json, /data/examples/2/2 is 2; expected a whole number from 0 to 1."},
    {"[3, 4, 0]", "[3, 4, 0.5]", "s.json, /data/examples/2/2 is 0.5; expected a whole number from 0 to 1."},
    {"[3, 4, 0]", "[3, null, 0]", "s.json, /data/examples/2/1 is null; expected a finite number."},
    {"[\n      1\n    ]", "[3]", "s.json, /data/test/0 is 3; expected a whole number from 0 to 2."},
    {"[\n      1\n    ]", "[-1]", "s.json, /data/test/0 is -1; expected a whole number from 0 to 2."},
    {"[\n      1\n    ]", "[0, 1, 0]", "s.json, /data/test/2 is 0, which occurs twice; expected each at most once."},
    {"[\n      1\n    ]", "[0, 1, 2, 0]", "s.json, /data/test is a list of 4; expected a list of at most 3."},
};
INSTANTIATE_TEST_SUITE_P(Data, SessionRefusal, testing::ValuesIn(badData));

const BadPart badStates[] = {
    {R"("means": [])", R"("means": [0, 0])", "s.json, /inputs/means is a list of 2; expected a list of 0."},
    {R"("standardize": false)", R"("standardize": true)",
     "s.json, /inputs/means is a list of 0; expected a list of 2."},
    {R"("v": [)", R"("v": [1,)", "s.json, /optimizer_state/v is a list of 10; expected a list of 9."},
    {R"("s": [])", R"("s": [0])", "s.json, /optimizer_state/s is a list of 1; expected a list of 0."},
    {R"("steps": 12)", R"("steps": -1)",
     "s.json, /optimizer_state/steps is -1; expected a whole number from 0 to 9007199254740991."},
    {R"("epoch": 6)", R"("epoch": -6)",
     "s.json, /batches/epoch is -6; expected a whole number from 0 to 9007199254740991."},
    {R"("done": 1)", R"("done": 2)", "s.json, /batches/done is 2; expected a whole number from 0 to 1."},
    {R"({"epoch": 6, "done": 1})", "[6, 1]", "s.json, /batches is […]; expected {…}."},
    {R"("cost": null)", R"("cost": "inf")", R"(s.json, /best/cost is "inf"; expected a finite number.)"},
};
INSTANTIATE_TEST_SUITE_P(State, SessionRefusal, testing::ValuesIn(badStates));

const BadPart badParameters[] = {
    {R"("parameters": [)", R"("parameters": [{}, )", "s.json, /parameters is a list of 3; expected a list of 2."},
    {R"("W")", R"("w")", "s.json, /parameters/0/w is not known; expected only W, b there."},
    {R"("b": [-0.0, 3])", R"("b": [-0.0])", "s.json, /parameters/0/b is a list of 1; expected a list of 2."},
    {",\n      \"b\": [-0.0, 3]", "", "s.json, /parameters/0/b is missing; expected it in every session."},
    {"[1, 1e-20]", "[1, 1e-20], [1, 2]", "s.json, /parameters/0/W is a list of 3; expected a list of 2."},
    {"[1, 1e-20]", "[1, 1e-20, 2]", "s.json, /parameters/0/W/1 is a list of 3; expected a list of 2."},
    {"[1, 1e-20]", "1", "s.json, /parameters/0/W/1 is 1; expected […]."},
    {"[1, 1e-20]", "[1, NaN]",
     "s.json, line 59, column 13: found “NaN”; expected \"…\" | 0 | true | false | null | [ | {."},
    {"[1, 1e-20]", "[1, -Infinity]",
     "s.json, line 59, column 13: found “-Infinity”; expected \"…\" | 0 | true | false | null | [ | {."},
    {"[1, 1e-20]", R"([1, "NaN"])", R"(s.json, /parameters/0/W/1/1 is "NaN"; expected a finite number.)"},
    {"[1, 1e-20]", "[1, null]", "s.json, /parameters/0/W/1/1 is null; expected a finite number."},
    {"[1, 1e-20]", "[1, -1e999]", "s.json, /parameters/0/W/1/1 is -1e999; expected a finite number."},
    {"[1, 1e-20]", "[1, 3.5e38]",
     "s.json, /parameters/0/W/1/1 is 3.5e+38; expected a number from -3.4028234663852886e+38 to "
     "3.4028234663852886e+38."},
    {"[16777216]", "[true]", "s.json, /parameters/1/b/0 is true; expected a finite number."},
    {R"("hidden_layers": [)", R"("hidden_layers": [{}, )", "s.json, /parameters is a list of 2; expected a list of 3."},
};
INSTANTIATE_TEST_SUITE_P(Parameters, SessionRefusal, testing::ValuesIn(badParameters));

const BadPart badSyntax[] = {
    {R"("iteration": 12,)", R"("iteration": 12)",
     R"(s.json, line 6, column 3: found “"hyperparameters"”; expected , | }.)"},
    {R"("iteration": 12,)", R"("iteration" 12,)", "s.json, line 5, column 15: found “12”; expected :."},
    {R"("iteration": 12,)", R"("iteration": ,)",
     "s.json, line 5, column 16: found “,”; expected \"…\" | 0 | true | false | null | [ | {."},
    {R"("iteration": 12,)", R"("iteration": softsign,)",
     "s.json, line 5, column 16: found “softsign”; expected \"…\" | 0 | true | false | null | [ | {."},
    {R"("iteration": 12,)", R"(iteration: 12,)", "s.json, line 5, column 3: found “iteration”; expected \"…\"."},
    {R"("iteration": 12,)", R"("iteration": 012,)",
     "s.json, line 5, column 16: found “012”; expected \"…\" | 0 | true | false | null | [ | {."},
    {R"("iteration": 12,)", "\"it\neration\": 12,", "s.json, line 5, column 3: found “\"it ”; expected \"…\"."},
    {R"("iteration": 12,)", "\"iteration\": 12, // so far", "s.json, line 5, column 20: found “/”; expected \"…\"."},
    {R"("iteration": 12,)", "\"\xFFiteration\": 12,", "s.json, line 5, column 3: found “\"\uFFFD”; expected \"…\"."},
    {R"(["x1", "x2"])", R"(["x1" "x2"])", "s.json, line 23, column 23: found “\"x2\"”; expected , | ]."},
    {R"(["x1", "x2"])", R"(["x1", "x2",])",
     "s.json, line 23, column 29: found “]”; expected \"…\" | 0 | true | false | null | [ | {."},
    {R"("iteration": 12,)", "\"iteration\": 12,\v", "s.json, line 5: this is not text; expected JSON in UTF-8."},
};
INSTANTIATE_TEST_SUITE_P(Syntax, SessionRefusal, testing::ValuesIn(badSyntax));

TEST(SessionRefusals, TellsWhatIsNoSessionAtAll) {
    EXPECT_EQ(refusalOf(""), "s.json, line 1, column 1: the text ends here; expected {.");
    EXPECT_EQ(refusalOf(" \n\n "), "s.json, line 3, column 2: the text ends here; expected {.");
    EXPECT_EQ(refusalOf("null"), "s.json, / is null; expected {…}.");
    EXPECT_EQ(refusalOf("[1]"), "s.json, / is […]; expected {…}.");
    EXPECT_EQ(refusalOf("1e999"), "s.json, / is 1e999; expected a finite number.");
    EXPECT_EQ(refusalOf("{}"), "s.json, /format is missing; expected it in every session.");
    EXPECT_EQ(refusalOf("x1,x2,label\n1,2,0\n"), "s.json, line 1, column 1: found “x1”; expected {.");
    EXPECT_EQ(refusalOf(smallText() + "}"), "s.json, line 71, column 1: found “}”; expected nothing more.");
    EXPECT_EQ(refusalOf(smallText() + "\0"s), "s.json, line 71: this is not text; expected JSON in UTF-8.");
    EXPECT_EQ(refusalOf("\xFF\xFE{\0}\0"s), "s.json, line 1: this is not text; expected JSON in UTF-8.");
}

TEST(SessionRefusals, TellsWhereTheTextEnds) {
    const std::string text = smallText();
    EXPECT_EQ(refusalOf(text.substr(0, text.size() - 2)),
              "s.json, line 70, column 1: the text ends here; expected , | }.");
    EXPECT_EQ(refusalOf(text.substr(0, text.find("[0.1") + 3)),
              "s.json, line 58, column 12: the text ends here; expected \"…\" | 0 | true | false | null | [ | { | ].");
    EXPECT_EQ(refusalOf(text.substr(0, text.find("\"iteration\"") + 11)),
              "s.json, line 5, column 14: the text ends here; expected :.");
    EXPECT_EQ(refusalOf(text.substr(0, text.find("\"iteration\"") + 5)),
              "s.json, line 5, column 8: the text ends here; expected \"…\".");
}

TEST(SessionRefusals, KnowsTheOtherTasks) {
    std::string text = smallText();
    const std::string head = R"("task": "binary",
    "classes": 2)";
    ASSERT_NE(text.find(head), std::string::npos);
    const auto with = [&](const char* replacement) {
        return std::string(text).replace(text.find(head), head.size(), replacement);
    };
    EXPECT_EQ(refusalOf(with(R"("task": "multiclass")")),
              "s.json, /data/classes is missing; expected it in every session.");
    EXPECT_EQ(refusalOf(with(R"("task": "multiclass", "classes": 11)")),
              "s.json, /data/classes is 11; expected a whole number from 2 to 10.");
    EXPECT_EQ(refusalOf(with(R"("task": "multiclass", "classes": 3)")),
              "s.json, /parameters/1/W is a list of 1; expected a list of 3.");
    EXPECT_EQ(refusalOf(with(R"("task": "regression")")), "");
}

TEST(SessionRefusals, DoesNotGoDeep) {
    for (const std::string bracket : {"[", "{\"a\":"}) {
        std::string text;
        for (int i = 0; i < 1'000'000; ++i) {
            text += bracket;
        }
        const std::string refusal = refusalOf(text);
        EXPECT_NE(refusal.find("is too deep; expected at most 16 brackets within each other."), std::string::npos)
            << refusal;
    }
}

TEST(SessionRefusals, StaysShort) {
    const std::string longName(1'000'000, 'x');
    EXPECT_EQ(refusalOf("{\"" + longName + "\": 1, \"" + longName + "\": 2}"),
              "s.json, /xxxxxxxxxxxxxxxxxxxxxxxx… occurs twice; expected it once.");
    EXPECT_EQ(refusalOf("{\"format\": \"" + longName + "\"}"),
              "s.json, /format is \"xxxxxxxxxxxxxxxxxxxxxxxx…\"; expected one of: perceptible-session.");
    EXPECT_EQ(refusalOf("{" + longName),
              "s.json, line 1, column 2: found “xxxxxxxxxxxxxxxxxxxxxxxx…”; expected \"…\" | }.");
}

TEST(SessionRefusals, StatesTheLimits) {
    std::string examples;
    for (std::size_t i = 0; i <= DataSet::maxExamples; ++i) {
        examples += "[1, 2, 0], ";
    }
    EXPECT_EQ(refusalOf(edited("\"examples\": [", "\"examples\": [" + examples)),
              "s.json, /data/examples is a list of 200004; expected a list of at most 200000.");
    EXPECT_EQ(refusalOf(std::string(100'000'001, ' ')), "s.json is too large; expected at most 100000000 bytes.");
}

} // namespace
} // namespace perceptible
