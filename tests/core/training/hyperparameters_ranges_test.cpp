// The ranges of the hyperparameters that are numbers, each by its lowest and its highest value.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "core/training/hyperparameters.h"

namespace perceptible {
namespace {

struct Range {
    std::string field;
    std::function<void(Hyperparameters&, double)> set;
    double low, high;
    std::string text; ///< of the range, in the message
};

void PrintTo(const Range& range, std::ostream* out) { *out << range.field; }

const Range ranges[] = {
    {"learning-rate", [](auto& h, double x) { h.learningRate = x; }, 1e-6, 100, "1e-06 and 100"},
    {"schedule-factor", [](auto& h, double x) { h.schedule.factor = x; }, 0, 1, "0 and 1"},
    {"beta1", [](auto& h, double x) { h.optimizer.beta1 = x; }, 0, 0.999999, "0 and 0.999999"},
    {"beta2", [](auto& h, double x) { h.optimizer.beta2 = x; }, 0, 0.999999, "0 and 0.999999"},
    {"epsilon", [](auto& h, double x) { h.optimizer.epsilon = x; }, 1e-30, 1, "1e-30 and 1"},
    {"l1", [](auto& h, double x) { h.l1 = x; }, 0, 1e6, "0 and 1e+06"},
    {"l2", [](auto& h, double x) { h.l2 = x; }, 0, 1e6, "0 and 1e+06"},
    {"clip-norm", [](auto& h, double x) { h.clipNorm = x; }, 1e-6, 1e6, "1e-06 and 1e+06"},
    {"until-cost", [](auto& h, double x) { h.targetCost = x; }, 0, 1e12, "0 and 1e+12"},
    {"hidden[2].dropout", [](auto& h, double x) { h.hiddenLayers[1].dropout = x; }, 0, 0.95, "0 and 0.95"},
    {"leaky-slope", [](auto& h, double x) { h.leakySlope = x; }, 0, 1, "0 and 1"},
    {"init-range", [](auto& h, double x) { h.initialRange = x; }, 0, 100, "0 and 100"},
    {"init-bias", [](auto& h, double x) { h.initialBias = x; }, -100, 100, "-100 and 100"},
};

const Range wholeRanges[] = {
    {"schedule-period", [](auto& h, double x) { h.schedule.period = static_cast<std::int64_t>(x); }, 1, 1e12,
     "1 and 1000000000000"},
    {"iterations", [](auto& h, double x) { h.iterations = static_cast<std::int64_t>(x); }, 0, 1e12,
     "0 and 1000000000000"},
    {"patience", [](auto& h, double x) { h.patience = static_cast<std::int64_t>(x); }, 1, 1e12, "1 and 1000000000000"},
    {"batch-size", [](auto& h, double x) { h.batchSize = static_cast<int>(x); }, 1, 200'000, "1 and 200000"},
};

/// The English of the only complaint, which must be about this field; "" when there is none.
std::string complaint(const Range& range, double value) {
    Hyperparameters h;
    range.set(h, value);
    const auto errors = h.validate();
    if (errors.empty()) {
        return "";
    }
    EXPECT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].field, range.field);
    return errors[0].message.english();
}

void expectItsEnds(const Range& range, double below, double above) {
    EXPECT_EQ(complaint(range, range.low), "");
    EXPECT_EQ(complaint(range, range.high), "");
    for (const double outside : {below, above}) {
        const std::string message = complaint(range, outside);
        EXPECT_EQ(message.rfind(range.field + " is ", 0), 0U) << message;
        EXPECT_TRUE(message.ends_with(", but must be between " + range.text + ".")) << message;
    }
}

class RangeOfANumber : public testing::TestWithParam<Range> {};
INSTANTIATE_TEST_SUITE_P(Hyperparameters, RangeOfANumber, testing::ValuesIn(ranges));

TEST_P(RangeOfANumber, HoldsItsEndsAndNothingBeyond) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    expectItsEnds(GetParam(), std::nextafter(GetParam().low, -infinity), std::nextafter(GetParam().high, infinity));
    expectItsEnds(GetParam(), -infinity, infinity);
    expectItsEnds(GetParam(), std::nan(""), std::nan(""));
}

class RangeOfAWholeNumber : public testing::TestWithParam<Range> {};
INSTANTIATE_TEST_SUITE_P(Hyperparameters, RangeOfAWholeNumber, testing::ValuesIn(wholeRanges));

TEST_P(RangeOfAWholeNumber, HoldsItsEndsAndNothingBeyond) {
    expectItsEnds(GetParam(), GetParam().low - 1, GetParam().high + 1);
}

TEST(HyperparametersRanges, LeaveOutWhatIsNotAskedFor) {
    Hyperparameters h;
    h.clipNorm = std::nullopt;
    h.iterations = std::nullopt;
    h.targetCost = std::nullopt;
    h.patience = std::nullopt;
    h.batchSize = std::nullopt;
    EXPECT_TRUE(h.validate().empty());
}

TEST(HyperparametersFeatures, AreAtLeastOneAndEachAtMostOnce) {
    Hyperparameters h;
    h.features = {};
    ASSERT_EQ(h.validate().size(), 1U);
    EXPECT_EQ(h.validate()[0].message.english(), "features is 0, but must be between 1 and 7.");
    h.features = {std::begin(allFeatures), std::end(allFeatures)};
    EXPECT_TRUE(h.validate().empty());
    h.features = {Feature::x1, Feature::sinX2, Feature::sinX2};
    ASSERT_EQ(h.validate().size(), 1U);
    EXPECT_EQ(h.validate()[0].field, "features");
    EXPECT_EQ(h.validate()[0].message.english(), "features has sin(x2) twice; expected each at most once.");
}

TEST(HyperparametersArchitecture, HasTheInputsOfTheFeaturesAndTheOutputOfTheTask) {
    Hyperparameters h;
    h.features = {Feature::x1, Feature::x2, Feature::x1x2};
    h.hiddenLayers = {{5, Activation::leakyRelu, 0.25}};
    h.leakySlope = 0.2;
    EXPECT_EQ(h.architecture(Task::binary),
              (Architecture{{3, 5, 1}, {Activation::leakyRelu, Activation::sigmoid}, 0.2, Task::binary}));
    EXPECT_EQ(h.architecture(Task::multiclass, 7),
              (Architecture{{3, 5, 7}, {Activation::leakyRelu, Activation::softmax}, 0.2, Task::multiclass}));
    EXPECT_EQ(h.architecture(Task::regression, 0),
              (Architecture{{3, 5, 1}, {Activation::leakyRelu, Activation::linear}, 0.2, Task::regression}));
    EXPECT_EQ(h.dropout().rates, std::vector<double>{0.25});
}

} // namespace
} // namespace perceptible
