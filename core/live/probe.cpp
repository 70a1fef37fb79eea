#include "core/live/probe.h"

#include <algorithm>

#include "core/training/example_matrix.h"

namespace perceptible {

namespace {

Matrix<float> inputsOf(const Snapshot& snapshot, const std::vector<int>& indices) {
    Matrix<float> X(static_cast<Eigen::Index>(snapshot.inputs.size()), static_cast<Eigen::Index>(indices.size()));
    Eigen::Index column = 0;
    for (const int index : indices) {
        const Example& example = snapshot.data->examples()[static_cast<std::size_t>(index)];
        setInputs(snapshot.inputs, example.x1, example.x2, X, column++);
    }
    return X;
}

} // namespace

Matrix<float> gridOf(const Region& region, int side, const InputMap& inputs) {
    Matrix<float> X(static_cast<Eigen::Index>(inputs.size()), Eigen::Index{side} * side);
    Eigen::Index cell = 0;
    for (int row = 0; row < side; ++row) {
        const double x2 = region.x2Max - (row + 0.5) * region.height() / side;
        for (int column = 0; column < side; ++column, ++cell) {
            setInputs(inputs, region.x1Min + (column + 0.5) * region.width() / side, x2, X, cell);
        }
    }
    return X;
}

float outputLogit(const Snapshot& snapshot, double x1, double x2) {
    Caches<float> caches(snapshot.architecture, 1, Caches<float>::For::forward);
    Matrix<float> X(static_cast<Eigen::Index>(snapshot.inputs.size()), 1);
    setInputs(snapshot.inputs, x1, x2, X, 0);
    modelForward<float>(snapshot.architecture, snapshot.parameters, X, caches);
    return caches.layers.back().Z(0, 0);
}

std::vector<int> examplesToShow(const DataSet& data, int limit) {
    std::vector<int> sorted;
    for (int group = 0; group < data.groups(); ++group) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            const Example& example = data.examples()[i];
            if (example.role == Role::train && data.groupOf(example) == group) {
                sorted.push_back(static_cast<int>(i));
            }
        }
    }
    const auto shown = static_cast<std::size_t>(limit);
    if (sorted.size() <= shown) {
        return sorted;
    }
    std::vector<int> thinned(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        thinned[i] = sorted[i * sorted.size() / shown];
    }
    return thinned;
}

void Probe::useArchitecture(const Architecture& architecture) {
    if (architecture != architecture_) {
        architecture_ = architecture;
        caches_ = Caches<float>(architecture, examplesPerBlock(architecture), Caches<float>::For::forward);
    }
}

template <class Use>
bool Probe::evaluate(const Snapshot& snapshot, const Matrix<float>& X, const std::stop_token& stop, Use use) {
    for (Eigen::Index first = 0; first < X.cols(); first += caches_.columns) {
        if (stop.stop_requested()) {
            return false;
        }
        const Eigen::Index columns = std::min(caches_.columns, X.cols() - first);
        modelForward<float>(snapshot.architecture, snapshot.parameters, X.middleCols(first, columns), caches_);
        use(first, columns);
    }
    return true;
}

bool Probe::evaluateLayers(const Snapshot& snapshot, const Matrix<float>& X, const std::stop_token& stop,
                           std::vector<Matrix<float>>& layers) {
    layers.push_back(X);
    for (const LayerCache<float>& cache : caches_.layers) {
        layers.emplace_back(cache.A.rows(), X.cols());
    }
    return evaluate(snapshot, X, stop, [&](Eigen::Index first, Eigen::Index columns) {
        for (std::size_t l = 0; l < caches_.layers.size(); ++l) {
            layers[l + 1].middleCols(first, columns) = caches_.layers[l].A.leftCols(columns);
        }
    });
}

PicturePtr Probe::picture(const SnapshotPtr& snapshot, const View& view, const std::stop_token& stop) {
    useArchitecture(snapshot->architecture);
    auto result = std::make_shared<Picture>();
    result->snapshot = snapshot;
    result->view = view;
    result->boundary.resize(view.boundarySide, view.boundarySide);
    result->boundaryLogits.resize(view.boundarySide, view.boundarySide);
    result->shownExamples = examplesToShow(*snapshot->data, view.shownExamples);
    Eigen::Map<Matrix<float>> boundary(result->boundary.data(), 1, result->boundary.size());
    Eigen::Map<Matrix<float>> logits(result->boundaryLogits.data(), 1, result->boundaryLogits.size());
    const bool complete =
        evaluate(*snapshot, gridOf(view.region, view.boundarySide, snapshot->inputs), stop,
                 [&](Eigen::Index first, Eigen::Index columns) {
                     boundary.middleCols(first, columns) = caches_.layers.back().A.topLeftCorner(1, columns);
                     logits.middleCols(first, columns) = caches_.layers.back().Z.topLeftCorner(1, columns);
                 }) &&
        evaluateLayers(*snapshot, gridOf(view.region, view.unitMapSide, snapshot->inputs), stop, result->unitMaps) &&
        evaluateLayers(*snapshot, inputsOf(*snapshot, result->shownExamples), stop, result->activations);
    return complete ? result : nullptr;
}

} // namespace perceptible
