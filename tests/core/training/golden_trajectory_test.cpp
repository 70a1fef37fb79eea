// J after every update, against what tests/reference/trajectories_numpy.py computed (and trajectories_torch.py
// confirms).

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
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

template <class Values>
auto named(const json& name, const Values& all) {
    const auto found = std::ranges::find(all, name.get<std::string>(), [](auto value) { return nameOf(value); });
    if (found == std::end(all)) {
        throw std::out_of_range(name);
    }
    return *found;
}

template <class T>
std::optional<T> optional(const json& value) {
    return value.is_null() ? std::nullopt : std::optional<T>(value.get<T>());
}

DataSet dataOf(const json& c) {
    const json& points = reference()["points"][c["points"]];
    std::vector<Example> examples;
    for (std::size_t i = 0; i < points["y"].size(); ++i) {
        examples.push_back({points["x1"][i], points["x2"][i], points["y"][i]});
    }
    return DataSet(examples, named(c["task"], allTasks), c["classes"]);
}

Hyperparameters hyperparametersOf(const json& c) {
    Hyperparameters h;
    h.learningRate = c["learning_rate"];
    h.schedule = {named(c["schedule"]["kind"], Schedule::allKinds), c["schedule"]["period"], c["schedule"]["factor"]};
    h.optimizer = {named(c["optimizer"], Optimizer::allKinds), c["beta1"], c["beta2"], c["epsilon"]};
    h.l1 = c["l1"];
    h.l2 = c["l2"];
    h.clipNorm = optional<double>(c["clip_norm"]);
    h.hiddenLayers.clear();
    for (std::size_t l = 0; l < c["hidden"].size(); ++l) {
        h.hiddenLayers.push_back({c["hidden"][l], named(c["activations"][l], allActivations)});
    }
    h.leakySlope = c["leaky_slope"];
    h.features.clear();
    for (const json& feature : c["features"]) {
        h.features.push_back(named(feature, allFeatures));
    }
    h.standardize = c["standardize"];
    h.batchSize = optional<int>(c["batch_size"]);
    h.shuffle = false;
    EXPECT_TRUE(h.validate().empty());
    return h;
}

Parameters<double> initialParametersOf(const json& c, const Architecture& architecture) {
    Parameters<double> parameters(architecture.units);
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        for (Eigen::Index i = 0; i < parameters[l].W.rows(); ++i) {
            const auto row = static_cast<std::size_t>(i);
            for (Eigen::Index j = 0; j < parameters[l].W.cols(); ++j) {
                parameters[l].W(i, j) = c["W"][l][row][static_cast<std::size_t>(j)];
            }
            parameters[l].b[i] = c["b"][l][row];
        }
    }
    return parameters;
}

class GoldenTrajectory : public testing::TestWithParam<std::size_t> {
protected:
    /// The largest relative distance of J from the reference, over all iterations.
    template <class Scalar>
    double worstDistance() {
        const json& c = reference()["cases"][GetParam()];
        const std::vector<double> golden = c["costs"];
        Trainer<Scalar> trainer(dataOf(c), hyperparametersOf(c));
        trainer.setParameters(convert<Scalar>(initialParametersOf(c, trainer.architecture())));
        double worst = 0;
        for (const double expected : golden) {
            worst = std::max(worst, std::abs(trainer.measure(Role::train)->cost - expected) / expected);
            EXPECT_EQ(trainer.step(), Trainer<Scalar>::Outcome::updated);
        }
        EXPECT_GT(trainer.iteration(), 200);
        return worst;
    }
};

INSTANTIATE_TEST_SUITE_P(Cases, GoldenTrajectory, testing::Range<std::size_t>(0, reference()["cases"].size()),
                         [](const auto& instance) {
                             std::string name = reference()["cases"][instance.param]["name"];
                             std::ranges::replace_if(
                                 name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
                             return name;
                         });

TEST_P(GoldenTrajectory, IsFollowedInDouble) { EXPECT_LE(worstDistance<double>(), 1e-9); }
TEST_P(GoldenTrajectory, IsFollowedInFloat) { EXPECT_LE(worstDistance<float>(), 1e-3); }

} // namespace
} // namespace perceptible
