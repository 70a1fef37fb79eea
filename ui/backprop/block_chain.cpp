#include "ui/backprop/block_chain.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "core/walk/notation.h"
#include "ui/backprop/walk.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kBlockHeight = 22;
constexpr int kUpdateHeight = 17;
constexpr int kNames = 14; ///< above the forward row and below the backward one: what goes along the wires
constexpr int kAboveUpdate = 2;
constexpr int kGap = 17;           ///< between the rows: the caches' names stand there
constexpr double kCostShare = 1.2; ///< the cost's width, in blocks
constexpr double kWire = 0.16;     ///< between two blocks, in blocks

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

const BlockChain::Block* BlockChain::current() const {
    const auto found = std::ranges::find(blocks_, State::current, &Block::state);
    return found == blocks_.end() ? nullptr : &*found;
}

/// One block for each stretch of sub-steps of one part, layer and kind.
void BlockChain::arrange() {
    blocks_.clear();
    layers_ = walk_.iteration() ? walk_.iteration()->architecture.layers() : 0;
    const std::vector<SubStep>& steps = walk_.subSteps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const SubStep& step = steps[i];
        const bool isLinear =
            step.operation == Operation::linearForward || step.operation == Operation::linearBackwardWeights ||
            step.operation == Operation::linearBackwardBias || step.operation == Operation::linearBackwardInput;
        if (blocks_.empty() || blocks_.back().part != step.part() || blocks_.back().layer != step.layer ||
            (blocks_.back().isLinear != isLinear && step.part() != Part::update && step.part() != Part::cost)) {
            Block block{step.part(), step.layer, isLinear, {}, i + 1, i + 1, State::todo};
            place(block);
            blocks_.push_back(block);
        }
        Block& block = blocks_.back();
        block.last = i + 1;
        const std::size_t position = walk_.position();
        block.state = position > block.last || (position == block.last && walk_.isAtEnd()) ? State::done
                      : position >= block.first                                            ? State::current
                                                                                           : State::todo;
    }
    QString words;
    for (const Block& block : blocks_) {
        if (block.state == State::current) {
            words = nameOf(block);
        }
    }
    setAccessibleDescription(words);
    update();
}

void BlockChain::place(Block& block) const {
    const double unit = this->unit();
    const double top = rowTop(block.part);
    if (block.part == Part::cost) {
        block.place = {width() - kCostShare * unit, rowTop(Part::forward), kCostShare * unit - 1,
                       rowTop(Part::backward) + scaled(kBlockHeight) - rowTop(Part::forward)};
        return;
    }
    const int column = 2 * (block.layer - 1);
    const double left = column * unit * (1 + kWire);
    if (block.part == Part::update) {
        block.place = {left, top, unit * (2 + kWire), static_cast<double>(scaled(kUpdateHeight))};
        return;
    }
    const double place = left + (block.isLinear ? 0 : unit * (1 + kWire));
    block.place = {place, top, unit, static_cast<double>(scaled(kBlockHeight))};
}

QString BlockChain::nameOf(const Block& block) const {
    const QString g =
        block.part == Part::cost || !walk_.iteration()
            ? QString()
            : QString::fromStdString(
                  symbolOf(walk_.iteration()->architecture.activations[static_cast<std::size_t>(block.layer) - 1]));
    switch (block.part) {
    case Part::forward:
        return block.isLinear ? tr("LINEAR forward, layer %1").arg(block.layer)
                              : tr("ACTIVATION forward (%2), layer %1").arg(block.layer).arg(g);
    case Part::cost:
        return tr("COST");
    case Part::backward:
        return block.isLinear ? tr("LINEAR backward, layer %1").arg(block.layer)
                              : tr("ACTIVATION backward (%2), layer %1").arg(block.layer).arg(g);
    case Part::update:
        break;
    }
    return tr("UPDATE, layer %1").arg(block.layer);
}

