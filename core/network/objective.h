#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/network/network.h"
#include "core/network/penalty.h"

namespace perceptible {

/// J as a function of the parameters: a network's examples and all that its cost has.
struct Objective {
    Architecture architecture;
    Matrix<double> X; ///< n[0] × m
    Matrix<double> Y; ///< n[L] × m
    Penalty penalty = {};
    Dropout dropout = {}; ///< held still: the same activations are dropped at every evaluation

    /// Of how many examples J is evaluated at once.
    Eigen::Index block() const { return std::min(X.cols(), examplesPerBlock(architecture)); }
};

/// Asked before every block of examples whether to abandon a long computation.
using Interrupted = std::function<bool()>;
inline bool notInterrupted() { return false; }

/// Calls use(first, columns) for one block of examples after the other. False when interrupted.
template <class Use>
bool forEachBlock(const Objective& objective, const Interrupted& interrupted, Use use) {
    const Eigen::Index m = objective.X.cols();
    const Eigen::Index block = objective.block();
    for (Eigen::Index first = 0; first < m; first += block) {
        if (interrupted()) {
            return false;
        }
        use(first, std::min(block, m - first));
    }
    return true;
}

/// Evaluates J at many parameters with one set of buffers.
class Evaluation {
public:
    explicit Evaluation(const Objective& objective);

    /// J = (1/m) Σ ℒ + penalty. Nothing when interrupted.
    std::optional<double> cost(const Parameters<double>& parameters, const Interrupted& interrupted = notInterrupted);

    /// J at two places.
    struct Costs {
        double first = 0, second = 0;
        bool kinkBetween = false; ///< a ReLU's z has another sign at the second
    };
    std::optional<Costs> costs(const Parameters<double>& first, const Parameters<double>& second,
                               const Interrupted& interrupted = notInterrupted);

private:
    /// What one place of the parameters needs.
    struct Place {
        explicit Place(const Objective& objective);
        void evaluate(const Objective& objective, const Parameters<double>& parameters, Eigen::Index first,
                      Eigen::Index columns);

        Caches<double> caches; ///< of a block
        Matrix<double> loss;   ///< 1 × m
    };
    double costOf(const Place& place, const Parameters<double>& parameters) const;
    bool kinkIsBetween(Eigen::Index columns) const;

    const Objective& objective_;
    Place one_, other_;
};

/// J = (1/m) Σ ℒ + penalty.
double costOf(const Objective& objective, const Parameters<double>& parameters);

/// J at w + offset for each of the offsets, where w is the parameter at `index`. Nothing when interrupted.
std::optional<std::vector<double>> costAlong(const Objective& objective, const Parameters<double>& parameters,
                                             Eigen::Index index, std::span<const double> offsets,
                                             const Interrupted& interrupted = notInterrupted);

/// dW[l], db[l] of J by backward. Nothing when interrupted.
std::optional<Parameters<double>> gradientsOf(const Objective& objective, const Parameters<double>& parameters,
                                              const Interrupted& interrupted = notInterrupted);

} // namespace perceptible
