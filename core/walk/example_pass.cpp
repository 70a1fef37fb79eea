#include "core/walk/example_pass.h"

#include <algorithm>

#include "core/network/cost.h"
#include "core/network/layer.h"

namespace perceptible {
namespace {

/// modelForward() with the changes: g(z) stays in gZ, where modelBackward() takes g′ from.
void forward(const Architecture& architecture, const Parameters<double>& parameters, ConstMatrixView<double> x,
             const ActivationChanges& changes, Caches<double>& caches) {
    for (std::size_t l = 1; l <= parameters.size(); ++l) {
        LayerCache<double>& cache = caches.layers[l - 1];
        const ConstMatrixView<double> aPrevious = l == 1 ? x : ConstMatrixView<double>(caches.layers[l - 2].A);
        linearActivationForward<double>(parameters[l - 1], architecture.activations[l - 1], architecture.leakySlope,
                                        aPrevious, cache.Z, cache.A);
        cache.gZ = cache.A;
        if (l <= changes.size()) {
            cache.A += changes[l - 1];
        }
    }
}

} // namespace

ActivationChanges noChanges(const Architecture& architecture) {
    ActivationChanges changes;
    for (std::size_t l = 1; l + 1 < architecture.units.size(); ++l) {
        changes.emplace_back(Vector<double>::Zero(architecture.units[l]));
    }
    return changes;
}

ExamplePass passOf(const Architecture& architecture, const Parameters<double>& parameters, ConstMatrixView<double> x,
                   ConstMatrixView<double> y, const ActivationChanges& changes) {
    ExamplePass pass{{architecture, 1, Caches<double>::For::forwardAndBackward},
                     Parameters<double>(architecture.units)};
    forward(architecture, parameters, x, changes, pass.caches);
    // A change is a constant: ∂a/∂g(z) = 1, so that dA is ∂ℒ/∂a and ∂ℒ/∂g(z) alike.
    modelBackward<double>(architecture, parameters, x, y, 1, pass.caches, pass.gradients);
    Matrix<double> loss(1, 1);
    lossOf<double>(architecture.task, pass.caches.layers.back().Z, y, loss);
    pass.loss = loss(0, 0);
    return pass;
}

std::optional<AveragePass> averagePassOf(const Architecture& architecture, const Parameters<double>& parameters,
                                         ConstMatrixView<double> X, ConstMatrixView<double> Y,
                                         const std::atomic<bool>& interrupt) {
    const Eigen::Index m = X.cols();
    const Eigen::Index block = std::min(m, examplesPerBlock(architecture));
    Caches<double> caches(architecture, block, Caches<double>::For::forwardAndBackward);
    AveragePass average{Parameters<double>(architecture.units)};
    Matrix<double> loss(1, m);
    for (Eigen::Index first = 0; first < m; first += block) {
        if (interrupt.load(std::memory_order_relaxed)) {
            return std::nullopt;
        }
        const Eigen::Index columns = std::min(block, m - first);
        const ConstMatrixView<double> x = X.middleCols(first, columns);
        const ConstMatrixView<double> y = Y.middleCols(first, columns);
        modelForward<double>(architecture, parameters, x, caches);
        modelBackward<double>(architecture, parameters, x, y, m, caches, average.gradients);
        lossOf<double>(architecture.task, caches.layers.back().Z.leftCols(columns), y, loss.middleCols(first, columns));
    }
    average.cost = loss.mean();
    return average;
}

} // namespace perceptible
