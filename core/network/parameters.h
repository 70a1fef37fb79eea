#pragma once

#include <type_traits>
#include <vector>

#include "core/network/architecture.h"
#include "core/network/matrix.h"

namespace perceptible {

/// W[l] and b[l] of one layer, in place inside Parameters; also their gradients dW[l] and db[l]. Scalar may be const.
template <class Scalar>
struct LayerParameters {
    template <class Dense>
    using InPlace = Eigen::Map<std::conditional_t<std::is_const_v<Scalar>, const Dense, Dense>>;

    InPlace<Matrix<std::remove_const_t<Scalar>>> W; ///< n[l] × n[l−1]
    InPlace<Vector<std::remove_const_t<Scalar>>> b; ///< n[l]

    friend bool operator==(const LayerParameters& p, const LayerParameters& q) { return p.W == q.W && p.b == q.b; }
};

/// W[1], b[1], …, W[L], b[L]; the entry at index l − 1 belongs to layer l. They lie side by side in one vector, so that
/// what treats all parameters alike (an optimizer, a norm, a check for finite numbers) is one formula.
template <class Scalar>
class Parameters {
public:
    Parameters() = default;
    /// All zero; units are n[0], …, n[L].
    explicit Parameters(std::vector<int> units);

    std::size_t size() const { return offsets_.size(); } ///< L
    LayerParameters<Scalar> operator[](std::size_t l) & { return layerAt<Scalar>(values_.data(), l); }
    LayerParameters<const Scalar> operator[](std::size_t l) const& { return layerAt<const Scalar>(values_.data(), l); }
    LayerParameters<const Scalar> operator[](std::size_t l) const&& = delete; // it would outlive the numbers

    /// W[1] row by row, then b[1], then layer 2 …
    Vector<Scalar>& values() { return values_; }
    const Vector<Scalar>& values() const { return values_; }
    const std::vector<int>& units() const { return units_; } ///< n[0], …, n[L]

    bool allFinite() const { return perceptible::allFinite(values_); }
    friend bool operator==(const Parameters& p, const Parameters& q) {
        return p.units_ == q.units_ && p.values_ == q.values_;
    }

private:
    template <class Value, class Pointer>
    LayerParameters<Value> layerAt(Pointer values, std::size_t l) const {
        const Eigen::Index n = units_[l + 1];
        const Eigen::Index nPrevious = units_[l];
        return {{values + offsets_[l], n, nPrevious}, {values + offsets_[l] + n * nPrevious, n}};
    }

    std::vector<int> units_;
    std::vector<Eigen::Index> offsets_; ///< of W[l] in values_
    Vector<Scalar> values_;
};

/// Which parameter stands at a place of Parameters::values(): W[layer](row, column), or b[layer](row).
struct ParameterPlace {
    int layer = 1; ///< l, counted from 1
    bool isBias = false;
    int row = 0;
    int column = 0;
    friend bool operator==(const ParameterPlace&, const ParameterPlace&) = default;
};
ParameterPlace placeOf(const std::vector<int>& units, Eigen::Index index);
Eigen::Index indexOf(const std::vector<int>& units, const ParameterPlace& place); ///< the other way round

template <class To, class From>
Parameters<To> convert(const Parameters<From>& parameters) {
    Parameters<To> result(parameters.units());
    result.values() = parameters.values().template cast<To>();
    return result;
}

} // namespace perceptible
