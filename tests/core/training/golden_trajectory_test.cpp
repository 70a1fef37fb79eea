// J after every update, against what tests/reference/golden_trajectories.py computed in NumPy.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/training/trainer.h"

namespace perceptible {
namespace {

using nlohmann::json;

const json& reference() {
    static const json document = json::parse(std::ifstream(PERCEPTIBLE_REFERENCE_DIR "/golden_trajectories.json"));
    return document;
}

DataSet examples() {
    std::vector<Example> result;
    for (std::size_t i = 0; i < reference()["Y"].size(); ++i) {
        result.push_back({reference()["X"][0][i], reference()["X"][1][i], reference()["Y"][i]});
    }
    return DataSet(result);
}

Activation activationNamed(const std::string& name) {
    const auto* const found = std::ranges::find(allActivations, name, [](Activation g) { return nameOf(g); });
    EXPECT_NE(found, std::end(allActivations)) << name;
    return *found;
}

Hyperparameters hyperparametersOf(const json& network) {
    Hyperparameters h;
    h.learningRate = network["learning_rate"];
    h.hiddenLayers.clear();
    for (std::size_t l = 0; l < network["activations"].size(); ++l) {
        h.hiddenLayers.push_back({network["units"][l + 1], activationNamed(network["activations"][l])});
    }
    return h;
}

Parameters<double> initialParametersOf(const json& network, const Architecture& architecture) {
    Parameters<double> parameters = zeroParameters<double>(architecture);
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        for (Eigen::Index i = 0; i < parameters[l].W.rows(); ++i) {
            const auto row = static_cast<std::size_t>(i);
            for (Eigen::Index j = 0; j < parameters[l].W.cols(); ++j) {
                parameters[l].W(i, j) = network["W"][l][row][static_cast<std::size_t>(j)];
            }
            parameters[l].b[i] = network["b"][l][row];
        }
    }
    return parameters;
}

class GoldenTrajectory : public testing::TestWithParam<std::string> {
protected:
    /// The largest relative distance of J from the reference, over all iterations.
    template <class Scalar>
    double worstDistance() {
        const json& network = reference()["networks"][GetParam()];
        const std::vector<double> golden = network["costs"];
        Trainer<Scalar> trainer(examples(), hyperparametersOf(network));
        trainer.setParameters(convert<Scalar>(initialParametersOf(network, trainer.architecture())));
        double worst = 0;
        for (const double expected : golden) {
            worst = std::max(worst, std::abs(trainer.measure(Role::train)->cost - expected) / expected);
            EXPECT_EQ(trainer.step(), Trainer<Scalar>::Outcome::updated);
        }
        EXPECT_GT(trainer.iteration(), 200);
        return worst;
    }
};

std::vector<std::string> networkNames() {
    std::vector<std::string> names;
    for (const auto& [name, network] : reference()["networks"].items()) {
        names.push_back(name);
    }
    return names;
}

INSTANTIATE_TEST_SUITE_P(Networks, GoldenTrajectory, testing::ValuesIn(networkNames()), [](const auto& instance) {
    std::string name = instance.param;
    std::ranges::replace_if(
        name, [](char c) { return c == ' ' || c == '-'; }, '_');
    return name;
});

TEST_P(GoldenTrajectory, IsFollowedInDouble) { EXPECT_LE(worstDistance<double>(), 1e-9); }
TEST_P(GoldenTrajectory, IsFollowedInFloat) { EXPECT_LE(worstDistance<float>(), 1e-3); }

} // namespace
} // namespace perceptible
