#include "core/training/hyperparameters.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/data/data_set.h"

namespace perceptible {
namespace {

/// The English of the only complaint, which must be about `field` and begin with its name; "" when there is none.
std::string onlyErrorOf(const Hyperparameters& h, const std::string& field) {
    const auto errors = h.validate();
    if (errors.empty()) {
        return "";
    }
    EXPECT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].field, field);
    EXPECT_EQ(errors[0].message.english().rfind(field + " is ", 0), 0U) << errors[0].message.english();
    return errors[0].message.english();
}

TEST(Hyperparameters, AreValidByDefault) { EXPECT_TRUE(Hyperparameters{}.validate().empty()); }

TEST(Hyperparameters, LimitTheLearningRate) {
    const auto errorAt = [](double learningRate) {
        Hyperparameters h;
        h.learningRate = learningRate;
        return onlyErrorOf(h, "learning-rate");
    };
    EXPECT_EQ(errorAt(1e-6), "");
    EXPECT_EQ(errorAt(100), "");
    EXPECT_EQ(errorAt(0), "learning-rate is 0, but must be between 1e-06 and 100.");
    EXPECT_NE(errorAt(100.5), "");
    EXPECT_NE(errorAt(-0.1), "");
    EXPECT_NE(errorAt(std::numeric_limits<double>::infinity()), "");
    EXPECT_NE(errorAt(std::numeric_limits<double>::quiet_NaN()), "");
}

TEST(Hyperparameters, LimitTheIterations) {
    const auto errorAt = [](std::optional<std::int64_t> iterations) {
        Hyperparameters h;
        h.iterations = iterations;
        return onlyErrorOf(h, "iterations");
    };
    EXPECT_EQ(errorAt(std::nullopt), "");
    EXPECT_EQ(errorAt(0), "");
    EXPECT_EQ(errorAt(Hyperparameters::maxIterations), "");
    EXPECT_EQ(errorAt(-1), "iterations is -1, but must be between 0 and 1000000000000.");
    EXPECT_NE(errorAt(Hyperparameters::maxIterations + 1), "");
}

TEST(Hyperparameters, LimitTheHiddenLayers) {
    const auto errorAt = [](std::size_t layers) {
        Hyperparameters h;
        h.hiddenLayers.assign(layers, {});
        return onlyErrorOf(h, "hidden");
    };
    EXPECT_EQ(errorAt(0), "");
    EXPECT_EQ(errorAt(12), "");
    EXPECT_EQ(errorAt(13), "hidden is 13, but must be between 0 and 12.");
}

TEST(Hyperparameters, LimitTheUnitsOfEachLayer) {
    const auto errorAt = [](int units) {
        Hyperparameters h;
        h.hiddenLayers[1].units = units;
        return onlyErrorOf(h, "hidden[2].units");
    };
    EXPECT_EQ(errorAt(1), "");
    EXPECT_EQ(errorAt(128), "");
    EXPECT_EQ(errorAt(0), "hidden[2].units is 0, but must be between 1 and 128.");
    EXPECT_NE(errorAt(129), "");
    EXPECT_NE(errorAt(-5), "");
}

TEST(Hyperparameters, LimitTheBatchSize) {
    const auto errorAt = [](std::optional<int> batchSize) {
        Hyperparameters h;
        h.batchSize = batchSize;
        return onlyErrorOf(h, "batch-size");
    };
    EXPECT_EQ(errorAt(std::nullopt), "");
    EXPECT_EQ(errorAt(1), "");
    EXPECT_EQ(errorAt(static_cast<int>(DataSet::maxExamples)), "");
    EXPECT_EQ(errorAt(0), "batch-size is 0, but must be between 1 and 200000.");
    EXPECT_NE(errorAt(static_cast<int>(DataSet::maxExamples) + 1), "");
}

TEST(Hyperparameters, LimitTheSeed) {
    const auto errorAt = [](std::uint64_t seed) {
        Hyperparameters h;
        h.seed = seed;
        return onlyErrorOf(h, "seed");
    };
    EXPECT_EQ(errorAt(0), "");
    EXPECT_EQ(errorAt(999'999'999), "");
    EXPECT_EQ(errorAt(1'000'000'000), "seed is 1000000000, but must be between 0 and 999999999.");
}

TEST(Hyperparameters, ComplainAboutEveryFieldAtOnce) {
    Hyperparameters h;
    h.learningRate = 0;
    h.iterations = -1;
    h.hiddenLayers = {{0, Activation::relu}, {200, Activation::relu}};
    h.batchSize = 0;
    h.seed = Hyperparameters::maxSeed + 1;
    std::vector<std::string> fields;
    for (const auto& error : h.validate()) {
        fields.push_back(error.field);
    }
    EXPECT_EQ(fields, (std::vector<std::string>{"learning-rate", "iterations", "hidden[1].units", "hidden[2].units",
                                                "batch-size", "seed"}));
}

TEST(Hyperparameters, DescribeTwoInputsAndASigmoidOutput) {
    Hyperparameters h;
    h.hiddenLayers = {{5, Activation::relu}, {3, Activation::tanh}};
    EXPECT_EQ(h.architecture(),
              (Architecture{{2, 5, 3, 1}, {Activation::relu, Activation::tanh, Activation::sigmoid}}));
    h.hiddenLayers.clear();
    EXPECT_EQ(h.architecture(), (Architecture{{2, 1}, {Activation::sigmoid}}));
}

} // namespace
} // namespace perceptible
