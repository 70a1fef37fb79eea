#include "ui/backprop/walk.h"

#include <algorithm>
#include <utility>

#include "ui/live/laboratory.h"

namespace perceptible {

namespace {

constexpr int kFirstInterval = 1000; // ms

bool isTheSame(const Iteration<float>& left, const Iteration<float>& right) {
    const auto areEqual = [](const Matrix<float>& a, const Matrix<float>& b) {
        return a.rows() == b.rows() && a.cols() == b.cols() && a == b;
    };
    return left.before == right.before && left.hyperparameters == right.hyperparameters &&
           left.architecture == right.architecture && left.examples == right.examples &&
           areEqual(left.batch.X, right.batch.X) && areEqual(left.batch.Y, right.batch.Y);
}

} // namespace

Walk::Walk(Laboratory& laboratory, QObject* parent)
    : QObject(parent)
    , laboratory_(laboratory) {
    timer_.setInterval(kFirstInterval);
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
    if (!active_) {
        laboratory_.pause();
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
    timer_.setInterval(other.timer_.interval());
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
        laboratory_.say(tr("The walk is left. → does a single step, Space plays."));
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
    const Eigen::Index batch =
        std::min<Eigen::Index>(m, laboratory_.hyperparameters().batchSize.value_or(static_cast<int>(m)));
    return picture && !Iteration<float>::fits(picture->snapshot->architecture, batch) ? Missing::tooLarge
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
    return step ? equationOf<float>(iteration_, *step, unfolded_, example) : batchEquation<float>(iteration_, example);
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
    } else if (step && iteration_) {
        const auto found = std::ranges::find(subSteps_, *step);
        position_ = found != subSteps_.end() ? static_cast<std::size_t>(found - subSteps_.begin()) + 1 : position_;
    }
    emit changed();
}

void Walk::setColumn(Eigen::Index column) {
    if (iteration_ && column != column_ && column >= 0 && column < iteration_->m()) {
        column_ = column;
        emit changed();
    }
}

bool Walk::chooseExample(std::size_t example) {
    if (!iteration_) {
        return false;
    }
    const auto found = std::ranges::find(iteration_->examples, example);
    if (found == iteration_->examples.end()) {
        return false;
    }
    setColumn(found - iteration_->examples.begin());
    return true;
}

std::optional<std::size_t> Walk::example() const {
    return iteration_ ? std::optional(iteration_->examples[static_cast<std::size_t>(column_)]) : std::nullopt;
}

void Walk::light(std::optional<Lit> lit) {
    if (lit != lit_) {
        lit_ = lit;
        emit litChanged();
    }
}

void Walk::setPace(double subStepsPerSecond) { timer_.setInterval(static_cast<int>(1000 / subStepsPerSecond)); }

void Walk::setPlaying(bool playing) {
    playing = playing && iteration_ != nullptr;
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
        const Snapshot& snapshot = *laboratory_.picture()->snapshot;
        take(snapshot.next, snapshot); // the next iteration, from its beginning
    }
}

void Walk::back() {
    if (position_ > 0) {
        goTo(position_ - 1);
    }
}

/// Reaching the end makes the update; leaving it takes the update back.
void Walk::goTo(std::size_t position) {
    if (!iteration_ || position == position_) {
        return;
    }
    const bool wasAtEnd = isAtEnd();
    const std::size_t from = position_;
    position_ = position;
    if (isAtEnd() && !isCurrent()) {
        position_ = from; // not an update that differs from what was shown
        return;
    }
    if (isAtEnd()) {
        before_ = from;
        laboratory_.step();
        if (!laboratory_.awaitsStep()) {
            position_ = subSteps_.size() - 1; // it said why
            setPlaying(false);
        }
    } else if (wasAtEnd) {
        returning_ = true;
        laboratory_.returnTo(iteration_->before, run_);
    }
    emit changed();
    if (position_ == 0 || isAtEnd() || wasAtEnd) { // elsewhere the sentence may say why the end was not reached
        describe();
    }
}

