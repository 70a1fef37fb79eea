#include "ui/diagram/diagram_scene.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/diagram/backdrop.h"
#include "ui/diagram/edge_painter.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

class Scene {
    Q_DECLARE_TR_FUNCTIONS(DiagramScene)
};

constexpr double kWidestEdgeOfTile = 0.18; // in proportion to the smallest tile, so that small ones aren't drowned
constexpr double kWidestEdge = 8;
constexpr double kNarrowestFullEdge = 2.5;
constexpr double kEdgeOpacity = 0.9; // crossings stay visible
constexpr double kFaded = 0.12;      // edges that don't belong to the unit pointed at
constexpr double kLeastEmphasis = 3; // the width of an edge that is pointed at
constexpr double kNear = 2;          // from a bias that is pointed at
constexpr double kEnlargedMap = 24 * kSpacing;
constexpr double kEnlargedMapOfView = 0.4; // of its height: the words stand below the map

double smallestTile(const DiagramLayout& layout) {
    double smallest = layout.layers.front().tiles.front().width();
    for (const LayerColumn& column : layout.layers) {
        smallest = std::min(smallest, column.tiles.front().width());
    }
    return smallest;
}

} // namespace

void DiagramScene::show(PicturePtr picture, QSize size, double devicePixelRatio) {
    const Snapshot& snapshot = *picture->snapshot;
    const std::size_t m = snapshot.data->count(Role::train);
    const bool samePlaces =
        size == size_ && devicePixelRatio == devicePixelRatio_ && m == m_ && snapshot.architecture == architecture_;
    picture_ = std::move(picture);
    if (!samePlaces) {
        size_ = size;
        devicePixelRatio_ = devicePixelRatio;
        m_ = m;
        architecture_ = snapshot.architecture;
        arrange();
    }
    scales_ = valueScales(*picture_);
    chooseEdges();
    canvasIsStale_ = true;
    tilesAreStale_ = true;
}

void DiagramScene::forget() { size_ = {}; }

void DiagramScene::emphasise(const DiagramTarget& target) {
    if (target != emphasised_) {
        emphasised_ = target;
        canvasIsStale_ = true;
        if (picture_) {
            chooseEdges();
        }
    }
}

void DiagramScene::arrange() {
    const int columns = architecture_.layers() + 1;
    captions_ = layerCaptions(architecture_, m_,
                              {columnWidth(size_.width(), columns), QFontMetricsF(captionTitleFont()),
                               QFontMetricsF(captionDetailFont()), QFontMetricsF(captionSmallFont())});
    qsizetype details = 0;
    for (const LayerCaption& caption : captions_) {
        details = std::max(details, caption.details.size());
    }
    const double captionHeight = captionTitleHeight() + static_cast<double>(details) * captionDetailHeight() + kSpacing;
    layout_ = layOut(architecture_.units, size_,
                     {captionDetailHeight() + kSpacing, captionHeight, captionDetailHeight() + kSpacing / 2.0});
    widths_.widest = std::clamp(kWidestEdgeOfTile * smallestTile(layout_), kNarrowestFullEdge, scaled(kWidestEdge));
    backdrop_ = QImage(size_ * devicePixelRatio_, QImage::Format_RGB32);
    backdrop_.setDevicePixelRatio(devicePixelRatio_);
    paintBackdrop(backdrop_, layout_, captions_);
}

void DiagramScene::chooseEdges() {
    const Parameters<float>& parameters = picture_->snapshot->parameters;
    edges_ = strongestEdges(parameters, layout_);
    if (emphasised_.kind == DiagramTarget::Kind::unit && has(emphasised_)) {
        bringForward(edges_, {emphasised_.layer, emphasised_.unit}, parameters, layout_);
    }
    widths_.weights.follow(static_cast<double>(largestWeight(parameters, layout_)));
    biases_.follow(static_cast<double>(largestBias(parameters, layout_)));
}

