#pragma once

#include <cstdint>
#include <vector>

#include "core/network/matrix.h"

namespace perceptible {

/// Inverted dropout (Srivastava et al. 2014, section 10): in one training step each activation of hidden layer l is
/// dropped with probability rates[l − 1], and those that are kept are divided by 1 − rate, so that nothing changes when
/// the network is used. Which ones are dropped depends on the key, the layer, the unit and the example alone.
struct Dropout {
    std::vector<double> rates; ///< of the hidden layers, each 0 ≤ rate < 1
    std::uint64_t key = 0;     ///< another one for each step

    bool isIn(std::size_t l) const { return l <= rates.size() && rates[l - 1] > 0; } ///< layer l = 1…L
    bool isActive() const;

    /// D[l]: 0 where an activation is dropped, 1 / (1 − rate) elsewhere. n[l] × some columns of the batch, of which
    /// the first is example `first`.
    template <class Scalar>
    void draw(std::size_t l, Eigen::Index first, MatrixView<Scalar> D) const;
};

} // namespace perceptible
