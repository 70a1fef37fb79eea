#include "ui/diagram/hover_card.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/diagram/captions.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

/// The sentences of the card.
class HoverCard {
    Q_DECLARE_TR_FUNCTIONS(HoverCard)

public:
    HoverCard(const Picture& picture, const std::vector<ValueScale>& scales)
        : picture_(picture)
        , architecture_(picture.snapshot->architecture)
        , scales_(scales) {}

    CardText unit(int layer, int unit) const {
        if (layer == 0) {
            const QString name = QLatin1Char('x') + subscript(unit + 1);
            return {tr("Input %1").arg(name), values(layer, unit, name)};
        }
        const bool output = layer == architecture_.layers();
        const QString a = output ? QStringLiteral("ŷ") : QStringLiteral("a");
        const QString formula = formulaOf(architecture_.activations[index(layer - 1)]);
        const QStringList neuron{layer == 1 ? tr("%1 = %2, z = w·x + b").arg(a, formula)
                                            : tr("%1 = %2, z = w·a + b").arg(a, formula),
                                 tr("b = %1").arg(numberText(picture_.snapshot->parameters[index(layer - 1)].b(unit)))};
        return {output ? tr("Output %1").arg(a) : tr("Layer %1, unit %2").arg(layer).arg(unit + 1),
                neuron + values(layer, unit, a)};
    }

    CardText edge(int layer, int to, int from) const {
        const float w = picture_.snapshot->parameters[index(layer - 1)].W(to, from);
        const QString name =
            QStringLiteral("w[%1]%2,%3").arg(QString::number(layer), subscript(to + 1), subscript(from + 1));
        return {QStringLiteral("%1 = %2").arg(name, numberText(w)), {ends(layer, to + 1, from + 1)}};
    }

    CardText layer(int layer) const {
        const LayerCaption caption = fullCaption(architecture_, picture_.snapshot->data->count(Role::train), layer);
        QStringList lines = caption.details;
        lines << tr("Units: %1").arg(architecture_.units[index(layer)]);
        return {caption.title, lines};
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    QString ends(int layer, int to, int from) const {
        const QString input = QLatin1Char('x') + subscript(from);
        const bool toOutput = layer == architecture_.layers();
        if (layer == 1) {
            return toOutput ? tr("From input %1 to the output ŷ").arg(input)
                            : tr("From input %1 to layer 1, unit %2").arg(input).arg(to);
        }
        return toOutput ? tr("From layer %1, unit %2 to the output ŷ").arg(layer - 1).arg(from)
                        : tr("From layer %1, unit %2 to layer %3, unit %4").arg(layer - 1).arg(from).arg(layer).arg(to);
    }

    /// The unit's values on the plane, and what its colours mean as far as it has any.
    QStringList values(int layer, int unit, const QString& name) const {
        const auto map = picture_.unitMaps[index(layer)].row(unit);
        const float low = map.minCoeff<Eigen::PropagateNumbers>();
        const float high = map.maxCoeff<Eigen::PropagateNumbers>();
        if (std::isnan(low)) {
            return {tr("On the plane: %1 is not a number").arg(name)};
        }
        const QString range = low == 0 && high == 0
                                  ? tr("On the plane: %1 is 0 everywhere").arg(name)
                                  : tr("On the plane: %1 from %2 to %3").arg(name, numberText(low), numberText(high));
        if ((picture_.unitMaps[index(layer)].array() == 0).all()) {
            return {range}; // and so are the other units: there are no colours to explain
        }
        const ValueScale& scale = scales_[index(layer)];
        return {range, tr("Orange is %1, neutral %2, blue %3")
                           .arg(shortNumberText(scale.neutral - scale.full), shortNumberText(scale.neutral),
                                shortNumberText(scale.neutral + scale.full))};
    }

    const Picture& picture_;
    const Architecture& architecture_;
    const std::vector<ValueScale>& scales_;
};

constexpr double kPadding = kSpacing * 1.5;
constexpr double kLineSpacing = 1.3;

/// Beside the anchor, on the right if there is room.
QRectF placeCard(QSizeF size, const QRectF& bounds, const QRectF& anchor) {
    double left = anchor.right() + kSpacing;
    if (left + size.width() > bounds.right()) {
        left = anchor.left() - kSpacing - size.width();
    }
    left = std::max(bounds.left(), std::min(left, bounds.right() - size.width()));
    const double lowest = std::max(bounds.top(), bounds.bottom() - size.height());
    const double top = std::clamp(anchor.center().y() - size.height() / 2, bounds.top(), lowest);
    return {QPointF(std::round(left), std::round(top)), size};
}

} // namespace

CardText describe(const Picture& picture, const DiagramTarget& target, const std::vector<ValueScale>& scales) {
    const HoverCard card(picture, scales);
    switch (target.kind) {
    case DiagramTarget::Kind::unit:
    case DiagramTarget::Kind::bias:
        return card.unit(target.layer, target.unit);
    case DiagramTarget::Kind::edge:
        return card.edge(target.layer, target.unit, target.from);
    case DiagramTarget::Kind::layer:
        return card.layer(target.layer);
    case DiagramTarget::Kind::none:
        break;
    }
    return {};
}

QRectF paintCard(QPainter& painter, const QRectF& bounds, const QRectF& anchor, const CardText& text,
                 const QImage& map) {
    QFont titleFont = fontFor(TextRole::body);
    titleFont.setWeight(QFont::DemiBold);
    const QFont lineFont = fontFor(TextRole::caption);
    const QFontMetricsF titleMetrics(titleFont);
    const QFontMetricsF lineMetrics(lineFont);
    const double lineHeight = std::ceil(lineMetrics.height() * kLineSpacing);
    const double titleHeight = std::ceil(titleMetrics.height() * kLineSpacing);
    const QSizeF mapSize = map.isNull() ? QSizeF(0, 0) : map.deviceIndependentSize() + QSizeF(0, kSpacing);
    double width = std::max(mapSize.width(), titleMetrics.horizontalAdvance(text.title));
    for (const QString& line : text.lines) {
        width = std::max(width, lineMetrics.horizontalAdvance(line));
    }
    const double height = mapSize.height() + titleHeight + lineHeight * static_cast<double>(text.lines.size());
    const QRectF card = placeCard(QSizeF(std::ceil(width) + 2 * kPadding, height + 2 * kPadding), bounds, anchor);

    const Theme& theme = Theme::current();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.strongLine);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), kSpacing / 2.0, kSpacing / 2.0);
    painter.drawImage(card.topLeft() + QPointF(kPadding, kPadding), map);
    QRectF row(card.left() + kPadding, card.top() + kPadding + mapSize.height(), card.width(), titleHeight);
    painter.setPen(theme.text);
    painter.setFont(titleFont);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, text.title);
    painter.setPen(theme.quietText);
    painter.setFont(lineFont);
    row.translate(0, titleHeight);
    row.setHeight(lineHeight);
    for (const QString& line : text.lines) {
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line);
        row.translate(0, lineHeight);
    }
    return card;
}

} // namespace perceptible
