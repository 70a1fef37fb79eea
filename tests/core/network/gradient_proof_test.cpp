// Backward against difference quotients on some two thousand random networks: every activation × task × regulariser,
// 0–6 hidden layers, 1–7 inputs, 3–10 classes.

#include <gtest/gtest.h>

#include <cmath>

#include "core/network/gradient_check.h"
#include "tests/core/network/random_case.h"

namespace perceptible {
namespace {

enum class Regulariser { none, l1, l2, both, dropout };
constexpr Regulariser allRegularisers[] = {Regulariser::none, Regulariser::l1, Regulariser::l2, Regulariser::both,
                                           Regulariser::dropout};

constexpr int networksEach = 15; // of every combination

/// Over the networks of one test.
struct Tally {
    int networks = 0;
    Eigen::Index compared = 0;
    Eigen::Index atKinks = 0;
    double worst = 0;
    double worstOfLayers = 0;
};

struct Checked {
    Objective objective;
    Parameters<double> parameters;
};

/// The i-th network of a combination.
Checked network(Random& random, Activation g, Task task, Regulariser regulariser, int i) {
    const Activation choice[] = {g};
    Architecture architecture = randomArchitecture(random, i % 7, 6, choice, task,
                                                   3 + (i + static_cast<int>(regulariser)) % 8, 1 + i % 6 + i / 14);
    architecture.leakySlope = random.uniform(0, 1);
    auto c = randomCase<double>(random, architecture, static_cast<Eigen::Index>(1 + random.below(12)));
    if (hasKink(g) && i == 4) { // on a coarse grid, where some z[1] are exactly 0
        c.X = (c.X.array() * 2).round() / 2;
        c.parameters[0].W = (c.parameters[0].W.array() * 4).round() / 4;
        c.parameters[0].b = (c.parameters[0].b.array() * 8).round() / 8;
    }
    Checked result{{c.architecture, c.X, c.Y}, c.parameters};
    const bool both = regulariser == Regulariser::both;
    result.objective.penalty.m = 2 * c.X.cols(); // as if these were half of the training examples
    result.objective.penalty.l1 = both || regulariser == Regulariser::l1 ? random.uniform(0.01, 1) : 0;
    result.objective.penalty.l2 = both || regulariser == Regulariser::l2 ? random.uniform(0.01, 1) : 0;
    if (regulariser == Regulariser::dropout) {
        Dropout dropout{{}, random.below(1'000'000)};
        for (int l = 1; l < architecture.layers(); ++l) {
            dropout.rates.push_back(random.uniform(0, 0.6));
        }
        result.objective.dropout = dropout;
    }
    return result;
}

/// ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) as it stands in the lecture, without the allowance for rounding that checkGradients() makes.
double plainError(const Checked& c, const Parameters<double>& gradients) {
    double difference = 0;
    double backward = 0;
    double numeric = 0;
    for (Eigen::Index i = 0; i < gradients.values().size(); ++i) {
        const CheckedParameter p = checkParameter(c.objective, c.parameters, gradients, i);
        if (!p.atKink) {
            difference += std::pow(p.backward - p.numeric, 2);
            backward += std::pow(p.backward, 2);
            numeric += std::pow(p.numeric, 2);
        }
    }
    return difference == 0 ? 0 : std::sqrt(difference) / (std::sqrt(backward) + std::sqrt(numeric));
}

template <class Activations>
Tally checkAll(const Activations& activations) {
    constexpr double allowed = kToleratedError;
    Tally tally;
    Random random(2024);
    for (const Activation g : activations) {
        for (const Task task : allTasks) {
            for (const Regulariser regulariser : allRegularisers) {
                for (int i = 0; i < networksEach; ++i) {
                    SCOPED_TRACE(testing::Message() << nameOf(g) << ", " << nameOf(task) << ", regulariser "
                                                    << static_cast<int>(regulariser) << ", network " << i);
                    const Checked c = network(random, g, task, regulariser, i);
                    const Parameters<double> gradients = *gradientsOf(c.objective, c.parameters);
                    const auto check = checkGradients(c.objective, c.parameters, gradients);
                    EXPECT_LE(check->relativeError, allowed);
                    const double plain = plainError(c, gradients);
                    EXPECT_LE(plain, allowed);
                    EXPECT_EQ(check->layers.size(), c.parameters.size());
                    EXPECT_EQ(check->compared + check->atKinks, c.parameters.values().size());
                    for (const Agreement& layer : check->layers) {
                        EXPECT_TRUE(layer.compared == 0 || layer.passes(allowed));
                        tally.worstOfLayers =
                            std::max(tally.worstOfLayers, layer.withinRounding ? 0 : layer.relativeError);
                    }
                    ++tally.networks;
                    tally.compared += check->compared;
                    tally.atKinks += check->atKinks;
                    tally.worst = std::max(tally.worst, plain);
                }
            }
        }
    }
    testing::Test::RecordProperty("networks", tally.networks);
    testing::Test::RecordProperty("compared", static_cast<int>(tally.compared));
    testing::Test::RecordProperty("at_kinks", static_cast<int>(tally.atKinks));
    testing::Test::RecordProperty("worst_times_1e12", static_cast<int>(tally.worst * 1e12));
    testing::Test::RecordProperty("worst_layer_times_1e12", static_cast<int>(tally.worstOfLayers * 1e12));
    return tally;
}

TEST(GradientProof, BackwardIsTheSlopeOfTheCostOfSmoothNetworks) {
    const Tally tally = checkAll(smoothActivations);
    EXPECT_GE(tally.networks, 1500);
    EXPECT_EQ(tally.atKinks, 0);
}

TEST(GradientProof, BackwardIsTheSlopeOfTheCostOfNetworksWithKinksAwayFromThem) {
    constexpr Activation kinked[] = {Activation::relu, Activation::leakyRelu};
    const Tally tally = checkAll(kinked);
    EXPECT_GE(tally.networks, 450);
    EXPECT_GT(tally.atKinks, 0);
    EXPECT_LT(tally.atKinks, tally.compared / 50);
}

} // namespace
} // namespace perceptible
