#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/data/data_set.h"
#include "core/data/random.h"
#include "ui/canvas/plane_mapping.h"

namespace perceptible {

enum class Tool { brush, point, erase };

/// What a press on the canvas does.
struct ToolSettings {
    Tool tool = Tool::brush;
    int label = 0;
    double radius = 0.05; ///< of brush and eraser, as a share of the view's width
    int density = 3;      ///< examples that one dab of the brush adds

    static constexpr double minRadius = 0.01;
    static constexpr double maxRadius = 0.25;
    static constexpr int minDensity = 1;
    static constexpr int maxDensity = 20;
    friend bool operator==(const ToolSettings&, const ToolSettings&) = default;
};

/// Dabs follow each other at this share of the radius: close enough that they overlap well, so a fast stroke has no
/// holes, and that a stroke's density does not depend on the speed of the hand.
inline constexpr double kDabSpacing = 0.5;

/// Where the dabs fall when the brush moves on from its last dab towards `to`: every `spacing` along the straight line.
/// The way left over, shorter than the spacing, belongs to the next move.
std::vector<PlanePoint> dabCentres(PlanePoint last, PlanePoint to, double spacing);

/// Adds the examples of one dab: `density` of them, uniform in the disc, without those that fall outside the region.
void addDab(std::vector<Example>& added, PlanePoint centre, double radius, int density, int label, const Region& region,
            Random& random);

/// What an eraser of this radius leaves when it moves straight from `from` to `to`.
std::vector<Example> erase(const std::vector<Example>& examples, PlanePoint from, PlanePoint to, double radius);

/// The example nearest to `place` within `reach`; of several at the same place the last, which is painted on top.
std::optional<std::size_t> nearestExample(const std::vector<Example>& examples, PlanePoint place, double reach);

} // namespace perceptible
