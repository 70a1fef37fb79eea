#include "ui/backprop/backprop_bench.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/backprop/check/gradient_check_page.h"
#include "ui/backprop/nudges/nudges_page.h"
#include "ui/backprop/walk/walk_page.h"
#include "ui/live/laboratory.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

namespace perceptible {

BackpropBench::BackpropBench(Walk& walk, Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , walk_(walk)
    , laboratory_(laboratory)
    , stack_(new QStackedLayout(this))
    , page_(new WalkPage(walk, laboratory, this))
    , nudges_(new NudgesPage(this))
    , check_(new GradientCheckPage(this))
    , sentence_(new QLabel)
    , pause_(new QPushButton(tr("Pause and walk through the next iteration")))
    , buttons_(new QWidget(this))
    , group_(new QButtonGroup(this)) {
    stack_->insertWidget(walkPart, page_);
    stack_->insertWidget(nudgesPart, nudges_);
    stack_->insertWidget(checkPart, check_);
    stack_->addWidget(missingPage());
    auto* row = new QHBoxLayout(buttons_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    addPageButton(*row, walkPart, tr("Walk"), tr("One iteration, sub-step by sub-step."), "first");
    addPageButton(*row, nudgesPart, tr("Nudges"),
                  tr("What one example wishes of a unit: its bias, its weights, and the activations before it."),
                  "middle");
    addPageButton(*row, checkPart, tr("Gradient check"),
                  tr("Is backprop right? Its gradient beside the slope of J, for one parameter and for all."), "last");
    connect(group_, &QButtonGroup::idClicked, this, [this](int id) { showPage(static_cast<Page>(id)); });
    connect(pause_, &QPushButton::clicked, &laboratory_, &Laboratory::pause);
    connect(&walk_, &Walk::changed, this, &BackpropBench::follow);
    connect(&walk_, &Walk::activeChanged, this, &BackpropBench::follow);
    joinNudges();
    joinCheck();
    follow();
}

void BackpropBench::addPageButton(QHBoxLayout& row, Page page, const QString& name, const QString& explanation,
                                  const char* segment) {
    auto* button = new QToolButton(buttons_);
    button->setText(name);
    button->setCheckable(true);
    button->setChecked(page == walkPart);
    button->setProperty("segment", QString::fromLatin1(segment));
    button->setFocusPolicy(Qt::TabFocus);
    explain(*button, name, explanation);
    group_->addButton(button, page);
    row.addWidget(button);
}

QWidget* BackpropBench::missingPage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, kSpacing);
    column->addStretch(1);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    sentence_->setProperty("quiet", true);
    column->addWidget(sentence_);
    column->addWidget(pause_, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

/// The chosen example and unit are the same in the walk, the nudges and the network.
void BackpropBench::joinNudges() {
    connect(nudges_, &NudgesPage::exampleChosen, &walk_, &Walk::setColumn);
    connect(nudges_, &NudgesPage::unitChosen, &walk_, [this](int layer, int unit) {
        walk_.light(Walk::Lit{layer, unit, {}, walk_.example()});
    });
}

/// A parameter that is clicked on anywhere is the one that is checked.
void BackpropBench::joinCheck() {
    connect(page_, &WalkPage::parameterChosen, this, &BackpropBench::chooseParameter);
    connect(check_, &GradientCheckPage::chosen, this, &BackpropBench::lightParameter);
}

void BackpropBench::chooseParameter(const ParameterPlace& place) {
    followCheck();
    check_->choose(indexOf(walk_.iteration()->architecture.units, place));
}

void BackpropBench::lightParameter() {
    const ParameterPlace place = placeOf(walk_.iteration()->architecture.units, check_->parameter());
    const auto from = place.isBias ? std::nullopt : std::optional<Eigen::Index>(place.column);
    walk_.light(Walk::Lit{place.layer, place.row, from, std::nullopt});
}

void BackpropBench::choose(const DiagramTarget& target) {
    if (!walk_.iteration()) {
        return;
    }
    if (target.kind == DiagramTarget::Kind::unit && target.layer > 0) {
        followNudges();
        nudges_->setUnit(target.layer, target.unit);
    } else if (target.kind == DiagramTarget::Kind::edge) {
        chooseParameter({target.layer, false, target.unit, target.from});
    } else if (target.kind == DiagramTarget::Kind::bias) {
        chooseParameter({target.layer, true, target.unit, 0});
    }
    follow(); // what is lit
}

void BackpropBench::showPage(Page page) {
    group_->button(page)->setChecked(true);
    follow();
    sayWhatToDo();
    emit pageChanged();
}

void BackpropBench::showLike(const BackpropBench& other) {
    page_->showLike(*other.page_);
    showPage(other.page());
}

void BackpropBench::sayWhatToDo() {
    switch (page()) {
    case walkPart:
        walk_.describe();
        break;
    case nudgesPart:
        laboratory_.say(tr("A click on a bar nudges a copy of the network. The training is not touched."));
        break;
    case checkPart:
        laboratory_.say(
            tr("Choose a parameter here, or click on a weight or a bias in the network. The training is not touched."));
        break;
    }
}

BackpropBench::Page BackpropBench::page() const { return static_cast<Page>(group_->checkedId()); }

bool BackpropBench::showsWalk() const { return walk_.iteration() && group_->checkedId() == walkPart; }

QString BackpropBench::sentence() const { return walk_.iteration() ? QString() : sentence_->text(); }

void BackpropBench::follow() {
    stack_->setCurrentIndex(walk_.iteration() ? group_->checkedId() : stack_->count() - 1);
    if (walk_.iteration()) {
        if (group_->checkedId() == nudgesPart) {
            followNudges();
            lightUnit();
        } else if (group_->checkedId() == checkPart) {
            followCheck();
            lightParameter();
        }
        return;
    }
    nudged_.reset();
    checked_.reset();
    // Ends what they still compute, and lets the copies of X go.
    nudges_->setSubject(nullptr);
    check_->setSubject(nullptr);
    switch (walk_.missing()) {
    case Walk::Missing::running:
        sentence_->setText(tr("The network is training. Backpropagation can be walked through when it stands still."));
        break;
    case Walk::Missing::noExamples:
        sentence_->setText(tr("There are no training examples yet: draw some points, and walk through what the network "
                              "learns from them."));
        break;
    case Walk::Missing::tooLarge:
        sentence_->setText(tr("Every number of an iteration over so many examples and units would fill the memory. "
                              "Choose fewer points, smaller layers, or a mini-batch."));
        break;
    case Walk::Missing::notYet:
        sentence_->clear();
        break;
    }
    pause_->setVisible(walk_.missing() == Walk::Missing::running);
}

void BackpropBench::followNudges() {
    const IterationPtr& iteration = walk_.iteration();
    if (iteration != nudged_) {
        nudged_ = iteration;
        nudges_->setSubject(std::make_shared<NudgeSubject>(
            NudgeSubject{iteration->architecture, convert<double>(iteration->before.parameters),
                         iteration->batch.X.cast<double>(), iteration->batch.Y.cast<double>()}));
    }
    nudges_->setExample(walk_.column());
}

void BackpropBench::lightUnit() {
    const UnitPlace unit = nudges_->desk().unit();
    walk_.light(Walk::Lit{unit.layer, unit.unit, {}, walk_.example()});
}

/// J of the mini-batch, with the dropout of the update: its slope is what the walk calls dW and db.
void BackpropBench::followCheck() {
    const IterationPtr& iteration = walk_.iteration();
    if (iteration != checked_) {
        checked_ = iteration;
        check_->setSubject(std::make_shared<CheckSubject>(
            CheckSubject{{iteration->architecture, iteration->batch.X.cast<double>(), iteration->batch.Y.cast<double>(),
                          iteration->penalty, iteration->dropout},
                         convert<double>(iteration->before.parameters)}));
    }
}

} // namespace perceptible
