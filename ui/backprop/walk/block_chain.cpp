#include "ui/backprop/walk/block_chain.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/backprop/walk/walk.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kBlockHeight = 22;
constexpr int kUpdateHeight = 17;
constexpr int kNames = 14; ///< above the forward row and below the backward one: what goes along the wires
constexpr int kAboveUpdate = 2;
constexpr int kGap = 17;           ///< between the rows: the caches' names stand there
constexpr double kCostShare = 0.8; ///< the cost's width, in blocks
constexpr double kWire = 0.16;     ///< between two blocks, in blocks
constexpr double kArrow = 4;       ///< half the height of a wire's head, and its length

/// The names with the number of their layer, where they are to have one.
QString ofLayer(QString names, int layer) { return names.replace(QLatin1String("%1"), QString::number(layer)); }

} // namespace

BlockChain::BlockChain(Walk& walk, QWidget* parent)
    : QWidget(parent)
    , walk_(walk) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(fontFor(TextRole::caption));
    setMouseTracking(true);
    setAccessibleName(tr("Chain of blocks"));
    connect(&walk, &Walk::changed, this, &BlockChain::arrange);
    arrange();
}

QSize BlockChain::sizeHint() const {
    return {scaled(320), scaled(2 * kNames + 2 * kBlockHeight + kUpdateHeight + kGap + kAboveUpdate)};
}

double BlockChain::rowTop(Part part) const {
    const int backward = kNames + kBlockHeight + kGap;
    const int update = backward + kBlockHeight + kNames + kAboveUpdate;
    return scaled(static_cast<double>(part == Part::backward ? backward : part == Part::update ? update : kNames));
}

double BlockChain::unit() const { return width() / (2 * layers_ * (1 + kWire) + kCostShare); }

const Block* BlockChain::current() const {
    const auto found = std::ranges::find(blocks_, Block::State::current, &Block::state);
    return found == blocks_.end() ? nullptr : &*found;
}

void BlockChain::arrange() {
    layers_ = walk_.iteration() ? walk_.iteration()->architecture.layers() : 0;
    blocks_ = blocksOf(walk_.subSteps(), walk_.position());
    for (Block& block : blocks_) {
        block.place = placeOf(block);
    }
    setAccessibleDescription(current() ? current()->name(walk_.iteration()->architecture) : QString());
    update();
}

QRectF BlockChain::placeOf(const Block& block) const {
    const double step = unit() * (1 + kWire);
    const double top = rowTop(block.part);
    const double left = 2 * (block.layer - 1) * step;
    switch (block.part) {
    case Part::cost:
        return {width() - kCostShare * unit(), top, kCostShare * unit() - 1,
                rowTop(Part::backward) + scaled(kBlockHeight) - top};
    case Part::update:
        return {left, top, unit() + step, static_cast<double>(scaled(kUpdateHeight))};
    case Part::forward:
    case Part::backward:
        break;
    }
    return {left + (block.isLinear ? 0 : step), top, unit(), static_cast<double>(scaled(kBlockHeight))};
}

void BlockChain::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (blocks_.empty()) {
        return;
    }
    paintWires(painter);
    paintCaches(painter);
    for (const Block& block : blocks_) {
        paintBlock(painter, block);
    }
    paintNames(painter);
}

void BlockChain::paintName(QPainter& painter, double x, double y, const QString& name, std::size_t filledFrom) const {
    const double half = fontMetrics().horizontalAdvance(name) / 2.0 + 1;
    const double middle = std::clamp(x, half, width() - half);
    painter.setPen(walk_.position() >= filledFrom ? Theme::current().text : Theme::current().quietText);
    painter.drawText(QRectF(middle - half, y, 2 * half, scaled(kNames)), Qt::AlignCenter, name);
}

/// What every block is given and gives: A[l−1] → Z[l] → A[l] above, dA[l−1], dW[l], db[l] ← dZ[l] ← dA[l] below. Where
/// there is too little room, those of the present layer alone.
void BlockChain::paintNames(QPainter& painter) const {
    painter.setFont(font());
    const auto fits = [this](const QString& gradients) {
        const int needed = fontMetrics().horizontalAdvance(ofLayer(gradients, 1) + QStringLiteral("dZ[1]"));
        return needed + scaled(10) <= unit() * (1 + kWire);
    };
    const QString both = QStringLiteral("dW[%1], db[%1]");
    const QString gradients = fits(both) ? both : QStringLiteral("dW, db"); // the block says which layer's
    const Block* now = current();
    for (const Block& block : blocks_) {
        const bool hasNames = block.isLinear && (block.part == Part::forward || block.part == Part::backward);
        if (hasNames && fits(gradients)) {
            paintAllNames(painter, block, gradients);
        } else if (hasNames && now && now->layer == block.layer) {
            paintOwnNames(painter, block);
        }
    }
}

