#include "ui/backprop/walk/walk.h"

#include <algorithm>
#include <utility>

#include "ui/live/laboratory.h"

namespace perceptible {

Walk::Walk(Laboratory& laboratory, QObject* parent)
    : QObject(parent)
    , laboratory_(laboratory) {
    setPace(pace_);
    connect(&timer_, &QTimer::timeout, this, &Walk::next);
    connect(&laboratory, &Laboratory::pictureChanged, this, &Walk::followPicture);
    connect(&laboratory, &Laboratory::dataChanged, this, [this] { returning_ = false; });
    connect(&laboratory, &Laboratory::hyperparametersChanged, this, [this] { returning_ = false; });
    connect(&laboratory, &Laboratory::runningChanged, this, [this] {
        if (active_ && laboratory_.isRunning()) {
            leave();
        }
    });
}

void Walk::begin() {
    laboratory_.pause();
    if (!active_) {
        activate();
    }
}

void Walk::activate() {
    active_ = true;
    laboratory_.setExplaining(true);
    emit activeChanged();
    describe();
}

void Walk::beginWhere(const Walk& other) {
    scope_ = other.scope_;
    unfolded_ = other.unfolded_;
    column_ = other.column_;
    setPace(other.pace_);
    firstPosition_ = other.isAtEnd() ? 0 : other.position_;
    activate();
}

void Walk::end() {
    if (active_) {
        setPlaying(false);
        active_ = false;
        laboratory_.setExplaining(false);
        leave();
        emit activeChanged();
        laboratory_.say(laboratory_.isRunning() ? tr("The walk is left; the training goes on.")
                                                : tr("The walk is left. → does a single step, Space plays."));
    }
}

Walk::Missing Walk::missing() const {
    if (laboratory_.isRunning()) {
        return Missing::running;
    }
    if (laboratory_.data()->count(Role::train) == 0) {
        return Missing::noExamples;
    }
    const PicturePtr& picture = laboratory_.picture();
    const auto m = static_cast<Eigen::Index>(laboratory_.data()->count(Role::train));
    const Hyperparameters& h = laboratory_.hyperparameters();
    const Eigen::Index batch = std::min<Eigen::Index>(m, h.batchSize.value_or(static_cast<int>(m)));
    return picture && !Iteration<float>::fits(picture->snapshot->architecture, h.dropout(), batch) ? Missing::tooLarge
                                                                                                   : Missing::notYet;
}

std::optional<SubStep> Walk::subStep() const {
    return position_ == 0 ? std::nullopt : std::optional(subSteps_[position_ - 1]);
}

bool Walk::isOfAll() const {
    const auto step = subStep();
    return step && (step->part() == Part::update || step->operation == Operation::cost);
}

Equation Walk::equation(ExampleChoice example) const {
    const auto step = subStep();
    return step ? equationOf<float>(iteration(), *step, unfolded_, example)
                : batchEquation<float>(iteration(), example);
}

void Walk::setScope(WalkScope scope) {
    scope_ = scope;
    emit changed();
}

void Walk::setUnfolded(bool unfolded) {
    if (unfolded == unfolded_) {
        return;
    }
    const auto step = subStep();
    const bool wasAtEnd = isAtEnd();
    unfolded_ = unfolded;
    countSubSteps();
    // Stays at the same sub-step; at dZ[L], which is there both ways, when the unfolded one goes.
    if (wasAtEnd) {
        position_ = subSteps_.size();
    } else if (step) {
        const auto found = std::ranges::find(subSteps_, *step);
        position_ = found != subSteps_.end() ? static_cast<std::size_t>(found - subSteps_.begin()) + 1 : position_;
    }
    emit changed();
}

void Walk::setColumn(Eigen::Index column) {
    if (snapshot_ && column != column_ && column >= 0 && column < iteration()->m()) {
        column_ = column;
        emit changed();
    }
}

bool Walk::chooseExample(std::size_t example) {
    if (!snapshot_) {
        return false;
    }
    const auto& examples = iteration()->examples;
    const auto found = std::ranges::find(examples, example);
    if (found == examples.end()) {
        return false;
    }
    setColumn(found - examples.begin());
    return true;
}

std::optional<std::size_t> Walk::example() const {
    return snapshot_ ? std::optional(iteration()->examples[static_cast<std::size_t>(column_)]) : std::nullopt;
}

void Walk::light(std::optional<Lit> lit) {
    if (lit != lit_) {
        lit_ = lit;
        emit litChanged();
    }
}

void Walk::setPace(double subStepsPerSecond) {
    pace_ = subStepsPerSecond;
    timer_.setInterval(static_cast<int>(1000 / pace_));
}

void Walk::setPlaying(bool playing) {
    playing = playing && snapshot_;
    if (playing == isPlaying()) {
        return;
    }
    if (playing) {
        timer_.start();
    } else {
        timer_.stop();
    }
    emit playingChanged();
}

void Walk::next() {
    if (!isAtEnd()) {
        goTo(position_ + 1);
    } else if (!laboratory_.awaitsStep()) {
        take(laboratory_.picture()->snapshot); // the next iteration, from its beginning
    }
}

void Walk::back() {
    if (position_ > 0) {
        goTo(position_ - 1);
    }
}

/// Reaching the end makes the update; leaving it takes the update back.
void Walk::goTo(std::size_t position) {
    const bool isToEnd = position == subSteps_.size();
    if (!snapshot_ || position == position_ || (isToEnd && !isCurrent())) {
        return;
    }
    const bool wasAtEnd = isAtEnd();
    const std::size_t from = std::exchange(position_, position);
    if (isToEnd) {
        before_ = from;
        returning_ = false;
        laboratory_.step();
        if (!laboratory_.awaitsStep()) {
            position_ = subSteps_.size() - 1; // it said why
            setPlaying(false);
        }
    } else if (wasAtEnd) {
        returning_ = true;
        laboratory_.returnTo(iteration()->before, snapshot_->run);
    }
    emit changed();
    if (position_ == 0 || isAtEnd() || wasAtEnd) { // elsewhere the sentence may say why the end was not reached
        describe();
    }
}

/// Whether the numbers are still those of the laboratory: an edit may be on its way to the training and back, and no
/// update is made that differs from what is shown.
bool Walk::isCurrent() const {
    return laboratory_.isPictureCurrent() && snapshot_->run == laboratory_.picture()->snapshot->run &&
           snapshot_->data == laboratory_.data() && iteration()->hyperparameters == laboratory_.hyperparameters();
}

/// Begins another iteration; one that differs only because something was edited is gone on with at the same place.
void Walk::take(const SnapshotPtr& snapshot) {
    if (!snapshot->next) {
        leave();
        return;
    }
    const bool isEdit = snapshot_ && !isAtEnd() && snapshot->run == snapshot_->run &&
                        snapshot->next->before.iteration == iteration()->before.iteration;
    snapshot_ = snapshot;
    countSubSteps();
    position_ = std::min(isEdit ? position_ : std::exchange(firstPosition_, 0), subSteps_.size() - 1);
    column_ = std::min(column_, iteration()->m() - 1);
    emit changed();
    if (!isEdit) {
        describe();
    }
}

/// The training runs, or there is nothing to walk through.
void Walk::leave() {
    snapshot_.reset();
    countSubSteps();
    position_ = 0;
    returning_ = false;
    setPlaying(false);
    light({});
    emit changed();
}

void Walk::countSubSteps() {
    subSteps_ = snapshot_ ? subStepsOf(iteration()->architecture, iteration()->hyperparameters, unfolded_)
                          : std::vector<SubStep>();
}

void Walk::followPicture() {
    if (!active_ || laboratory_.isRunning()) {
        return;
    }
    const SnapshotPtr snapshot = laboratory_.picture()->snapshot;
    if (returning_ && snapshot->run == snapshot_->run && snapshot->iteration != iteration()->before.iteration) {
        return;
    }
    returning_ = false;
    if (isAtEnd()) {
        followStep(snapshot);
    } else if (!snapshot_ || !snapshot->next || !isSameUpdate(*iteration(), *snapshot->next)) {
        take(snapshot);
    }
}

/// At the end: is this the picture after the update, or has something else happened?
void Walk::followStep(const SnapshotPtr& snapshot) {
    if (laboratory_.awaitsStep()) {
        return;
    }
    const IterationPtr walked = iteration();
    const bool isRefused = snapshot->next && isSameUpdate(*walked, *snapshot->next);
    const bool isAfter = snapshot->iteration == walked->before.iteration + 1 && snapshot->parameters == walked->after &&
                         snapshot->data == snapshot_->data && laboratory_.hyperparameters() == walked->hyperparameters;
    if (isRefused) {
        position_ = std::min(before_, subSteps_.size() - 1); // the laboratory said why
        setPlaying(false);
        emit changed();
    } else if (!isAfter) {
        take(snapshot);
    } else {
        QMetaObject::invokeMethod(this, &Walk::describe, Qt::QueuedConnection); // after what the laboratory says
    }
}

void Walk::describe() {
    if (isAtEnd()) {
        laboratory_.say(tr("One whole iteration: the network is one update further. → begins the next one, ← takes it "
                           "back."));
    } else if (snapshot_) {
        laboratory_.say(tr("→ does the next sub-step, ← takes one back, Shift+→ goes a whole layer. Escape leaves, and "
                           "this iteration has changed nothing."));
    }
}

} // namespace perceptible
