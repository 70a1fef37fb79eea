#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "core/live/snapshot.h"
#include "core/walk/equation.h"

namespace perceptible {

class Laboratory;
using IterationPtr = std::shared_ptr<const Iteration<float>>;

/// Whose numbers the walk shows.
enum class WalkScope { one, all, both }; ///< the chosen example (S6), the mini-batch (S7), the two side by side

/// The way through the next iteration: which sub-steps have been done, and what is looked at. At the last sub-step the
/// laboratory makes the very update that was walked through; before it, and after leaving, nothing has changed.
class Walk : public QObject {
    Q_OBJECT

public:
    explicit Walk(Laboratory& laboratory, QObject* parent = nullptr);

    /// Pauses the training and asks for its next iteration; also when it is active already.
    void begin();
    void end();
    bool isActive() const { return active_; }
    /// Begins where another one is, which it takes the place of.
    void beginWhere(const Walk& other);

    /// Null while the training runs, before the first answer, and where there is nothing to walk through.
    IterationPtr iteration() const { return snapshot_ ? snapshot_->next : nullptr; }
    const SnapshotPtr& snapshot() const { return snapshot_; } ///< whose next iteration it is
    /// Why iteration() is null.
    enum class Missing { running, notYet, noExamples, tooLarge };
    Missing missing() const;

    const std::vector<SubStep>& subSteps() const { return subSteps_; }
    /// Sub-steps done: 0…subSteps().size(). At the end the network is one update further.
    std::size_t position() const { return position_; }
    bool isAtEnd() const { return snapshot_ && position_ == subSteps_.size(); }
    /// The sub-step done last; none at the beginning.
    std::optional<SubStep> subStep() const;
    /// Whether it is about the whole mini-batch in any scope: J and the update.
    bool isOfAll() const;
    /// Its equation, or at the beginning the mini-batch itself. Only with an iteration().
    Equation equation(ExampleChoice example) const;

    WalkScope scope() const { return scope_; }
    void setScope(WalkScope scope);
    bool isUnfolded() const { return unfolded_; }
    void setUnfolded(bool unfolded);

    /// The chosen example: a column of the mini-batch.
    Eigen::Index column() const { return column_; }
    void setColumn(Eigen::Index column);
    /// Chooses an example of the data set; false when it isn't in the mini-batch.
    bool chooseExample(std::size_t example);
    /// Where the chosen one stands in the data set.
    std::optional<std::size_t> example() const;

    /// What is lit on the diagram, a unit or with `from` a weight, and on the canvas, an example of the data set.
    struct Lit {
        int layer = 0;
        Eigen::Index unit = 0;
        std::optional<Eigen::Index> from; ///< a unit of the layer before
        std::optional<std::size_t> example;
        friend bool operator==(const Lit&, const Lit&) = default;
    };
    std::optional<Lit> lit() const { return lit_; }
    void light(std::optional<Lit> lit);

    /// Says in the status line what the keys do.
    void describe();

    bool isPlaying() const { return timer_.isActive(); }
    double pace() const { return pace_; } ///< sub-steps per second
    void setPace(double subStepsPerSecond);

public slots:
    void next();
    void back();
    void nextLayer() { goTo(layerEnd(subSteps_, position_, +1)); }
    void previousLayer() { goTo(layerEnd(subSteps_, position_, -1)); }
    void toBeginning() { goTo(0); }
    void toEnd() { goTo(subSteps_.size()); }
    void goTo(std::size_t position);
    void setPlaying(bool playing);

signals:
    void activeChanged();
    void changed(); ///< iteration, position, scope, example or unfolding
    void litChanged();
    void playingChanged();

private:
    void activate();
    void take(const SnapshotPtr& snapshot);
    void leave();
    bool isCurrent() const;
    void followPicture();
    void followStep(const SnapshotPtr& snapshot);
    void countSubSteps();

    Laboratory& laboratory_;
    bool active_ = false;
    SnapshotPtr snapshot_; ///< whose next iteration is walked through; null where there is none
    std::vector<SubStep> subSteps_;
    std::size_t position_ = 0;
    std::size_t before_ = 0;        ///< the position from which the end was reached
    std::size_t firstPosition_ = 0; ///< of the first iteration that comes
    bool returning_ = false;        ///< an update is being taken back: pictures may still be of the state after it
    WalkScope scope_ = WalkScope::all;
    bool unfolded_ = false;
    Eigen::Index column_ = 0;
    std::optional<Lit> lit_;
    double pace_ = 1;
    QTimer timer_;
};

} // namespace perceptible