/// Each where it goes along the wires.
void BlockChain::paintAllNames(QPainter& painter, const Block& block, const QString& gradients) const {
    const int l = block.layer;
    const double wire = kWire * unit();
    const double left = block.place.left() - wire / 2;
    const double right = block.place.right() + wire / 2;
    if (block.part == Part::forward) {
        paintName(painter, left, 0, l == 1 ? QStringLiteral("X") : QStringLiteral("A[%1]").arg(l - 1), block.first - 1);
        paintName(painter, right, 0, QStringLiteral("Z[%1]").arg(l), block.first);
        if (l == layers_) {
            paintName(painter, right + unit() + wire, 0, QStringLiteral("A[%1]").arg(l), block.first + 1);
        }
        return;
    }
    const double below = block.place.bottom();
    if (l > 1) {
        paintName(painter, left, below, QStringLiteral("dA[%1]").arg(l - 1), block.last);
    }
    paintName(painter, block.place.center().x(), below, ofLayer(gradients, l), block.first);
    paintName(painter, right, below, QStringLiteral("dZ[%1]").arg(l), block.first - 1);
}

/// In one line, quiet until all of them are known.
void BlockChain::paintOwnNames(QPainter& painter, const Block& block) const {
    const int l = block.layer;
    if (block.part == Part::forward) {
        const QString input = l == 1 ? QStringLiteral("X") : QStringLiteral("A[%1]").arg(l - 1);
        paintName(painter, block.place.right(), 0, input + QStringLiteral(" → Z[%1] → A[%1]").arg(l), block.first + 1);
    } else {
        const QString handedOn = l == 1 ? QString() : QStringLiteral("dA[%1] ← ").arg(l - 1);
        const QString given = l == layers_ && !walk_.isUnfolded() ? QString() : QStringLiteral(" ← dA[%1]").arg(l);
        paintName(painter, block.place.right(), block.place.bottom(),
                  handedOn + QStringLiteral("dW[%1], db[%1] ← dZ[%1]").arg(l) + given, block.last);
    }
}

/// From every block of a row to the next one, to the right forward and to the left backward.
void BlockChain::paintWires(QPainter& painter) const {
    const QColor colour = Theme::current().strongLine;
    const double wire = kWire * unit();
    const double half = std::min(scaled(kArrow), wire / 2);
    for (const Block& block : blocks_) {
        if (block.part != Part::forward && block.part != Part::backward) {
            continue;
        }
        const double y = block.place.center().y();
        const double left = block.place.right();
        const bool toTheRight = block.part == Part::forward;
        const double tip = toTheRight ? left + wire : left;
        const double back = toTheRight ? tip - half : tip + half;
        painter.setPen(QPen(colour, 2));
        painter.drawLine(QPointF(toTheRight ? left : left + wire, y), QPointF(back, y));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{tip, y}, {back, y - half}, {back, y + half}}));
    }
}

/// Z[l], kept by LINEAR forward for ACTIVATION backward.
void BlockChain::paintCaches(QPainter& painter) const {
    const Theme& theme = Theme::current();
    for (const Block& block : blocks_) {
        if (block.part != Part::forward || block.isLinear) {
            continue;
        }
        const double x = block.place.center().x();
        const double top = block.place.bottom();
        const double bottom = rowTop(Part::backward);
        const bool isFilled = walk_.position() >= block.first - 1; // LINEAR forward is done
        const QString name = QStringLiteral("Z[%1]").arg(block.layer);
        const double half = fontMetrics().horizontalAdvance(name) / 2.0 + 3;
        painter.setPen(
            QPen(isFilled ? theme.accent : theme.strongLine, isFilled ? 2 : 1, isFilled ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        painter.fillRect(QRectF(x - half, top + 2, 2 * half, bottom - top - 4), palette().color(backgroundRole()));
        painter.setPen(isFilled ? theme.text : theme.quietText);
        painter.drawText(QRectF(x - half, top, 2 * half, bottom - top), Qt::AlignCenter, name);
    }
}

void BlockChain::paintBlock(QPainter& painter, const Block& block) const {
    const Theme& theme = Theme::current();
    const bool isForward = block.part == Part::forward || block.part == Part::cost;
    const bool isDone = block.state == Block::State::done;
    const bool isCurrent = block.state == Block::State::current;
    const QRectF place = block.place.adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor wash = isForward ? theme.line : theme.accentWash;
    painter.setPen(QPen(isCurrent ? theme.accent : isDone ? wash : theme.strongLine, 1));
    painter.setBrush(isCurrent ? theme.accent : isDone ? wash : palette().color(backgroundRole()));
    painter.drawRoundedRect(place, 4, 4);
    QFont font = this->font();
    font.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(isCurrent ? theme.onAccent : !isDone ? theme.quietText : isForward ? theme.text : theme.accent);
    const QStringList labels = block.labels(walk_.iteration()->architecture, walk_.iteration()->hyperparameters);
    const auto fits = [&](const QString& label) {
        return fontMetrics().horizontalAdvance(label) + scaled(6) <= place.width();
    };
    const auto label = std::ranges::find_if(labels, fits);
    painter.drawText(place, Qt::AlignCenter, label != labels.end() ? *label : labels.last());
}

void BlockChain::resizeEvent(QResizeEvent*) { arrange(); }

const Block* BlockChain::blockAt(QPointF position) const {
    const auto found =
        std::ranges::find_if(blocks_, [&](const Block& block) { return block.place.contains(position); });
    return found == blocks_.end() ? nullptr : &*found;
}

void BlockChain::mousePressEvent(QMouseEvent* event) {
    if (const Block* block = blockAt(event->position()); block && event->button() == Qt::LeftButton) {
        walk_.goTo(block->first);
    }
}

bool BlockChain::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Block* block = blockAt(help->pos())) {
            QToolTip::showText(help->globalPos(), block->name(walk_.iteration()->architecture), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void BlockChain::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace perceptible
