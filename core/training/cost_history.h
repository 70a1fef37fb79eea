#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace perceptible {

/// J after `iteration` updates, over the whole training set and over the whole test set (NaN: there is none).
struct CostPoint {
    std::int64_t iteration = 0;
    double train = std::numeric_limits<double>::quiet_NaN();
    double test = std::numeric_limits<double>::quiet_NaN();
};

/// The cost curve of one run in bounded memory. When it is full it is thinned: the run so far is cut into stretches of
/// equally many iterations, of which the points with the lowest and the highest train and test cost stay.
class CostHistory {
public:
    static constexpr std::size_t capacity = 8192;

    CostHistory() { points_.reserve(capacity); }

    /// Takes the place of every point at its iteration or later (a last update may have been taken back).
    void append(const CostPoint& point);
    void clear() { points_.clear(); }
    const std::vector<CostPoint>& points() const { return points_; }

private:
    void thin();

    std::vector<CostPoint> points_;
};

} // namespace perceptible
