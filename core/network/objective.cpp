#include "core/network/objective.h"

#include "core/network/cost.h"

namespace perceptible {

Evaluation::Place::Place(const Objective& objective)
    : caches(objective.architecture, objective.block(), Caches<double>::For::forward, &objective.dropout)
    , loss(1, objective.X.cols()) {}

void Evaluation::Place::evaluate(const Objective& objective, const Parameters<double>& parameters, Eigen::Index first,
                                 Eigen::Index columns) {
    modelForward<double>(objective.architecture, parameters, objective.X.middleCols(first, columns), caches,
                         &objective.dropout, first);
    lossOf<double>(objective.architecture.task, caches.layers.back().Z.leftCols(columns),
                   objective.Y.middleCols(first, columns), loss.middleCols(first, columns));
}

Evaluation::Evaluation(const Objective& objective)
    : objective_(objective)
    , one_(objective)
    , other_(objective) {}

double Evaluation::costOf(const Place& place, const Parameters<double>& parameters) const {
    return place.loss.mean() + objective_.penalty.of(parameters);
}

std::optional<double> Evaluation::cost(const Parameters<double>& parameters, const Interrupted& interrupted) {
    if (!forEachBlock(objective_, interrupted, [&](Eigen::Index first, Eigen::Index columns) {
            one_.evaluate(objective_, parameters, first, columns);
        })) {
        return std::nullopt;
    }
    return costOf(one_, parameters);
}

std::optional<Evaluation::Costs> Evaluation::costs(const Parameters<double>& first, const Parameters<double>& second,
                                                   const Interrupted& interrupted) {
    Costs result;
    if (!forEachBlock(objective_, interrupted, [&](Eigen::Index begin, Eigen::Index columns) {
            one_.evaluate(objective_, first, begin, columns);
            other_.evaluate(objective_, second, begin, columns);
            result.kinkBetween = result.kinkBetween || kinkIsBetween(columns);
        })) {
        return std::nullopt;
    }
    result.first = costOf(one_, first);
    result.second = costOf(other_, second);
    return result;
}

/// Of the block that was evaluated last.
bool Evaluation::kinkIsBetween(Eigen::Index columns) const {
    for (std::size_t l = 0; l < objective_.architecture.activations.size(); ++l) {
        if (hasKink(objective_.architecture.activations[l])) {
            const auto Z = one_.caches.layers[l].Z.leftCols(columns).array();
            const auto otherZ = other_.caches.layers[l].Z.leftCols(columns).array();
            if (((Z > 0) != (otherZ > 0)).any()) {
                return true;
            }
        }
    }
    return false;
}

double costOf(const Objective& objective, const Parameters<double>& parameters) {
    return *Evaluation(objective).cost(parameters);
}

std::optional<std::vector<double>> costAlong(const Objective& objective, const Parameters<double>& parameters,
                                             Eigen::Index index, std::span<const double> offsets,
                                             const Interrupted& interrupted) {
    Evaluation evaluation(objective);
    Parameters<double> moved = parameters;
    std::vector<double> costs;
    for (const double offset : offsets) {
        moved.values()[index] = parameters.values()[index] + offset;
        const auto cost = evaluation.cost(moved, interrupted);
        if (!cost) {
            return std::nullopt;
        }
        costs.push_back(*cost);
    }
    return costs;
}

std::optional<Parameters<double>> gradientsOf(const Objective& objective, const Parameters<double>& parameters,
                                              const Interrupted& interrupted) {
    const Architecture& architecture = objective.architecture;
    Caches<double> caches(architecture, objective.block(), Caches<double>::For::gradients, &objective.dropout);
    Parameters<double> gradients(architecture.units);
    if (!forEachBlock(objective, interrupted, [&](Eigen::Index first, Eigen::Index columns) {
            const auto X = objective.X.middleCols(first, columns);
            const auto Y = objective.Y.middleCols(first, columns);
            modelForward<double>(architecture, parameters, X, caches, &objective.dropout, first);
            modelBackward<double>(architecture, parameters, X, Y, objective.X.cols(), caches, gradients);
        })) {
        return std::nullopt;
    }
    objective.penalty.addGradient(parameters, gradients);
    return gradients;
}

} // namespace perceptible
