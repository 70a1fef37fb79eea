#include "core/data/features.h"

#include <cmath>

namespace perceptible {

namespace {

struct Moments {
    double mean = 0;
    double deviation = 1;
};

/// Two passes over f − f₀, f₀ the first value: an offset that all values share loses no digits, and values that are
/// all the same have exactly themselves as their mean.
Moments momentsOf(const std::vector<double>& values) {
    if (values.empty()) {
        return {};
    }
    const double origin = values.front();
    double sum = 0;
    for (const double f : values) {
        sum += f - origin;
    }
    const auto m = static_cast<double>(values.size());
    const double shift = sum / m;
    double squares = 0;
    for (const double f : values) {
        const double distance = f - origin - shift;
        squares += distance * distance;
    }
    return {origin + shift, squares > 0 ? std::sqrt(squares / m) : 1};
}

std::vector<double> trainingValues(Feature feature, const DataSet& data) {
    std::vector<double> values;
    values.reserve(data.count(Role::train));
    for (const Example& example : data.examples()) {
        if (example.role == Role::train) {
            values.push_back(valueOf(feature, example.x1, example.x2));
        }
    }
    return values;
}

} // namespace

std::string_view nameOf(Feature feature) {
    switch (feature) {
    case Feature::x1:
        return "x1";
    case Feature::x2:
        return "x2";
    case Feature::x1Squared:
        return "x1^2";
    case Feature::x2Squared:
        return "x2^2";
    case Feature::x1x2:
        return "x1*x2";
    case Feature::sinX1:
        return "sin(x1)";
    case Feature::sinX2:
        return "sin(x2)";
    }
    return {};
}

double valueOf(Feature feature, double x1, double x2) {
    switch (feature) {
    case Feature::x1:
        return x1;
    case Feature::x2:
        return x2;
    case Feature::x1Squared:
        return x1 * x1;
    case Feature::x2Squared:
        return x2 * x2;
    case Feature::x1x2:
        return x1 * x2;
    case Feature::sinX1:
        return std::sin(x1);
    case Feature::sinX2:
        return std::sin(x2);
    }
    return 0;
}

double InputMap::value(std::size_t input, double x1, double x2) const {
    const double f = valueOf(features[input], x1, x2);
    return isStandardized() ? (f - means[input]) / deviations[input] : f;
}

InputMap inputMapFor(const std::vector<Feature>& features, bool standardize, const DataSet& data) {
    InputMap map{features, {}, {}};
    if (standardize) {
        for (const Feature feature : features) {
            const auto [mean, deviation] = momentsOf(trainingValues(feature, data));
            map.means.push_back(mean);
            map.deviations.push_back(deviation);
        }
    }
    return map;
}

} // namespace perceptible
