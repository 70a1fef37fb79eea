#include "ui/diagram/edges.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace perceptible {

namespace {

constexpr double kHairline = 0.75;
constexpr double kReach = 3; // pixels beside a line where it can still be pointed at

/// |w|; what is not a number is weaker than every number, so that edges have an order.
float strength(const Edge& edge) { return std::isnan(edge.weight) ? -1 : std::abs(edge.weight); }

bool weaker(const Edge& a, const Edge& b) { return strength(a) < strength(b); }

/// max |value|, or NaN when one of them is.
template <class Values>
float largestMagnitude(const Values& values) {
    return values.cwiseAbs().template maxCoeff<Eigen::PropagateNaN>();
}

/// max(a, b), or NaN when one of them is.
float largerOf(float a, float b) { return std::isnan(a) || a > b ? a : b; }

Eigen::Index shown(const DiagramLayout& layout, std::size_t layer) {
    return static_cast<Eigen::Index>(layout.layers[layer].tiles.size());
}

std::vector<Edge> edgesInto(std::size_t layer, const Parameters<float>& parameters, const DiagramLayout& layout) {
    const Matrix<float>& W = parameters[layer - 1].W;
    std::vector<Edge> edges;
    edges.reserve(static_cast<std::size_t>(shown(layout, layer) * shown(layout, layer - 1)));
    for (Eigen::Index to = 0; to < shown(layout, layer); ++to) {
        for (Eigen::Index from = 0; from < shown(layout, layer - 1); ++from) {
            edges.push_back({static_cast<int>(layer), static_cast<int>(to), static_cast<int>(from), W(to, from)});
        }
    }
    return edges;
}

void keepStrongest(std::vector<Edge>& edges, std::size_t most) {
    if (edges.size() > most) {
        const auto firstKept = edges.end() - static_cast<std::ptrdiff_t>(most);
        std::nth_element(edges.begin(), firstKept, edges.end(), weaker);
        edges.erase(edges.begin(), firstKept);
    }
}

} // namespace

std::vector<Edge> strongestEdges(const Parameters<float>& parameters, const DiagramLayout& layout, int most) {
    std::vector<std::vector<Edge>> byLayer;
    for (std::size_t layer = 1; layer < layout.layers.size(); ++layer) {
        byLayer.push_back(edgesInto(layer, parameters, layout));
    }
    // Layers with few edges leave what they don't need of an equal share to the others.
    std::sort(byLayer.begin(), byLayer.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::vector<Edge> edges;
    edges.reserve(static_cast<std::size_t>(most));
    for (std::size_t i = 0; i < byLayer.size(); ++i) {
        keepStrongest(byLayer[i], (static_cast<std::size_t>(most) - edges.size()) / (byLayer.size() - i));
        edges.insert(edges.end(), byLayer[i].begin(), byLayer[i].end());
    }
    std::sort(edges.begin(), edges.end(), weaker);
    return edges;
}

void bringForward(std::vector<Edge>& edges, DiagramLayout::Unit unit, const Parameters<float>& parameters,
                  const DiagramLayout& layout) {
    const auto belongs = [unit](const Edge& edge) {
        return DiagramLayout::Unit{edge.layer, edge.to} == unit ||
               DiagramLayout::Unit{edge.layer - 1, edge.from} == unit;
    };
    std::erase_if(edges, belongs);
    for (const int layer : {unit.layer, unit.layer + 1}) {
        if (layer < 1 || layer >= static_cast<int>(layout.layers.size())) {
            continue;
        }
        std::vector<Edge> own = edgesInto(static_cast<std::size_t>(layer), parameters, layout);
        std::erase_if(own, std::not_fn(belongs));
        std::sort(own.begin(), own.end(), weaker);
        edges.insert(edges.end(), own.begin(), own.end());
    }
    if (edges.size() > kMostEdges) {
        edges.erase(edges.begin(), edges.end() - kMostEdges); // the weakest of the others
    }
}

float largestWeight(const Parameters<float>& parameters, const DiagramLayout& layout) {
    float largest = 0;
    for (std::size_t layer = 1; layer < layout.layers.size(); ++layer) {
        const auto& W = parameters[layer - 1].W;
        largest = largerOf(largest, largestMagnitude(W.topLeftCorner(shown(layout, layer), shown(layout, layer - 1))));
    }
    return largest;
}

float largestBias(const Parameters<float>& parameters, const DiagramLayout& layout) {
    float largest = 0;
    for (std::size_t layer = 1; layer < layout.layers.size(); ++layer) {
        largest = largerOf(largest, largestMagnitude(parameters[layer - 1].b.head(shown(layout, layer))));
    }
    return largest;
}

double EdgeWidths::width(float weight) const {
    return std::max(kHairline, widest * std::abs(static_cast<double>(weights.relative(weight))));
}

int edgeAt(QPointF point, const std::vector<Edge>& edges, const DiagramLayout& layout, const EdgeWidths& widths) {
    for (int i = static_cast<int>(edges.size()) - 1; i >= 0; --i) {
        const Edge& edge = edges[static_cast<std::size_t>(i)];
        const EdgeCurve curve = layout.edge(edge.layer, edge.to, edge.from);
        if (point.x() < curve.from.x() || point.x() > curve.to.x()) {
            continue;
        }
        // Across the line, not along y: |Δy| cos θ.
        const double distance = std::abs(point.y() - curve.yAt(point.x())) / std::hypot(1.0, curve.slopeAt(point.x()));
        if (distance <= std::max(kReach, widths.width(edge.weight) / 2)) {
            return i;
        }
    }
    return -1;
}

} // namespace perceptible
