#include "core/network/gradient_check.h"

#include <cmath>
#include <limits>

#include "core/network/cost.h"

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
        const bool hidden = isNoise(backward, noise) && isNoise(numeric, noise);
        return {hidden ? 0 : std::sqrt(difference) / (std::sqrt(backward) + std::sqrt(numeric)),
                isNoise(difference, noise)};
    }
    bool isNoise(double squares, double noise) const { return squares <= static_cast<double>(count) * noise * noise; }
};

/// Evaluates J at many parameters with one set of buffers.
class Evaluation {
public:
    explicit Evaluation(const Objective& objective)
        : objective_(objective)
        , caches_(objective.architecture, objective.X.cols(),
                  objective.dropout ? Caches<double>::For::forwardAndBackwardWithDropout : Caches<double>::For::forward)
        , loss_(1, objective.X.cols()) {}

    double cost(const Parameters<double>& parameters) {
        if (objective_.dropout) {
            modelForward<double>(objective_.architecture, parameters, objective_.X, *objective_.dropout, 0, caches_);
        } else {
            modelForward<double>(objective_.architecture, parameters, objective_.X, caches_);
        }
        lossOf<double>(objective_.architecture.task, caches_.layers.back().Z, objective_.Y, loss_);
        return loss_.mean() + objective_.penalty.of(parameters);
    }

    /// Which z of the layers with a kink are positive, at the parameters of the last cost().
    void rememberSides() {
        sides_.clear();
        forEachKinkedZ([this](double z) { sides_.push_back(z > 0); });
    }
    bool sidesChanged() {
        auto side = sides_.begin();
        bool changed = false;
        forEachKinkedZ([&](double z) { changed |= *side++ != (z > 0); });
        return changed;
    }

private:
    template <class F>
    void forEachKinkedZ(F f) {
        for (std::size_t l = 0; l < caches_.layers.size(); ++l) {
            if (hasKink(objective_.architecture.activations[l])) {
                for (const double z : caches_.layers[l].Z.reshaped()) {
                    f(z);
                }
            }
        }
    }

    const Objective& objective_;
    Caches<double> caches_;
    Matrix<double> loss_;
    std::vector<bool> sides_;
};

CheckedParameter check(Evaluation& evaluation, const Objective& objective, Parameters<double>& moved,
                       const Parameters<double>& gradients, Eigen::Index index, double epsilon) {
    double& w = moved.values()[index];
    const double kept = w;
    w = kept + epsilon;
    const double up = w - kept; // what rounding has left of ε
    const double above = evaluation.cost(moved);
    evaluation.rememberSides();
    w = kept - epsilon;
    const double down = kept - w;
    const double below = evaluation.cost(moved);
    w = kept;
    CheckedParameter result{index, gradients.values()[index], (above - below) / (up + down)};
    const bool penaltyHasKink =
        objective.penalty.l1 > 0 && std::abs(kept) <= epsilon && !placeOf(moved.units(), index).isBias;
    result.atKink = penaltyHasKink || evaluation.sidesChanged();
    return result;
}

/// The same, with finer ε where that helps.
CheckedParameter checkClosely(Evaluation& evaluation, const Objective& objective, Parameters<double>& moved,
                              const Parameters<double>& gradients, Eigen::Index index, double epsilon) {
    constexpr double close = 1e-8;
    CheckedParameter best = check(evaluation, objective, moved, gradients, index, epsilon);
    for (int finer = 0; finer < 2 && !best.atKink && best.relativeError() > close; ++finer) {
        epsilon /= 10;
        const CheckedParameter next = check(evaluation, objective, moved, gradients, index, epsilon);
        if (!(std::abs(next.backward - next.numeric) < std::abs(best.backward - best.numeric))) {
            break;
        }
        best = next;
    }
    return best;
}

} // namespace

double costOf(const Objective& objective, const Parameters<double>& parameters) {
    return Evaluation(objective).cost(parameters);
}

std::optional<std::vector<double>> costAlong(const Objective& objective, const Parameters<double>& parameters,
                                             Eigen::Index index, std::span<const double> offsets,
                                             const std::atomic<bool>& interrupt) {
    Evaluation evaluation(objective);
    Parameters<double> moved = parameters;
    std::vector<double> costs;
    for (const double offset : offsets) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return std::nullopt;
        }
        moved.values()[index] = parameters.values()[index] + offset;
        costs.push_back(evaluation.cost(moved));
    }
    return costs;
}

Parameters<double> gradientsOf(const Objective& objective, const Parameters<double>& parameters) {
    Parameters<double> gradients = backprop<double>(objective.architecture, parameters, objective.X, objective.Y,
                                                    objective.dropout ? &*objective.dropout : nullptr)
                                       .gradients;
    objective.penalty.addGradient(parameters, gradients);
    return gradients;
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
    Evaluation evaluation(objective);
    Parameters<double> moved = parameters;
    return check(evaluation, objective, moved, gradients, index, epsilon);
}

std::optional<GradientCheck> checkGradients(const Objective& objective, const Parameters<double>& parameters,
                                            const Parameters<double>& gradients, double epsilon,
                                            const std::atomic<bool>& interrupt,
                                            const std::function<void(Eigen::Index)>& onChecked) {
    Evaluation evaluation(objective);
    const double noise = roundingOfSlope(evaluation.cost(parameters), epsilon);
    Parameters<double> moved = parameters;
    GradientCheck result;
    Distance whole;
    std::vector<Distance> layers(parameters.size());
    double worst = -1;
    for (Eigen::Index i = 0; i < parameters.values().size(); ++i) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return std::nullopt;
        }
        const CheckedParameter checked = checkClosely(evaluation, objective, moved, gradients, i, epsilon);
        result.parameters.push_back(checked);
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
    result.compared = whole.count;
    static_cast<Agreement&>(result) = whole.agreement(noise);
    for (const Distance& layer : layers) {
        result.layers.push_back(layer.agreement(noise));
    }
    return result;
}

} // namespace perceptible
