#include "core/session/hyperparameters_reader.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <limits>
#include <utility>

#include "core/session/json_place.h"

namespace perceptible {

namespace {

using Value = JsonDocument::Value;

/// Reads the members of one object into fields, which keep their value where there is no such member.
class Members {
public:
    Members(const JsonDocument& json, const Value& object)
        : json_(json)
        , object_(object) {}

    void read(std::string_view key, double& field) const {
        use(key, [&](const Value& v) { field = json_.number(v); });
    }
    void read(std::string_view key, bool& field) const {
        use(key, [&](const Value& v) { field = json_.flag(v); });
    }
    /// What is out of an int's range stays out of every smaller range.
    template <std::signed_integral Whole>
    void read(std::string_view key, Whole& field) const {
        using Limits = std::numeric_limits<Whole>;
        use(key, [&](const Value& v) {
            field = static_cast<Whole>(std::clamp<std::int64_t>(json_.wholeNumber(v), Limits::lowest(), Limits::max()));
        });
    }
    template <class Choice, std::size_t count>
    void read(std::string_view key, Choice& field, const Choice (&all)[count]) const {
        use(key, [&](const Value& v) { field = json_.choice(v, all); });
    }
    template <class Field>
    void read(std::string_view key, std::optional<Field>& field) const {
        use(key, [&](const Value& v) {
            field.reset();
            if (!v.is_null()) {
                read(key, field.emplace());
            }
        });
    }
    template <class F>
    void use(std::string_view key, F f) const {
        if (const Value* const value = json_.find(object_, key)) {
            f(*value);
        }
    }

private:
    const JsonDocument& json_;
    const Value& object_;
};

Schedule scheduleIn(const JsonDocument& json, const Value& object) {
    json.checkKeys(object, {"kind", "period", "factor"});
    const Members members(json, object);
    Schedule schedule;
    members.read("kind", schedule.kind, Schedule::allKinds);
    members.read("period", schedule.period);
    members.read("factor", schedule.factor);
    return schedule;
}

Optimizer optimizerIn(const JsonDocument& json, const Value& object) {
    json.checkKeys(object, {"kind", "beta1", "beta2", "epsilon"});
    const Members members(json, object);
    Optimizer optimizer;
    members.read("kind", optimizer.kind, Optimizer::allKinds);
    members.read("beta1", optimizer.beta1);
    members.read("beta2", optimizer.beta2);
    members.read("epsilon", optimizer.epsilon);
    return optimizer;
}

std::vector<HiddenLayer> hiddenLayersIn(const JsonDocument& json, const Value& list) {
    std::vector<HiddenLayer> layers;
    for (const Value& object : json.list(list)) {
        json.checkKeys(object, {"units", "activation", "dropout"});
        const Members members(json, object);
        HiddenLayer& layer = layers.emplace_back();
        members.read("units", layer.units);
        members.read("activation", layer.activation, allActivations);
        members.read("dropout", layer.dropout);
    }
    return layers;
}

std::vector<Feature> featuresIn(const JsonDocument& json, const Value& list) {
    std::vector<Feature> features;
    for (const Value& name : json.list(list)) {
        const Feature feature = json.choice(name, allFeatures);
        if (std::ranges::find(features, feature) != features.end()) {
            json.refuseRepetition(name);
        }
        features.push_back(feature);
    }
    return features;
}

/// The place of a field that Hyperparameters::validate() has named, from "hyperparameters" on.
Value::json_pointer placeOfField(std::string field) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> places{{
        {"schedule-period", "/schedule/period"},
        {"schedule-factor", "/schedule/factor"},
        {"beta1", "/optimizer/beta1"},
        {"beta2", "/optimizer/beta2"},
        {"epsilon", "/optimizer/epsilon"},
        {"until-cost", "/target_cost"},
        {"hidden", "/hidden_layers"},
        {"init-range", "/initial_range"},
        {"init-bias", "/initial_bias"},
    }};
    if (const auto place = std::ranges::find(places, field, &decltype(places)::value_type::first);
        place != places.end()) {
        return Value::json_pointer(std::string(place->second));
    }
    constexpr std::string_view layer = "hidden["; // hidden[2].units is /hidden_layers/1/units
    if (field.starts_with(layer)) {
        const std::size_t closing = field.find(']');
        const int number = std::stoi(field.substr(layer.size(), closing - layer.size()));
        return Value::json_pointer("/hidden_layers/" + std::to_string(number - 1) + "/" + field.substr(closing + 2));
    }
    std::ranges::replace(field, '-', '_');
    return Value::json_pointer("/" + field);
}

void checkRanges(const JsonDocument& json, const Value& object, const Hyperparameters& hyperparameters) {
    const auto errors = hyperparameters.validate();
    if (errors.empty()) {
        return;
    }
    Message message = errors.front().message; // begins with the field and the value
    const Value::json_pointer place = placeOfField(errors.front().field);
    const Value& value = object.contains(place) ? object.at(place) : object;
    message.arguments.at(0) = json.placeOf(value);
    if (value.is_number()) {
        message.arguments.at(1) = shortForm(value);
    }
    throw Refusal(message);
}

} // namespace

Hyperparameters hyperparametersIn(const JsonDocument& json, const Value& object) {
    json.checkKeys(object,
                   {"learning_rate", "schedule", "optimizer", "l1", "l2", "clip_norm", "iterations", "target_cost",
                    "patience", "hidden_layers", "leaky_slope", "initialization", "initial_range", "initial_bias",
                    "features", "standardize", "batch_size", "shuffle", "seed"});
    const Members members(json, object);
    Hyperparameters h;
    members.read("learning_rate", h.learningRate);
    members.use("schedule", [&](const Value& v) { h.schedule = scheduleIn(json, v); });
    members.use("optimizer", [&](const Value& v) { h.optimizer = optimizerIn(json, v); });
    members.read("l1", h.l1);
    members.read("l2", h.l2);
    members.read("clip_norm", h.clipNorm);
    members.read("iterations", h.iterations);
    members.read("target_cost", h.targetCost);
    members.read("patience", h.patience);
    members.use("hidden_layers", [&](const Value& v) { h.hiddenLayers = hiddenLayersIn(json, v); });
    members.read("leaky_slope", h.leakySlope);
    members.read("initialization", h.initialization, allInitializations);
    members.read("initial_range", h.initialRange);
    members.read("initial_bias", h.initialBias);
    members.use("features", [&](const Value& v) { h.features = featuresIn(json, v); });
    members.read("standardize", h.standardize);
    members.read("batch_size", h.batchSize);
    members.read("shuffle", h.shuffle);
    members.use("seed", [&](const Value& v) {
        h.seed = static_cast<std::uint64_t>(json.wholeNumber(v, 0, Hyperparameters::maxSeed));
    });
    checkRanges(json, object, h);
    return h;
}

} // namespace perceptible
