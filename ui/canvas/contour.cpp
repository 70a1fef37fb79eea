#include "ui/canvas/contour.h"

#include <algorithm>
#include <cmath>

namespace perceptible {
namespace {

/// The nodes between which the level is looked for: the centres of the field's cells and a ring of nodes on the border.
class Grid {
public:
    Grid(const Matrix<float>& field, float level)
        : rows(field.rows() + 2)
        , columns(field.cols() + 2)
        , field_(field)
        , level_(level) {}

    const Eigen::Index rows, columns;

    /// Above zero: above the level.
    float value(Eigen::Index r, Eigen::Index c) const {
        return field_(std::clamp<Eigen::Index>(r - 1, 0, rows - 3), std::clamp<Eigen::Index>(c - 1, 0, columns - 3)) -
               level_;
    }

    /// Where the level lies between two nodes on different sides of it. They are given from left to right or from top
    /// to bottom, so that both cells beside an edge get the same place.
    QPointF crossing(Eigen::Index r, Eigen::Index c, Eigen::Index toRow, Eigen::Index toColumn) const {
        const double from = value(r, c);
        const double to = value(toRow, toColumn);
        const double share = from / (from - to);
        return place(r, c) * (1 - share) + place(toRow, toColumn) * share;
    }

private:
    QPointF place(Eigen::Index r, Eigen::Index c) const { return {share(c, columns), share(r, rows)}; }

    /// Node i of n as a share of the extent: the centre of one of the n − 2 cells, or the border.
    static double share(Eigen::Index i, Eigen::Index n) {
        return std::clamp((static_cast<double>(i) - 0.5) / static_cast<double>(n - 2), 0.0, 1.0);
    }

    const Matrix<float>& field_;
    float level_;
};

/// Adds the pieces in the cell whose corners are
///   a = (r, c)      b = (r, c + 1)
///   d = (r + 1, c)  e = (r + 1, c + 1)
void addCell(std::vector<QLineF>& pieces, const Grid& grid, Eigen::Index r, Eigen::Index c) {
    const float a = grid.value(r, c);
    const float b = grid.value(r, c + 1);
    const float d = grid.value(r + 1, c);
    const float e = grid.value(r + 1, c + 1);
    const int above = (a > 0 ? 1 : 0) + (b > 0 ? 2 : 0) + (d > 0 ? 4 : 0) + (e > 0 ? 8 : 0);
    if (above == 0 || above == 15 || !std::isfinite(a + b + d + e)) {
        return;
    }
    const auto top = [&] { return grid.crossing(r, c, r, c + 1); };
    const auto bottom = [&] { return grid.crossing(r + 1, c, r + 1, c + 1); };
    const auto left = [&] { return grid.crossing(r, c, r + 1, c); };
    const auto right = [&] { return grid.crossing(r, c + 1, r + 1, c + 1); };
    switch (above) {
    case 1: // a alone on its side
    case 14:
        pieces.emplace_back(left(), top());
        break;
    case 2: // b
    case 13:
        pieces.emplace_back(top(), right());
        break;
    case 4: // d
    case 11:
        pieces.emplace_back(left(), bottom());
        break;
    case 8: // e
    case 7:
        pieces.emplace_back(bottom(), right());
        break;
    case 3: // a and b
    case 12:
        pieces.emplace_back(left(), right());
        break;
    case 5: // a and d
    case 10:
        pieces.emplace_back(top(), bottom());
        break;
    default: { // a and e: a saddle, where the interpolant is (a e − b d) / (a + e − b − d)
        const bool saddleAbove = (a * e - b * d) / (a + e - b - d) > 0;
        const bool connected = saddleAbove == (a > 0); // a and e, through the middle
        pieces.emplace_back(top(), connected ? right() : left());
        pieces.emplace_back(bottom(), connected ? left() : right());
    }
    }
}

} // namespace

std::vector<QLineF> contour(const Matrix<float>& field, float level) {
    std::vector<QLineF> pieces;
    if (field.size() == 0) {
        return pieces;
    }
    const Grid grid(field, level);
    for (Eigen::Index r = 0; r + 1 < grid.rows; ++r) {
        for (Eigen::Index c = 0; c + 1 < grid.columns; ++c) {
            addCell(pieces, grid, r, c);
        }
    }
    return pieces;
}

} // namespace perceptible