QString BlockChain::shortNameOf(const Block& block, double room) const {
    QStringList names;
    if (block.part == Part::cost) {
        names = {tr("COST"), QStringLiteral("J")};
    } else if (block.part == Part::update) {
        const QString l = QString::number(block.layer);
        names = {QStringLiteral("W[%1] := W[%1] − α dW[%1],  b[%1] := b[%1] − α db[%1]").arg(l),
                 QStringLiteral("W[%1] := W[%1] − α dW[%1],  b[%1] := …").arg(l),
                 QStringLiteral("W[%1] := W[%1] − α dW[%1]").arg(l),
                 QStringLiteral("W[%1], b[%1] :=").arg(l),
                 QStringLiteral("W[%1]").arg(l),
                 l};
    } else if (block.isLinear) {
        names = {QStringLiteral("LINEAR"), QStringLiteral("LIN"), QStringLiteral("W")};
    } else {
        const QString g = QString::fromStdString(
            symbolOf(walk_.iteration()->architecture.activations[static_cast<std::size_t>(block.layer) - 1]));
        names = {g, g.left(4), g.left(2), g.left(1)};
        if (block.part == Part::backward) {
            names.prepend(g + QStringLiteral("′"));
        }
    }
    if (block.part == Part::backward) {
        names.prepend(QStringLiteral("← ") + names.first());
    }
    for (const QString& name : names) {
        if (fontMetrics().horizontalAdvance(name) + scaled(6) <= room) {
            return name;
        }
    }
    return names.last();
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
    const Block* now = current();
    const double wire = kWire * unit();
    const auto needs = [this](const QString& gradients) {
        return fontMetrics().horizontalAdvance(gradients + QStringLiteral("dZ[1]")) + scaled(10);
    };
    const QString both = QStringLiteral("dW[%1], db[%1]");
    const QString gradients = unit() + wire >= needs(both.arg(1)) ? both : QStringLiteral("dW[%1]");
    const bool fits = unit() + wire >= needs(gradients.arg(1));
    const double above = 0;
    const double below = rowTop(Part::backward) + scaled(kBlockHeight);
    for (const Block& block : blocks_) {
        if (!block.isLinear || (!fits && (now == nullptr || now->layer != block.layer))) {
            continue;
        }
        const int l = block.layer;
        if (!fits) {
            const QString input = l == 1 ? QStringLiteral("X") : QStringLiteral("A[%1]").arg(l - 1);
            const QString handedOn = l == 1 ? QString() : QStringLiteral("dA[%1] ← ").arg(l - 1);
            if (block.part == Part::forward) {
                paintName(painter, block.place.right(), above, input + QStringLiteral(" → Z[%1] → A[%1]").arg(l), 0);
            } else if (block.part == Part::backward) {
                paintName(painter, block.place.right(), below,
                          handedOn + QStringLiteral("dW[%1], db[%1] ← dZ[%1] ← dA[%1]").arg(l), 0);
            }
            continue;
        }
        const double left = block.place.left() - wire / 2;
        const double right = block.place.right() + wire / 2;
        const double end = right + unit() + wire;
        if (block.part == Part::forward) {
            paintName(painter, left, above, l == 1 ? QStringLiteral("X") : QStringLiteral("A[%1]").arg(l - 1),
                      block.first - 1);
            paintName(painter, right, above, QStringLiteral("Z[%1]").arg(l), block.first);
            if (l == layers_) {
                paintName(painter, end, above, QStringLiteral("A[%1]").arg(l), block.first + 1);
            }
        } else if (block.part == Part::backward) {
            if (l > 1) {
                paintName(painter, left, below, QStringLiteral("dA[%1]").arg(l - 1), block.last);
            }
            paintName(painter, block.place.center().x(), below, gradients.arg(l), block.first);
            paintName(painter, right, below, QStringLiteral("dZ[%1]").arg(l), block.first - 1);
        }
    }
}

/// The lines between neighbouring blocks of a row.
void BlockChain::paintWires(QPainter& painter) const {
    const Theme& theme = Theme::current();
    painter.setPen(QPen(theme.strongLine, 2));
    for (const Part part : {Part::forward, Part::backward}) {
        const double y = rowTop(part) + scaled(kBlockHeight) / 2.0;
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
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
    const bool forward = block.part == Part::forward || block.part == Part::cost;
    const QColor ink = forward ? (theme.dark ? theme.quietText : theme.quietText.darker(140)) : theme.accent;
    const QRectF place = block.place.adjusted(1.5, 1.5, -1.5, -1.5);
    const bool isFilled = block.state != State::todo;
    painter.setPen(QPen(isFilled ? ink : theme.strongLine, 1));
    painter.setBrush(isFilled ? ink : palette().color(backgroundRole()));
    painter.drawRoundedRect(place, 4, 4);
    if (block.state == State::current) {
        painter.setPen(QPen(theme.text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(block.place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    QFont font = this->font();
    font.setWeight(block.state == State::current ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(isFilled ? (forward && theme.dark ? theme.ground : theme.onAccent) : theme.quietText);
    painter.drawText(place, Qt::AlignCenter, shortNameOf(block, place.width()));
}

void BlockChain::resizeEvent(QResizeEvent*) { arrange(); }

const BlockChain::Block* BlockChain::blockAt(QPointF position) const {
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
            QToolTip::showText(help->globalPos(), nameOf(*block), this);
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
