#include "core/training/metrics.h"

#include "core/network/cost.h"

namespace perceptible {

template <class Scalar>
Evaluator<Scalar>::Evaluator(const Architecture& architecture)
    : architecture_(architecture)
    , caches_(architecture, examplesPerBlock(architecture), Caches<Scalar>::For::forward)
    , loss_(1, caches_.columns) {}

template <class Scalar>
std::optional<Measurement> Evaluator<Scalar>::measure(const Parameters<Scalar>& parameters,
                                                      const ExampleMatrix<Scalar>& examples, const Penalty& penalty,
                                                      const Interrupt& interrupt) {
    const Eigen::Index m = examples.size();
    const Task task = architecture_.task;
    double totalLoss = 0;
    Eigen::Index right = 0;
    const auto add = [&](Eigen::Index first, const ConstMatrixView<Scalar>& Z) {
        const auto Y = examples.Y.middleCols(first, Z.cols());
        auto loss = loss_.leftCols(Z.cols());
        lossOf<Scalar>(task, Z, Y, loss);
        totalLoss += loss.template cast<double>().sum();
        if (task == Task::binary) {
            right += ((Z.array() >= Scalar(0)) == (Y.array() > Scalar(0.5))).count();
        } else if (task == Task::multiclass) {
            for (Eigen::Index j = 0; j < Z.cols(); ++j) {
                right += Y(predictedClass(task, Z.col(j)), j) > Scalar(0) ? 1 : 0;
            }
        }
    };
    if (m == 0 || !forEachBlock(parameters, examples.X, interrupt, add)) {
        return std::nullopt;
    }
    Measurement result;
    const auto count = static_cast<double>(m);
    result.penalty = penalty.of(parameters);
    result.cost = totalLoss / count + result.penalty;
    if (task != Task::regression) {
        result.accuracy = static_cast<double>(right) / count;
    }
    return result;
}

template <class Scalar>
std::vector<double> Evaluator<Scalar>::losses(const Parameters<Scalar>& parameters,
                                              const ExampleMatrix<Scalar>& examples) {
    std::vector<double> result;
    result.reserve(static_cast<std::size_t>(examples.size()));
    forEachBlock(parameters, examples.X, neverInterrupted, [&](Eigen::Index first, const ConstMatrixView<Scalar>& Z) {
        auto loss = loss_.leftCols(Z.cols());
        lossOf<Scalar>(architecture_.task, Z, examples.Y.middleCols(first, Z.cols()), loss);
        for (Eigen::Index j = 0; j < Z.cols(); ++j) {
            result.push_back(static_cast<double>(loss(0, j)));
        }
    });
    return result;
}

template <class Scalar>
Matrix<std::int64_t> Evaluator<Scalar>::confusion(const Parameters<Scalar>& parameters,
                                                  const ExampleMatrix<Scalar>& examples) {
    const Task task = architecture_.task;
    const Eigen::Index classes = task == Task::binary ? 2 : examples.Y.rows();
    Matrix<std::int64_t> counts = Matrix<std::int64_t>::Zero(classes, classes);
    forEachBlock(parameters, examples.X, neverInterrupted, [&](Eigen::Index first, const ConstMatrixView<Scalar>& Z) {
        for (Eigen::Index j = 0; j < Z.cols(); ++j) {
            const auto y = examples.Y.col(first + j);
            Eigen::Index label = 0;
            if (task == Task::binary) {
                label = y[0] > Scalar(0.5) ? 1 : 0;
            } else {
                y.maxCoeff(&label);
            }
            ++counts(label, predictedClass(task, Z.col(j)));
        }
    });
    return counts;
}

template <class Scalar>
std::vector<LayerMetrics> layerMetrics(const Architecture& architecture, const Parameters<Scalar>& parameters,
                                       const ExampleMatrix<Scalar>& examples, const Penalty& penalty) {
    constexpr double flat = 0.05;
    constexpr double most = 0.95;
    Backprop<Scalar> all = backprop<Scalar>(architecture, parameters, examples.X, examples.Y);
    penalty.addGradient(parameters, all.gradients);
    const Eigen::Index m = examples.size();
    std::vector<LayerMetrics> result;
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        const Activation g = architecture.activations[l];
        const auto& cache = all.caches.layers[l];
        LayerMetrics layer{
            .weightNorm = parameters[l].W.template cast<double>().norm(),
            .biasNorm = parameters[l].b.template cast<double>().norm(),
            .weightGradientNorm = all.gradients[l].W.template cast<double>().norm(),
            .biasGradientNorm = all.gradients[l].b.template cast<double>().norm(),
        };
        if (g != Activation::softmax) {
            Matrix<Scalar> slopes(cache.Z.rows(), m);
            activationBackward<Scalar>(g, architecture.leakySlope, Matrix<Scalar>::Ones(cache.Z.rows(), m), cache.Z,
                                       cache.A, slopes);
            const double steepest = g == Activation::sigmoid ? 0.25 : 1;
            const bool canSaturate = g == Activation::sigmoid || g == Activation::tanh;
            Eigen::Index dead = 0;
            Eigen::Index saturated = 0;
            for (Eigen::Index i = 0; i < slopes.rows(); ++i) {
                const auto slope = slopes.row(i).array();
                const auto flatExamples = static_cast<double>((slope.abs() < Scalar(flat * steepest)).count());
                dead += (slope == Scalar(0)).all() ? 1 : 0;
                saturated += canSaturate && flatExamples >= most * static_cast<double>(m) ? 1 : 0;
            }
            layer.dead = static_cast<double>(dead) / static_cast<double>(slopes.rows());
            layer.saturated = static_cast<double>(saturated) / static_cast<double>(slopes.rows());
        }
        result.push_back(layer);
    }
    return result;
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template class Evaluator<Scalar>;                                                                                  \
    template std::vector<LayerMetrics> layerMetrics<Scalar>(const Architecture&, const Parameters<Scalar>&,            \
                                                            const ExampleMatrix<Scalar>&, const Penalty&);
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
