#pragma once

#include <QCoreApplication>
#include <QString>
#include <cstddef>
#include <optional>

#include "ui/canvas/plane_mapping.h"

namespace perceptible {

class Laboratory;

/// The line of numbers under the canvas. Whatever depends on the network is evaluated at the picture's parameters, and
/// left out while the picture does not show the last edit yet.
class Readout {
    Q_DECLARE_TR_FUNCTIONS(perceptible::Readout)

public:
    /// What the canvas shows: the two axes and their ranges.
    static QString ofRegion(const Region& region);
    /// x₁, x₂ and ŷ at any place.
    static QString ofPlace(const Laboratory& laboratory, PlanePoint place);
    /// x₁, x₂, ŷ, ℒ and y of an example of laboratory.data().
    static QString ofExample(const Laboratory& laboratory, std::size_t example);
    /// How many examples there are, for those who hear the canvas.
    static QString ofData(const DataSet& data);
};

} // namespace perceptible
