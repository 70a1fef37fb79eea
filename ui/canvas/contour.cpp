#include "ui/canvas/contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace perceptible {
namespace {

/// The nodes between which the level is looked for: the centres of the field's cells, and a ring of nodes on the
/// border.
class Grid {
public:
    explicit Grid(const Matrix<float>& field)
        : rows(field.rows() + 2)
        , columns(field.cols() + 2)
        , field_(field) {}

    const Eigen::Index rows, columns;

    float value(Eigen::Index r, Eigen::Index c) const {
        return field_(std::clamp<Eigen::Index>(r - 1, 0, rows - 3), std::clamp<Eigen::Index>(c - 1, 0, columns - 3));
    }
    QPointF position(Eigen::Index r, Eigen::Index c) const { return {place(c, columns), place(r, rows)}; }

private:
    /// Centre of cell i − 1 of nodes − 2 cells, as a share of their extent; the first and the last node on the border.
    static double place(Eigen::Index i, Eigen::Index nodes) {
        const auto cells = static_cast<double>(nodes - 2);
        return std::clamp((static_cast<double>(i) - 0.5) / cells, 0.0, 1.0);
    }

    const Matrix<float>& field_;
};

/// The crossings of a level with the edges between nodes, each joined to the next ones of its lines.
class Crossings {
public:
    Crossings(const Grid& grid, float level)
        : grid_(grid)
        , level_(level)
        , joined_(static_cast<std::size_t>(2 * grid.rows * grid.columns), {none, none}) {
        for (Eigen::Index r = 0; r + 1 < grid_.rows; ++r) {
            for (Eigen::Index c = 0; c + 1 < grid_.columns; ++c) {
                visitCell(r, c);
            }
        }
    }

    std::vector<QPolygonF> takeLines() {
        std::vector<QPolygonF> lines;
        for (const int edge : crossed_) { // open lines begin at an edge with one neighbour
            if (joined_[static_cast<std::size_t>(edge)][1] == none) {
                takeLine(edge, lines);
            }
        }
        for (const int edge : crossed_) { // what is left are closed lines
            takeLine(edge, lines);
        }
        return lines;
    }

private:
    static constexpr int none = -1;

    /// The edge from node (r, c) to its right neighbour, and to the one below it.
    int rightEdge(Eigen::Index r, Eigen::Index c) const { return static_cast<int>(2 * (r * grid_.columns + c)); }
    int downEdge(Eigen::Index r, Eigen::Index c) const { return rightEdge(r, c) + 1; }

    void visitCell(Eigen::Index r, Eigen::Index c) {
        const float a = grid_.value(r, c) - level_; // a b
        const float b = grid_.value(r, c + 1) - level_;
        const float d = grid_.value(r + 1, c) - level_; // d e
        const float e = grid_.value(r + 1, c + 1) - level_;
        const int above = (a > 0 ? 1 : 0) + (b > 0 ? 2 : 0) + (d > 0 ? 4 : 0) + (e > 0 ? 8 : 0);
        if (above == 0 || above == 15 || !std::isfinite(a + b + d + e)) {
            return;
        }
        const int top = rightEdge(r, c);
        const int bottom = rightEdge(r + 1, c);
        const int left = downEdge(r, c);
        const int right = downEdge(r, c + 1);
        switch (above) {
        case 1:
        case 14:
            join(left, top);
            break;
        case 2:
        case 13:
            join(top, right);
            break;
        case 4:
        case 11:
            join(left, bottom);
            break;
        case 8:
        case 7:
            join(bottom, right);
            break;
        case 3:
        case 12:
            join(left, right);
            break;
        case 5:
        case 10:
            join(top, bottom);
            break;
        default: { // a and e on one side, b and d on the other
            // At the saddle point the interpolant is (a e − b d) / (a + e − b − d).
            const bool centreAbove = (a * e - b * d) / (a + e - b - d) > 0;
            const bool joinsA = centreAbove == (a > 0); // the corners a and e are connected through the middle
            join(top, joinsA ? right : left);
            join(bottom, joinsA ? left : right);
        }
        }
    }

    void join(int edge, int other) {
        link(edge, other);
        link(other, edge);
    }

    void link(int edge, int other) {
        auto& ends = joined_[static_cast<std::size_t>(edge)];
        if (ends[0] == none) {
            crossed_.push_back(edge);
            ends[0] = other;
        } else {
            ends[1] = other;
        }
    }

    /// Follows a line from `edge` to its end, taking the links apart behind it.
    void takeLine(int edge, std::vector<QPolygonF>& lines) {
        QPolygonF line;
        while (edge != none) {
            line << crossing(edge);
            edge = leave(edge);
        }
        if (line.size() > 1) {
            lines.push_back(std::move(line));
        }
    }

    int leave(int edge) {
        auto& ends = joined_[static_cast<std::size_t>(edge)];
        const int next = ends[0] != none ? ends[0] : ends[1];
        if (next != none) {
            std::ranges::replace(ends, next, none);
            std::ranges::replace(joined_[static_cast<std::size_t>(next)], edge, none);
        }
        return next;
    }

    QPointF crossing(int edge) const {
        const Eigen::Index r = edge / 2 / grid_.columns;
        const Eigen::Index c = edge / 2 % grid_.columns;
        const Eigen::Index toRow = edge % 2 == 0 ? r : r + 1;
        const Eigen::Index toColumn = edge % 2 == 0 ? c + 1 : c;
        const double from = grid_.value(r, c) - level_;
        const double to = grid_.value(toRow, toColumn) - level_;
        const double share = from / (from - to);
        return grid_.position(r, c) * (1 - share) + grid_.position(toRow, toColumn) * share;
    }

    const Grid& grid_;
    float level_;
    std::vector<std::array<int, 2>> joined_; ///< by edge: the crossings before and after it on its line
    std::vector<int> crossed_;
};

} // namespace

std::vector<QPolygonF> contour(const Matrix<float>& field, float level) {
    if (field.size() == 0) {
        return {};
    }
    const Grid grid(field);
    return Crossings(grid, level).takeLines();
}

} // namespace perceptible
