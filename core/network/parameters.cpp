#include "core/network/parameters.h"

#include <utility>

namespace perceptible {

template <class Scalar>
Parameters<Scalar>::Parameters(std::vector<int> units)
    : units_(std::move(units)) {
    Eigen::Index count = 0;
    for (std::size_t l = 1; l < units_.size(); ++l) {
        offsets_.push_back(count);
        count += Eigen::Index{units_[l]} * (units_[l - 1] + 1);
    }
    values_.setZero(count);
}

ParameterPlace placeOf(const std::vector<int>& units, Eigen::Index index) {
    for (std::size_t l = 1; l < units.size(); ++l) {
        const Eigen::Index weights = Eigen::Index{units[l]} * units[l - 1];
        const auto layer = static_cast<int>(l);
        if (index < weights) {
            return {layer, false, static_cast<int>(index / units[l - 1]), static_cast<int>(index % units[l - 1])};
        }
        index -= weights;
        if (index < units[l]) {
            return {layer, true, static_cast<int>(index), 0};
        }
        index -= units[l];
    }
    return {};
}

Eigen::Index indexOf(const std::vector<int>& units, const ParameterPlace& place) {
    Eigen::Index before = 0;
    const auto l = static_cast<std::size_t>(place.layer);
    for (std::size_t below = 1; below < l; ++below) {
        before += Eigen::Index{units[below]} * (units[below - 1] + 1);
    }
    return before + (place.isBias ? Eigen::Index{units[l]} * units[l - 1] + place.row
                                  : Eigen::Index{place.row} * units[l - 1] + place.column);
}

template class Parameters<float>;
template class Parameters<double>;

} // namespace perceptible
