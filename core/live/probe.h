#pragma once

#include <stop_token>

#include "core/live/picture.h"
#include "core/network/network.h"

namespace perceptible {

/// Evaluates a snapshot's network on what is on screen. Keeps its buffers from picture to picture.
class Probe {
public:
    /// Null when a stop was requested meanwhile. With the same snapshot and view, the same picture, bit for bit.
    PicturePtr picture(const SnapshotPtr& snapshot, const View& view, const std::stop_token& stop = {});

private:
    void useArchitecture(const Architecture& architecture);
    /// Z and A of every layer for X, block by block; `use(first, columns)` finds them in caches_.
    template <class Use>
    bool evaluate(const Snapshot& snapshot, const Matrix<float>& X, const std::stop_token& stop, Use use);
    /// A[l] of every layer for X, l = 0…L.
    bool evaluateLayers(const Snapshot& snapshot, const Matrix<float>& X, const std::stop_token& stop,
                        std::vector<Matrix<float>>& layers);

    Architecture architecture_;
    Caches<float> caches_;
};

/// What the network is given at the centres of side × side cells of the region, as columns (n[0] × side²), row by row
/// from the top left.
Matrix<float> gridOf(const Region& region, int side, const InputMap& inputs);

/// z[L] of the first output at one point; ŷ = σ(z) in a binary task.
float outputLogit(const Snapshot& snapshot, double x1, double x2);

/// Training examples sorted by class, keeping their order within a class; evenly thinned to at most `limit`.
std::vector<int> examplesToShow(const DataSet& data, int limit);

} // namespace perceptible
