#pragma once

#include <QCoreApplication>
#include <optional>

#include "ui/canvas/drawing_tools.h"
#include "ui/live/laboratory.h"

namespace perceptible {

/// One use of a tool, from press to release: its edits of the laboratory's data are one entry of the undo history.
class Stroke {
    Q_DECLARE_TR_FUNCTIONS(perceptible::Stroke)

public:
    Stroke(Laboratory& laboratory, const ToolSettings& settings, Random& random);

    /// Uses the tool at `place`, and along the straight way there when this is not the first place.
    void moveTo(PlanePoint place);

    /// Where examples may be drawn: what the canvas showed at the press.
    const Region& region() const { return region_; }

private:
    void brushTo(PlanePoint place);
    void eraseTo(PlanePoint place);
    void putPoint(PlanePoint place);
    void add(std::vector<Example> examples, const QString& name);

    Laboratory& laboratory_;
    ToolSettings settings_;
    Random& random_;
    Region region_;
    double radius_; ///< in units of the plane
    int id_;
    std::optional<PlanePoint> last_; ///< the last dab's centre, or the eraser's last place
    bool saidFull_ = false;
};

} // namespace perceptible