/// Begins another iteration; one that differs only because something was edited is gone on with at the same place.
void Walk::take(IterationPtr iteration, const Snapshot& snapshot) {
    const bool isEdit = iteration && iteration_ && !isAtEnd() && snapshot.run == run_ &&
                        iteration->before.iteration == iteration_->before.iteration;
    iteration_ = std::move(iteration);
    run_ = snapshot.run;
    data_ = snapshot.data;
    countSubSteps();
    position_ = isEdit ? position_ : iteration_ ? std::exchange(firstPosition_, 0) : 0;
    position_ = std::min(position_, subSteps_.empty() ? 0 : subSteps_.size() - 1); // the end is only walked to
    column_ = iteration_ ? std::clamp<Eigen::Index>(column_, 0, iteration_->m() - 1) : column_;
    if (!iteration_) {
        setPlaying(false);
    }
    if (!iteration_) {
        light({});
    }
    emit changed();
    if (!isEdit) {
        describe();
    }
}

/// The training runs, or there is nothing to walk through.
void Walk::leave() {
    iteration_.reset();
    countSubSteps();
    position_ = 0;
    returning_ = false;
    setPlaying(false);
    light({});
    emit changed();
}

/// Whether the numbers are still those of the laboratory: an edit may be on its way to the training and back.
bool Walk::isCurrent() const {
    return laboratory_.isPictureCurrent() && run_ == laboratory_.picture()->snapshot->run &&
           data_ == laboratory_.data() && iteration_->hyperparameters == laboratory_.hyperparameters();
}

void Walk::countSubSteps() {
    subSteps_ = iteration_ ? subStepsOf(iteration_->architecture, iteration_->hyperparameters, unfolded_)
                           : std::vector<SubStep>();
}

void Walk::followPicture() {
    if (!active_ || laboratory_.isRunning()) {
        return;
    }
    const Snapshot& snapshot = *laboratory_.picture()->snapshot;
    if (returning_ && iteration_ && snapshot.run == run_ &&
        snapshot.iteration != iteration_->before.iteration) {
        return;
    }
    returning_ = false;
    if (isAtEnd()) {
        followStep(snapshot);
    } else if (!snapshot.next) {
        if (iteration_ && snapshot.activity != Activity::running) {
            leave();
        } else if (!iteration_) {
            emit changed(); // the reason may be another one
        }
    } else if (!iteration_ || !isTheSame(*iteration_, *snapshot.next)) {
        take(snapshot.next, snapshot);
    }
}

/// At the end: is this the picture after the update, or has something else happened?
void Walk::followStep(const Snapshot& snapshot) {
    if (laboratory_.awaitsStep()) {
        return;
    }
    const bool isAfter =
        snapshot.iteration == iteration_->before.iteration + 1 && snapshot.parameters == iteration_->after;
    if (isAfter) {
        QMetaObject::invokeMethod(this, &Walk::describe, Qt::QueuedConnection); // after what the laboratory says
    }
    const bool isBefore = snapshot.next && isTheSame(*iteration_, *snapshot.next);
    if (isBefore) {
        position_ = std::min(before_, subSteps_.size() - 1); // the update was refused; the laboratory said why
        setPlaying(false);
        emit changed();
    } else if (!isAfter || snapshot.data != data_ ||
               (snapshot.next && snapshot.next->hyperparameters != iteration_->hyperparameters)) {
        take(snapshot.next, snapshot);
    }
}

void Walk::describe() {
    if (active_ && isAtEnd() && iteration_) {
        laboratory_.say(tr("One whole iteration: the network is one update further. → begins the next one, ← takes it "
                           "back."));
    } else if (active_ && iteration_) {
        laboratory_.say(tr("→ does the next sub-step, ← takes one back, Shift+→ goes a whole layer. Escape leaves, and "
                           "nothing has changed."));
    }
}

} // namespace perceptible
