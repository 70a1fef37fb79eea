#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/network/network.h"
#include "core/network/penalty.h"
#include "core/training/example_matrix.h"

namespace perceptible {

/// J over m examples, and how many of them the network is right about.
struct Measurement {
    double cost = 0;                ///< J = (1/m) Σ ℒ + penalty
    double penalty = 0;             ///< the penalty's share of J
    std::optional<double> accuracy; ///< 0…1; none in a regression
    friend bool operator==(const Measurement&, const Measurement&) = default;
};

/// Set by another thread to have a long computation abandoned between two blocks of examples.
using Interrupt = std::atomic<bool>;
inline const Interrupt neverInterrupted = false;

/// The class that the output z[L] of one example stands for: ŷ ≥ 0.5, or the largest of several.
template <class Derived>
int predictedClass(Task task, const Eigen::MatrixBase<Derived>& z) {
    if (task == Task::binary) {
        return z[0] >= 0 ? 1 : 0;
    }
    Eigen::Index largest = 0;
    z.maxCoeff(&largest);
    return static_cast<int>(largest);
}

/// Takes examples through a network block by block. Allocates at construction only.
template <class Scalar>
class Evaluator {
public:
    explicit Evaluator(const Architecture& architecture);

    /// Calls use(first, Z) with the output's z (n[L] × columns) of the examples first, first + 1, … until all m had
    /// their turn. False when interrupted.
    template <class Use>
    bool forEachBlock(const Parameters<Scalar>& parameters, const Matrix<Scalar>& X, const Interrupt& interrupt,
                      Use use) {
        for (Eigen::Index first = 0; first < X.cols(); first += caches_.columns) {
            if (interrupt.load(std::memory_order_relaxed)) {
                return false;
            }
            const Eigen::Index columns = std::min(caches_.columns, X.cols() - first);
            modelForward<Scalar>(architecture_, parameters, X.middleCols(first, columns), caches_);
            use(first, caches_.layers.back().Z.leftCols(columns));
        }
        return true;
    }

    /// None when there are no examples or when interrupted.
    std::optional<Measurement> measure(const Parameters<Scalar>& parameters, const ExampleMatrix<Scalar>& examples,
                                       const Penalty& penalty, const Interrupt& interrupt = neverInterrupted);

    /// ℒ of each example.
    std::vector<double> losses(const Parameters<Scalar>& parameters, const ExampleMatrix<Scalar>& examples);

    /// counts(i, j): examples of class i that the network takes for class j.
    Matrix<std::int64_t> confusion(const Parameters<Scalar>& parameters, const ExampleMatrix<Scalar>& examples);

    const Caches<Scalar>& caches() const { return caches_; }

private:
    Architecture architecture_;
    Caches<Scalar> caches_;
    Matrix<Scalar> loss_; ///< 1 × caches_.columns
};

/// How one layer is doing on some examples.
struct LayerMetrics {
    double weightNorm = 0, biasNorm = 0;                 ///< ‖W[l]‖, ‖b[l]‖
    double weightGradientNorm = 0, biasGradientNorm = 0; ///< ‖dW[l]‖, ‖db[l]‖ of J
    /// The share of units whose g′(z) is 0 for every example: no gradient reaches them, so they stay as they are.
    double dead = 0;
    /// The share of units whose g′(z) is below 5 % of its largest value for at least 95 % of the examples; only of
    /// sigmoid and tanh, which are flat on both sides.
    double saturated = 0;
};

/// Layers 1…L; at least one example.
template <class Scalar>
std::vector<LayerMetrics> layerMetrics(const Architecture& architecture, const Parameters<Scalar>& parameters,
                                       const ExampleMatrix<Scalar>& examples, const Penalty& penalty = {});

} // namespace perceptible
