#pragma once

#include <QCoreApplication>
#include <QRectF>
#include <QStringList>
#include <vector>

#include "core/walk/sub_steps.h"

namespace perceptible {

/// One block of the chain (S8): LINEAR or ACTIVATION of a layer, forward or backward, the cost, or a layer's update.
struct Block {
    Q_DECLARE_TR_FUNCTIONS(Block)

public:
    enum class State { todo, current, done };

    Part part = Part::forward;
    int layer = 1;
    bool isLinear = true;            ///< of forward and backward: LINEAR, or the activation
    std::size_t first = 0, last = 0; ///< its sub-steps, as positions of the walk after them
    State state = State::todo;
    QRectF place; ///< in the chain

    QString name(const Architecture& architecture) const; ///< "LINEAR backward, layer 2"
    /// What can be written on it, from the longest to the shortest.
    QStringList labels(const Architecture& architecture, const Hyperparameters& hyperparameters) const;

private:
    QString symbolOfActivation(const Architecture& architecture) const;
};

/// The blocks of a walk in their order; nothing is placed yet.
std::vector<Block> blocksOf(const std::vector<SubStep>& subSteps, std::size_t position);

} // namespace perceptible