DiagramTarget DiagramScene::targetAt(QPointF point) const {
    if (const auto unit = biasAt(point)) {
        return {DiagramTarget::Kind::bias, unit->layer, unit->unit, 0};
    }
    if (const auto unit = layout_.unitAt(point)) {
        return {DiagramTarget::Kind::unit, unit->layer, unit->unit, 0};
    }
    if (const auto layer = layout_.captionAt(point)) {
        return {DiagramTarget::Kind::layer, *layer, 0, 0};
    }
    if (const int found = edgeAt(point, edges_, layout_, widths_); found >= 0) {
        const Edge& edge = edges_[static_cast<std::size_t>(found)];
        return {DiagramTarget::Kind::edge, edge.layer, edge.to, edge.from};
    }
    return {};
}

double DiagramScene::biasRadius(std::size_t layer) const {
    return std::clamp(0.1 * layout_.layers[layer].tiles.front().width(), 3.0, 5.0);
}

std::optional<DiagramLayout::Unit> DiagramScene::biasAt(QPointF point) const {
    for (std::size_t l = 1; l < layout_.layers.size(); ++l) {
        const auto& tiles = layout_.layers[l].tiles;
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            if (QLineF(point, tiles[i].bottomLeft()).length() <= biasRadius(l) + kNear) {
                return DiagramLayout::Unit{static_cast<int>(l), static_cast<int>(i)};
            }
        }
    }
    return std::nullopt;
}

bool DiagramScene::has(const DiagramTarget& target) const {
    const auto shows = [this](int layer, int unit) {
        return layer >= 0 && layer < static_cast<int>(layout_.layers.size()) &&
               unit < static_cast<int>(layout_.layers[static_cast<std::size_t>(layer)].tiles.size());
    };
    const bool isEdge = target.kind == DiagramTarget::Kind::edge;
    return target.kind != DiagramTarget::Kind::none && shows(target.layer, target.unit) &&
           (!isEdge || shows(target.layer - 1, target.from));
}

QRectF DiagramScene::anchorOf(const DiagramTarget& target) const {
    const LayerColumn& column = layout_.layers[static_cast<std::size_t>(target.layer)];
    switch (target.kind) {
    case DiagramTarget::Kind::unit:
        return column.tiles[static_cast<std::size_t>(target.unit)];
    case DiagramTarget::Kind::bias:
        return {column.tiles[static_cast<std::size_t>(target.unit)].bottomLeft(), QSizeF(0, 0)};
    case DiagramTarget::Kind::edge: {
        const EdgeCurve curve = layout_.edge(target.layer, target.unit, target.from);
        return QRectF((curve.from + curve.to) / 2, QSizeF(0, 0));
    }
    default:
        return column.caption;
    }
}

double DiagramScene::fadeOf(const Edge& edge) const {
    switch (emphasised_.kind) {
    case DiagramTarget::Kind::unit:
        return emphasised_.isUnit(edge.layer, edge.to) || emphasised_.isUnit(edge.layer - 1, edge.from) ? 1 : kFaded;
    case DiagramTarget::Kind::edge: // drawn over the others
    case DiagramTarget::Kind::bias:
        return kFaded;
    default:
        return 1;
    }
}

void DiagramScene::paintEdges() {
    canvas_ = backdrop_;
    for (const Edge& edge : edges_) {
        drawEdge(canvas_, layout_.edge(edge.layer, edge.to, edge.from),
                 {widths_.width(edge.weight), divergingInk(widths_.weights.relative(edge.weight)),
                  kEdgeOpacity * fadeOf(edge)});
    }
    if (emphasised_.kind == DiagramTarget::Kind::edge && has(emphasised_)) {
        const auto& [kind, layer, to, from] = emphasised_;
        const auto& W = picture_->snapshot->parameters[static_cast<std::size_t>(layer) - 1].W;
        const float weight = W(static_cast<Eigen::Index>(to), static_cast<Eigen::Index>(from));
        drawEdge(canvas_, layout_.edge(layer, to, from),
                 {std::max(widths_.width(weight), kLeastEmphasis), divergingInk(widths_.weights.relative(weight)), 1});
    }
}

