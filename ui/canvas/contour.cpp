#include "ui/canvas/contour.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace perceptible {
namespace {

constexpr int kBisections = 4;

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

    QPointF place(Eigen::Index r, Eigen::Index c) const { return {share(c, columns), share(r, rows)}; }

    /// Where the field is the same as at this place: it continues unchanged beyond the outermost centres.
    QPointF sampled(QPointF place) const {
        const double x = 0.5 / static_cast<double>(columns - 2);
        const double y = 0.5 / static_cast<double>(rows - 2);
        return {std::clamp(place.x(), x, 1 - x), std::clamp(place.y(), y, 1 - y)};
    }

private:
    /// Node i of n as a share of the extent: the centre of one of the n − 2 cells, or the border.
    static double share(Eigen::Index i, Eigen::Index n) {
        return std::clamp((static_cast<double>(i) - 0.5) / static_cast<double>(n - 2), 0.0, 1.0);
    }

    const Matrix<float>& field_;
    float level_;
};

/// Two places on different sides of the level, between which it lies.
struct Crossing {
    QPointF from, to;
    double valueFrom = 0, valueTo = 0;

    QPointF place() const {
        const double share = valueFrom / (valueFrom - valueTo);
        return from * (1 - share) + to * share;
    }
    QPointF middle() const { return (from + to) / 2; }
    double leap() const { return std::abs(valueFrom - valueTo); }
    /// Keeps the half that the level lies in; none does beside a NaN.
    void halve(double valueMiddle) {
        if (!std::isnan(valueMiddle)) {
            const bool isLikeFrom = (valueMiddle > 0) == (valueFrom > 0);
            (isLikeFrom ? valueFrom : valueTo) = valueMiddle;
            (isLikeFrom ? from : to) = middle();
        }
    }
};

/// The pieces of the line, as pairs of places where it crosses the edges between neighbouring nodes. Each edge is
/// looked at once, so that both cells beside it get the same place.
class Line {
public:
    explicit Line(const Grid& grid)
        : grid_(grid)
        , across_(Matrix<int>::Constant(grid.rows, grid.columns, -1))
        , down_(across_) {
        for (Eigen::Index r = 0; r + 1 < grid.rows; ++r) {
            for (Eigen::Index c = 0; c + 1 < grid.columns; ++c) {
                addCell(r, c);
            }
        }
    }

    void refine(float leap, float level, const FieldFunction& function);
    std::vector<QLineF> pieces() const;

private:
    void addCell(Eigen::Index r, Eigen::Index c);
    int crossing(int& known, Eigen::Index r, Eigen::Index c, Eigen::Index toRow, Eigen::Index toColumn);

    const Grid& grid_;
    Matrix<int> across_, down_; ///< the crossing from each node to the right and downwards, −1: not looked at yet
    std::vector<Crossing> crossings_;
    std::vector<std::pair<int, int>> pieces_;
};

int Line::crossing(int& known, Eigen::Index r, Eigen::Index c, Eigen::Index toRow, Eigen::Index toColumn) {
    if (known < 0) {
        known = static_cast<int>(crossings_.size());
        crossings_.push_back(
            {grid_.place(r, c), grid_.place(toRow, toColumn), grid_.value(r, c), grid_.value(toRow, toColumn)});
    }
    return known;
}

/// Adds the pieces in the cell whose corners are
///   a = (r, c)      b = (r, c + 1)
///   d = (r + 1, c)  e = (r + 1, c + 1)
void Line::addCell(Eigen::Index r, Eigen::Index c) {
    const float a = grid_.value(r, c);
    const float b = grid_.value(r, c + 1);
    const float d = grid_.value(r + 1, c);
    const float e = grid_.value(r + 1, c + 1);
    const int above = (a > 0 ? 1 : 0) + (b > 0 ? 2 : 0) + (d > 0 ? 4 : 0) + (e > 0 ? 8 : 0);
    if (above == 0 || above == 15 || !std::isfinite(a + b + d + e)) {
        return;
    }
    const auto top = [&] { return crossing(across_(r, c), r, c, r, c + 1); };
    const auto bottom = [&] { return crossing(across_(r + 1, c), r + 1, c, r + 1, c + 1); };
    const auto left = [&] { return crossing(down_(r, c), r, c, r + 1, c); };
    const auto right = [&] { return crossing(down_(r, c + 1), r, c + 1, r + 1, c + 1); };
    switch (above) {
    case 1: // a alone on its side
    case 14:
        pieces_.emplace_back(left(), top());
        break;
    case 2: // b
    case 13:
        pieces_.emplace_back(top(), right());
        break;
    case 4: // d
    case 11:
        pieces_.emplace_back(left(), bottom());
        break;
    case 8: // e
    case 7:
        pieces_.emplace_back(bottom(), right());
        break;
    case 3: // a and b
    case 12:
        pieces_.emplace_back(left(), right());
        break;
    case 5: // a and d
    case 10:
        pieces_.emplace_back(top(), bottom());
        break;
    default: { // a and e: a saddle, where the interpolant is (a e − b d) / (a + e − b − d)
        const bool saddleAbove = (a * e - b * d) / (a + e - b - d) > 0;
        const bool connected = saddleAbove == (a > 0); // a and e, through the middle
        pieces_.emplace_back(top(), connected ? right() : left());
        pieces_.emplace_back(bottom(), connected ? left() : right());
    }
    }
}

void Line::refine(float leap, float level, const FieldFunction& function) {
    std::vector<Crossing*> steep;
    for (Crossing& crossing : crossings_) {
        if (crossing.leap() > leap) {
            steep.push_back(&crossing);
        }
    }
    Matrix<float> places(2, static_cast<Eigen::Index>(steep.size()));
    for (int i = 0; i < kBisections && !steep.empty(); ++i) {
        for (Eigen::Index c = 0; c < places.cols(); ++c) {
            const QPointF place = grid_.sampled(steep[static_cast<std::size_t>(c)]->middle());
            places(0, c) = static_cast<float>(place.x());
            places(1, c) = static_cast<float>(place.y());
        }
        const Matrix<float> values = function(places);
        for (Eigen::Index c = 0; c < places.cols(); ++c) {
            steep[static_cast<std::size_t>(c)]->halve(values(0, c) - level);
        }
    }
}

std::vector<QLineF> Line::pieces() const {
    std::vector<QLineF> result;
    result.reserve(pieces_.size());
    for (const auto& [from, to] : pieces_) {
        result.emplace_back(crossings_[static_cast<std::size_t>(from)].place(),
                            crossings_[static_cast<std::size_t>(to)].place());
    }
    return result;
}

} // namespace

std::vector<QLineF> contour(const Matrix<float>& field, float level) {
    return contour(field, level, std::numeric_limits<float>::infinity(), {});
}

std::vector<QLineF> contour(const Matrix<float>& field, float level, float leap, const FieldFunction& function) {
    if (field.size() == 0) {
        return {};
    }
    const Grid grid(field, level);
    Line line(grid);
    line.refine(leap, level, function);
    return line.pieces();
}

} // namespace perceptible
