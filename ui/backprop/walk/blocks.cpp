#include "ui/backprop/walk/blocks.h"

#include "core/walk/notation.h"

namespace perceptible {

namespace {

bool isLinear(Operation operation) {
    switch (operation) {
    case Operation::linearForward:
    case Operation::linearBackwardWeights:
    case Operation::linearBackwardBias:
    case Operation::linearBackwardInput:
        return true;
    default:
        return false;
    }
}

/// The block that a sub-step belongs to, as far as the sub-step tells.
Block blockOf(const SubStep& subStep) {
    Block block;
    block.part = subStep.part();
    block.layer = subStep.layer;
    block.isLinear = isLinear(subStep.operation);
    return block;
}

bool areOne(const Block& left, const Block& right) {
    return left.part == right.part && left.layer == right.layer && left.isLinear == right.isLinear;
}

} // namespace

std::vector<Block> blocksOf(const std::vector<SubStep>& subSteps, std::size_t position) {
    std::vector<Block> blocks;
    for (std::size_t done = 1; done <= subSteps.size(); ++done) {
        const Block block = blockOf(subSteps[done - 1]);
        if (blocks.empty() || !areOne(blocks.back(), block)) {
            blocks.push_back(block);
            blocks.back().first = done;
        }
        blocks.back().last = done;
    }
    for (Block& block : blocks) {
        block.state = position > block.last     ? Block::State::done
                      : position >= block.first ? Block::State::current
                                                : Block::State::todo;
    }
    return blocks;
}

QString Block::symbolOfActivation(const Architecture& architecture) const {
    return QString::fromStdString(symbolOf(architecture.activations[static_cast<std::size_t>(layer) - 1]));
}

QString Block::name(const Architecture& architecture) const {
    switch (part) {
    case Part::forward:
        return isLinear ? tr("LINEAR forward, layer %1").arg(layer)
                        : tr("ACTIVATION forward (%2), layer %1").arg(layer).arg(symbolOfActivation(architecture));
    case Part::cost:
        return tr("COST");
    case Part::backward:
        return isLinear ? tr("LINEAR backward, layer %1").arg(layer)
                        : tr("ACTIVATION backward (%2), layer %1").arg(layer).arg(symbolOfActivation(architecture));
    case Part::update:
        break;
    }
    return tr("UPDATE, layer %1").arg(layer);
}

QStringList Block::labels(const Architecture& architecture, const Hyperparameters& hyperparameters) const {
    if (part == Part::cost) {
        return {tr("COST"), QStringLiteral("J")};
    }
    if (part == Part::update) {
        const QString l = QString::number(layer);
        QStringList labels{QStringLiteral("W[%1], b[%1] := …").arg(l), QStringLiteral("W[%1], b[%1] :=").arg(l),
                           QStringLiteral("W[%1]").arg(l), l};
        const bool isPlain = hyperparameters.optimizer.kind == Optimizer::Kind::gradientDescent &&
                             hyperparameters.l1 == 0 && hyperparameters.l2 == 0 && !hyperparameters.clipNorm;
        if (isPlain) { // else it takes more sub-steps than a line can say
            labels.prepend(QStringLiteral("W := W − α dW,  b := b − α db"));
            labels.prepend(QStringLiteral("W[%1] := W[%1] − α dW[%1],  b[%1] := b[%1] − α db[%1]").arg(l));
        }
        return labels;
    }
    QStringList labels{QStringLiteral("LINEAR"), QStringLiteral("LIN"), QStringLiteral("W")};
    if (!isLinear) {
        const QString g = symbolOfActivation(architecture);
        labels = {g, g.left(4), g.left(2), g.left(1)};
        if (part == Part::backward) {
            labels.prepend(g + QStringLiteral("′"));
        }
    }
    if (part == Part::backward) {
        labels.prepend(QStringLiteral("← ") + labels.first());
    }
    return labels;
}

} // namespace perceptible
