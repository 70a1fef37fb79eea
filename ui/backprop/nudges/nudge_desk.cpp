#include "ui/backprop/nudges/nudge_desk.h"

#include <algorithm>

namespace perceptible {
namespace {

UnitPlace firstOutput(const Architecture& architecture) { return {architecture.layers(), 0}; }

bool isFinite(const NudgedNetwork& network) {
    return network.parameters.allFinite() &&
           std::ranges::all_of(network.changes, [](const Vector<double>& change) { return allFinite(change); });
}

} // namespace

NudgeDesk::NudgeDesk(QObject* parent)
    : QObject(parent) {
    connect(&average_, &AverageInBackground::answered, this, &NudgeDesk::take);
}

void NudgeDesk::setSubject(NudgeSubjectPtr subject) {
    if (subject == subject_) {
        return;
    }
    subject_ = std::move(subject);
    if (isEmpty()) {
        average_.forget();
        emit changed();
        return;
    }
    if (shape_ != architecture().units) {
        shape_ = architecture().units;
        path_ = {firstOutput(architecture())};
        inputReached_.reset();
    }
    example_ = std::min(example_, m() - 1);
    undoNudges();
}

void NudgeDesk::setExample(Eigen::Index example) {
    if (!isEmpty() && example != example_ && example >= 0 && example < m()) {
        example_ = example;
        lastNudge_.reset();
        refresh();
    }
}

void NudgeDesk::setUnit(UnitPlace unit) {
    if (isEmpty() || unit.layer < 1 || unit.layer > architecture().layers() || unit.unit < 0 ||
        unit.unit >= unitsOf(unit.layer) || (unit == this->unit() && !inputReached_)) {
        return;
    }
    const auto walked = std::ranges::find(path_, unit);
    if (walked == path_.end()) {
        path_ = {unit};
    } else {
        path_.erase(walked + 1, path_.end());
    }
    inputReached_.reset();
    lastNudge_.reset();
    refresh();
}

void NudgeDesk::setOver(Over over) {
    if (over != over_) {
        over_ = over;
        lastNudge_.reset();
        if (!isEmpty()) {
            refresh();
        }
    }
}

Vector<double> NudgeDesk::activations(int layer) const {
    return layer == 0 ? subject_->X.col(example_) : pass_.caches.layers[static_cast<std::size_t>(layer - 1)].A.col(0);
}

ActivationChanges& NudgeDesk::changes() {
    return changes_.try_emplace(example_, noChanges(architecture())).first->second;
}

void NudgeDesk::measure() {
    const ConstMatrixView<double> x = subject_->X.middleCols(example_, 1);
    const ConstMatrixView<double> y = subject_->Y.middleCols(example_, 1);
    trained_ = passOf(architecture(), subject_->parameters, x, y);
    const auto changed = changes_.find(example_);
    pass_ = passOf(architecture(), nudged_, x, y, changed == changes_.end() ? ActivationChanges() : changed->second);
    if (over_ == Over::point) {
        wishes_ = wishesOf(nudged_, pass_.gradients, unit());
    } else if (averages_) {
        wishes_ = wishesOf(nudged_, averages_->nudged.gradients, unit());
    } else {
        wishes_.reset();
        average_.ask(subject_, nudged_);
    }
}

void NudgeDesk::refresh() {
    measure();
    emit changed();
}

void NudgeDesk::take(const AveragesPtr& averages) {
    averages_ = averages;
    if (lastNudge_ && !lastNudge_->isKnown) {
        lastNudge_->lossAfter = averages->nudged.cost;
        lastNudge_->isKnown = true;
    }
    refresh();
}

/// Whatever is still being computed is of other parameters.
void NudgeDesk::forgetAverages() {
    average_.forget();
    averages_.reset();
}

bool NudgeDesk::allows(Nudge::Way way) const {
    return wishes_ && (way != Nudge::Way::activation || (unit().layer > 1 && over_ == Over::point));
}

double NudgeDesk::valueOf(const Nudge& nudge) const {
    const auto layer = nudged_[static_cast<std::size_t>(nudge.unit.layer - 1)];
    const int input = nudge.input.value_or(0);
    switch (nudge.way) {
    case Nudge::Way::bias:
        return layer.b(nudge.unit.unit);
    case Nudge::Way::weight:
        return layer.W(nudge.unit.unit, input);
    case Nudge::Way::activation:
        return activations(nudge.unit.layer - 1)(input);
    }
    return 0;
}

void NudgeDesk::nudge(Nudge::Way way, std::optional<int> input) {
    if (isEmpty() || !allows(way)) {
        return;
    }
    const bool all = over_ == Over::all;
    const Nudge nudge{unit(), way, input};
    const double loss = all ? averages_->nudged.cost : pass_.loss;
    NudgedNetwork network = nudged({nudged_, way == Nudge::Way::activation ? changes() : ActivationChanges()}, nudge,
                                   *wishes_, smallStep(*wishes_, nudge, loss));
    if (!isFinite(network)) {
        return;
    }
    LastNudge last{nudge, valueOf(nudge), 0, loss, 0, !all};
    nudged_ = std::move(network.parameters);
    if (way == Nudge::Way::activation) {
        changes() = std::move(network.changes);
    }
    ++nudges_;
    forgetAverages();
    measure();
    last.after = valueOf(nudge);
    last.lossAfter = pass_.loss;
    lastNudge_ = last;
    emit changed();
}

void NudgeDesk::undoNudges() {
    nudged_ = subject_->parameters;
    changes_.clear();
    nudges_ = 0;
    lastNudge_.reset();
    forgetAverages();
    refresh();
}

void NudgeDesk::propagateBackwards() {
    if (isEmpty() || !wishes_ || inputReached_) {
        return;
    }
    Eigen::Index strongest = 0;
    wishes_->a.cwiseAbs().maxCoeff(&strongest);
    if (unit().layer == 1) {
        inputReached_ = static_cast<int>(strongest);
    } else {
        path_.push_back({unit().layer - 1, static_cast<int>(strongest)});
    }
    lastNudge_.reset();
    refresh();
}

void NudgeDesk::goForwards() {
    if (isEmpty() || (path_.size() == 1 && !inputReached_)) {
        return;
    }
    if (!inputReached_) {
        path_.pop_back();
    }
    inputReached_.reset();
    lastNudge_.reset();
    refresh();
}

} // namespace perceptible