void DiagramScene::paintBiases(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().ground, 1));
    for (std::size_t l = 1; l < layout_.layers.size(); ++l) {
        const auto& tiles = layout_.layers[l].tiles;
        const double radius = biasRadius(l);
        const auto& b = picture_->snapshot->parameters[l - 1].b;
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            painter.setBrush(QColor(divergingInk(biases_.relative(b(static_cast<Eigen::Index>(i))))));
            painter.drawEllipse(tiles[i].bottomLeft(), radius, radius);
        }
    }
}

QString DiagramScene::legend() const {
    if (const double full = widths_.weights.value(); full > 0) {
        return Scene::tr("Thickest line: |w| = %1").arg(shortNumberText(full));
    }
    return largestWeight(picture_->snapshot->parameters, layout_) == 0 ? Scene::tr("Every weight is 0")
                                                                       : Scene::tr("The weights are not finite");
}

void DiagramScene::paintLegend(QPainter& painter, const QRectF& covered) const {
    painter.setFont(captionDetailFont());
    painter.setPen(Theme::current().quietText);
    const QRectF place(kSpacing, kSpacing / 2.0, size_.width() - 2 * kSpacing, captionDetailHeight());
    constexpr int flags = Qt::AlignRight | Qt::AlignVCenter;
    const QString text = legend();
    if (!painter.boundingRect(place, flags, text).intersects(covered)) {
        painter.drawText(place, flags, text);
    }
}

void DiagramScene::paint(QPainter& painter) {
    if (canvasIsStale_) {
        paintEdges();
        canvasIsStale_ = false;
    }
    if (tilesAreStale_) {
        tiles_.update(*picture_, layout_, scales_, devicePixelRatio_);
        tilesAreStale_ = false;
    }
    painter.drawImage(0, 0, canvas_);
    tiles_.paint(painter, layout_);
    paintBiases(painter);
    paintFrames(painter);
}

/// Around what is emphasised: a unit, a bias, or the two units that an edge joins.
void DiagramScene::paintFrames(QPainter& painter) const {
    if (!has(emphasised_)) {
        return;
    }
    painter.setPen(QPen(Theme::current().accent, 2));
    painter.setBrush(Qt::NoBrush);
    const auto frame = [&](int layer, int unit) {
        const auto& tiles = layout_.layers[static_cast<std::size_t>(layer)].tiles;
        painter.drawRoundedRect(tiles[static_cast<std::size_t>(unit)].adjusted(-1, -1, 1, 1), 5, 5);
    };
    const auto& [kind, layer, unit, from] = emphasised_;
    switch (kind) {
    case DiagramTarget::Kind::unit:
        frame(layer, unit);
        break;
    case DiagramTarget::Kind::bias: {
        const double radius = biasRadius(static_cast<std::size_t>(layer)) + 2;
        painter.drawEllipse(anchorOf(emphasised_).topLeft(), radius, radius);
        break;
    }
    case DiagramTarget::Kind::edge:
        frame(layer - 1, from);
        frame(layer, unit);
        break;
    default:
        break;
    }
}

QRectF DiagramScene::paintCardOf(QPainter& painter, const DiagramTarget& target, bool pinned) const {
    CardText text = textOf(target);
    if (pinned) {
        text.lines << Scene::tr("Pinned. Escape lets go.");
    }
    QImage map;
    if (target.kind == DiagramTarget::Kind::unit) {
        const auto layer = static_cast<std::size_t>(target.layer);
        const double side = std::min(scaled(kEnlargedMap), std::round(kEnlargedMapOfView * size_.height()));
        paintTile(map, side, devicePixelRatio_, picture_->unitMaps[layer].row(target.unit).data(),
                  picture_->view.unitMapSide, scales_[layer]);
    }
    const QRectF bounds = QRectF(QPointF(0, 0), size_).adjusted(kSpacing, kSpacing, -kSpacing, -kSpacing);
    return paintCard(painter, bounds, anchorOf(target), text, map);
}

} // namespace perceptible
