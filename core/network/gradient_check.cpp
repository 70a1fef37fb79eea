#include "core/network/gradient_check.h"

#include <cmath>
#include <limits>

namespace perceptible {

namespace {

/// Σ (g − ĝ)², Σ g², Σ ĝ².
struct Distance {
    double difference = 0, backward = 0, numeric = 0;
    Eigen::Index count = 0;

    void add(const CheckedParameter& p) {
        difference += (p.backward - p.numeric) * (p.backward - p.numeric);
        backward += p.backward * p.backward;
        numeric += p.numeric * p.numeric;
        ++count;
    }
    /// `noise`: what rounding alone may change one ĝ by.
    Agreement agreement(double noise) const {
        if (count == 0) {
            return {};
        }
        const bool hidden = isNoise(backward, noise) && isNoise(numeric, noise);
        return {hidden ? 0 : std::sqrt(difference) / (std::sqrt(backward) + std::sqrt(numeric)),
                isNoise(difference, noise), count};
    }
    bool isNoise(double squares, double noise) const { return squares <= static_cast<double>(count) * noise * noise; }
};

/// Checks one parameter after the other with one set of buffers. Nothing when interrupted.
class Checking {
public:
    Checking(const Objective& objective, const Parameters<double>& parameters, const Parameters<double>& gradients,
             const Interrupted& interrupted)
        : objective_(objective)
        , parameters_(parameters)
        , gradients_(gradients)
        , interrupted_(interrupted)
        , evaluation_(objective)
        , above_(parameters)
        , below_(parameters) {}

    std::optional<double> cost() { return evaluation_.cost(parameters_, interrupted_); }

    std::optional<CheckedParameter> check(Eigen::Index index, double epsilon) {
        const double w = parameters_.values()[index];
        double& above = above_.values()[index];
        double& below = below_.values()[index];
        above = w + epsilon;
        below = w - epsilon;
        const double width = (above - w) + (w - below); // what rounding has left of 2ε
        const auto costs = evaluation_.costs(above_, below_, interrupted_);
        above = below = w;
        if (!costs) {
            return std::nullopt;
        }
        const bool penaltyHasKink =
            objective_.penalty.l1 > 0 && std::abs(w) <= epsilon && !placeOf(parameters_.units(), index).isBias;
        return CheckedParameter{index, gradients_.values()[index], (costs->first - costs->second) / width,
                                penaltyHasKink || costs->kinkBetween};
    }

    /// The same, with finer ε where that helps.
    std::optional<CheckedParameter> checkClosely(Eigen::Index index, double epsilon) {
        constexpr double close = 1e-8;
        auto best = check(index, epsilon);
        for (int finer = 0; finer < 2 && best && !best->atKink && best->relativeError() > close; ++finer) {
            epsilon /= 10;
            const auto next = check(index, epsilon);
            if (next && !(std::abs(next->backward - next->numeric) < std::abs(best->backward - best->numeric))) {
                break;
            }
            best = next;
        }
        return best;
    }

private:
    const Objective& objective_;
    const Parameters<double>& parameters_;
    const Parameters<double>& gradients_;
    const Interrupted& interrupted_;
    Evaluation evaluation_;
    Parameters<double> above_, below_;
};

} // namespace

std::vector<int> GradientCheck::uncheckedLayers() const {
    std::vector<int> unchecked;
    for (std::size_t l = 1; l <= layers.size(); ++l) {
        if (layers[l - 1].compared == 0) {
            unchecked.push_back(static_cast<int>(l));
        }
    }
    return unchecked;
}

double CheckedParameter::relativeError() const {
    const double scale = std::abs(backward) + std::abs(numeric);
    return scale == 0 ? 0 : std::abs(backward - numeric) / scale;
}

double roundingOfSlope(double cost, double epsilon) {
    return 4 * std::numeric_limits<double>::epsilon() * (1 + std::abs(cost)) / epsilon;
}

CheckedParameter checkParameter(const Objective& objective, const Parameters<double>& parameters,
                                const Parameters<double>& gradients, Eigen::Index index, double epsilon) {
    return checkAlong(objective, parameters, gradients, index, {&epsilon, 1})->front();
}

std::optional<std::vector<CheckedParameter>>
checkAlong(const Objective& objective, const Parameters<double>& parameters, const Parameters<double>& gradients,
           Eigen::Index index, std::span<const double> epsilons, const Interrupted& interrupted) {
    Checking checking(objective, parameters, gradients, interrupted);
    std::vector<CheckedParameter> result;
    for (const double epsilon : epsilons) {
        const auto checked = checking.check(index, epsilon);
        if (!checked) {
            return std::nullopt;
        }
        result.push_back(*checked);
    }
    return result;
}

std::optional<GradientCheck> checkGradients(const Objective& objective, const Parameters<double>& parameters,
                                            const Parameters<double>& gradients, double epsilon,
                                            const Interrupted& interrupted,
                                            const std::function<void(Eigen::Index)>& onChecked) {
    Checking checking(objective, parameters, gradients, interrupted);
    const auto cost = checking.cost();
    if (!cost) {
        return std::nullopt;
    }
    const double noise = roundingOfSlope(*cost, epsilon);
    GradientCheck result;
    Distance whole;
    std::vector<Distance> layers(parameters.size());
    double worst = -1;
    for (Eigen::Index i = 0; i < parameters.values().size(); ++i) {
        const auto found = checking.checkClosely(i, epsilon);
        if (!found) {
            return std::nullopt;
        }
        const CheckedParameter& checked = result.parameters.emplace_back(*found);
        if (onChecked) {
            onChecked(i + 1);
        }
        if (checked.atKink) {
            ++result.atKinks;
            continue;
        }
        whole.add(checked);
        layers[static_cast<std::size_t>(placeOf(parameters.units(), i).layer - 1)].add(checked);
        const double error = std::abs(checked.backward - checked.numeric);
        if (error > worst || (std::isnan(error) && !std::isnan(worst))) { // NaN counts as worse than all
            worst = error;
            result.worst = checked;
        }
    }
    static_cast<Agreement&>(result) = whole.agreement(noise);
    for (const Distance& layer : layers) {
        result.layers.push_back(layer.agreement(noise));
    }
    return result;
}

} // namespace perceptible
