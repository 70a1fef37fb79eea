#pragma once

#include <QObject>
#include <map>
#include <optional>
#include <vector>

#include "core/walk/nudges.h"
#include "ui/backprop/nudges/average_in_background.h"

namespace perceptible {

/// What the Nudges page is about, without its widgets: the chosen point and unit, the nudged copy, the path walked
/// backwards, and their numbers.
class NudgeDesk : public QObject {
    Q_OBJECT

public:
    enum class Over { point, all };

    /// What the last nudge did. ŷ is not known over all points.
    struct LastNudge {
        Nudge nudge;
        double before = 0, after = 0;         ///< what was nudged, if it is one number
        double lossBefore = 0, lossAfter = 0; ///< ℒ, or J over all points
        bool isKnown = true;                  ///< lossAfter; false while J is computed
    };

    explicit NudgeDesk(QObject* parent = nullptr);

    /// Null or without examples: nothing can be shown. The nudges of the last subject are gone; the path stays while
    /// the shape of the network does.
    void setSubject(NudgeSubjectPtr subject);
    void setExample(Eigen::Index example);
    /// A unit of the path walked so far ends the path there; another one begins a new path.
    void setUnit(UnitPlace unit);
    void setOver(Over over);

    bool isEmpty() const { return !subject_ || subject_->X.cols() == 0; }
    // What follows asks that there is something.
    const Architecture& architecture() const { return subject_->architecture; }
    Eigen::Index m() const { return subject_->X.cols(); }
    Eigen::Index example() const { return example_; }
    UnitPlace unit() const { return path_.back(); }
    Over over() const { return over_; }
    int unitsOf(int layer) const { return architecture().units[static_cast<std::size_t>(layer)]; }

    const ExamplePass& trained() const { return trained_; }   ///< the chosen point in the network as it was trained
    const ExamplePass& pass() const { return pass_; }         ///< and as it was nudged
    const AveragesPtr& averages() const { return averages_; } ///< over all points; null while they are computed
    const Parameters<double>& parameters() const { return nudged_; }
    /// a[l]; a[0] is x.
    Vector<double> activations(int layer) const;
    Vector<double> targets() const { return subject_->Y.col(example_); } ///< y, n[L]
    /// Of the chosen point or of all; none while the averages are computed.
    const std::optional<Wishes>& wishes() const { return wishes_; }

    /// Whether the way is open: the input is given, and activations belong to one point.
    bool allows(Nudge::Way way) const;
    void nudge(Nudge::Way way, std::optional<int> input);
    int nudges() const { return nudges_; }
    const std::optional<LastNudge>& lastNudge() const { return lastNudge_; }
    void undoNudges();

    const std::vector<UnitPlace>& path() const { return path_; } ///< from the last layer backwards, ends at unit()
    const std::optional<int>& inputReached() const { return inputReached_; } ///< the path has gone on to x_i
    /// To the unit of layer l − 1, or from layer 1 to the input, of which most is wished.
    void propagateBackwards();
    void goForwards();

signals:
    void changed();

private:
    void measure();
    void refresh();
    void forgetAverages();
    void take(const AveragesPtr& averages);
    ActivationChanges& changes();
    double valueOf(const Nudge& nudge) const;

    NudgeSubjectPtr subject_;
    Parameters<double> nudged_;
    std::map<Eigen::Index, ActivationChanges> changes_; ///< of each point whose activations were nudged
    int nudges_ = 0;
    std::optional<LastNudge> lastNudge_;

    Eigen::Index example_ = 0;
    Over over_ = Over::point;
    std::vector<int> shape_; ///< the units of the network that path_ leads through
    std::vector<UnitPlace> path_;
    std::optional<int> inputReached_;

    ExamplePass trained_, pass_;
    AverageInBackground average_;
    AveragesPtr averages_;
    std::optional<Wishes> wishes_;
};

} // namespace perceptible
