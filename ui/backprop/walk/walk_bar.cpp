#include "ui/backprop/walk/walk_bar.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <array>

#include "ui/backprop/walk/walk.h"
#include "ui/panels/form.h"
#include "ui/panels/number_field.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr std::array kPaces{0.5, 1.0, 2.0, 4.0, 8.0}; // sub-steps per second

} // namespace

WalkBar::WalkBar(Walk& walk, Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , walk_(walk)
    , place_(new QLabel(this))
    , pace_(new QComboBox(this))
    , scope_(new QButtonGroup(this))
    , example_(new QSpinBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing / 2);
    addTransport(*row);
    addPace(*row);
    row->addStretch(1);
    addScope(*row);
    NumberField::adopt(*example_, laboratory);
    connect(&walk_, &Walk::changed, this, &WalkBar::follow);
    connect(&walk_, &Walk::playingChanged, this, &WalkBar::follow);
    follow();
}

QAction* WalkBar::addStep(const char* icon, const QString& name, const QList<QKeySequence>& keys,
                          const QString& explanation) {
    auto* action = new QAction(themedIcon(icon), name, this);
    action->setShortcuts(keys);
    action->setToolTip(explanation);
    addAction(action);
    actions_.push_back(action);
    return action;
}

void WalkBar::addTransport(QHBoxLayout& row) {
    const auto addButton = [&](QAction* action) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        row.addWidget(button);
        return button;
    };
    QAction* first =
        addStep("first", tr("To the beginning"), {Qt::Key_Home}, tr("To the beginning of the iteration (Home)"));
    QAction* back = addStep("back", tr("Back"), {Qt::Key_Left}, tr("Takes the last sub-step back (←)"));
    play_ = addStep("play", tr("Walk by itself"), {Qt::Key_Space}, tr("Walks by itself (Space)"));
    QAction* next = addStep("next", tr("Next"), {Qt::Key_Right}, tr("Does the next sub-step (→)"));
    QAction* last = addStep("last", tr("To the end"), {Qt::Key_End},
                            tr("To the end of the iteration: the network is one update further (End)"));
    QAction* backLayer = addStep("back", tr("Back a layer"), {Qt::SHIFT | Qt::Key_Left}, {});
    QAction* nextLayer = addStep("next", tr("Next layer"), {Qt::SHIFT | Qt::Key_Right}, {});
    play_->setAutoRepeat(false);
    connect(first, &QAction::triggered, &walk_, &Walk::toBeginning);
    connect(back, &QAction::triggered, &walk_, &Walk::back);
    connect(play_, &QAction::triggered, &walk_, [this] { walk_.setPlaying(!walk_.isPlaying()); });
    connect(next, &QAction::triggered, &walk_, &Walk::next);
    connect(last, &QAction::triggered, &walk_, &Walk::toEnd);
    connect(backLayer, &QAction::triggered, &walk_, &Walk::previousLayer);
    connect(nextLayer, &QAction::triggered, &walk_, &Walk::nextLayer);
    for (QAction* action : {first, back, play_, next, last}) {
        addButton(action)->setProperty("primary", action == next);
    }
    next->setIcon(themedIcon("next", IconGround::accent));
    back->setToolTip(back->toolTip() + QLatin1Char('\n') + tr("Shift+←: to the end of the layer before"));
    next->setToolTip(next->toolTip() + QLatin1Char('\n') + tr("Shift+→: to the end of the layer"));
    place_->setProperty("quiet", true);
    place_->setFont(fontFor(TextRole::caption));
    row.addWidget(place_);
}

void WalkBar::addPace(QHBoxLayout& row) {
    for (const double pace : kPaces) {
        pace_->addItem(tr("%1/s", "sub-steps per second").arg(QLocale().toString(pace)), pace);
    }
    pace_->setObjectName(QStringLiteral("pace"));
    calmInput(*pace_);
    explain(*pace_, tr("Pace"), tr("Sub-steps per second when the walk plays."));
    connect(pace_, &QComboBox::currentIndexChanged, this, [this] { walk_.setPace(pace_->currentData().toDouble()); });
    row.addWidget(pace_);
}

void WalkBar::addScope(QHBoxLayout& row) {
    struct Choice {
        WalkScope scope;
        QString name, explanation;
        const char* segment;
    };
    const Choice choices[] = {
        {WalkScope::one, tr("one example"), tr("z, a, dz of the chosen example alone: lower case."), "first"},
        {WalkScope::all, tr("all m"), tr("Z, A, dZ of the whole mini-batch: capitals, one column for each example."),
         "middle"},
        {WalkScope::both, tr("both"),
         tr("The same line for one example and for all, side by side: how the outer "
            "products add up to the matrix product, and where 1/m comes in."),
         "last"}};
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    for (const Choice& choice : choices) {
        auto* button = new QToolButton(this);
        button->setText(choice.name);
        button->setCheckable(true);
        button->setChecked(choice.scope == walk_.scope());
        button->setProperty("segment", QString::fromLatin1(choice.segment));
        button->setFocusPolicy(Qt::TabFocus);
        explain(*button, choice.name, choice.explanation);
        scope_->addButton(button, static_cast<int>(choice.scope));
        segments->addWidget(button);
    }
    connect(scope_, &QButtonGroup::idClicked, &walk_, [this](int id) { walk_.setScope(static_cast<WalkScope>(id)); });
    row.addLayout(segments);
    explain(
        *example_, tr("Example"),
        tr("The chosen example: a column of the mini-batch. A click on one of its numbers, or Ctrl and a click on its "
           "point, chooses it too."));
    calmInput(*example_);
    example_->installEventFilter(this);
    connect(example_, &QSpinBox::valueChanged, &walk_, [this](int value) { walk_.setColumn(value - 1); });
    row.addWidget(example_);
}

/// Home and End are the walk's also while the example is being chosen.
bool WalkBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == example_ && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Home || key == Qt::Key_End) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void WalkBar::follow() {
    const bool canWalk = walk_.iteration() != nullptr;
    for (QAction* action : actions_) {
        action->setEnabled(canWalk);
    }
    play_->setIcon(themedIcon(walk_.isPlaying() ? "pause" : "play"));
    play_->setToolTip(walk_.isPlaying() ? tr("Stops walking by itself (Space)") : tr("Walks by itself (Space)"));
    place_->setText(canWalk ? tr("%1 of %2", "place in the walk").arg(walk_.position()).arg(walk_.subSteps().size())
                            : QString());
    pace_->setCurrentIndex(pace_->findData(walk_.pace()));
    scope_->button(static_cast<int>(walk_.scope()))->setChecked(true);
    const QSignalBlocker blocker(example_);
    example_->setEnabled(canWalk);
    if (canWalk) {
        example_->setRange(1, static_cast<int>(walk_.iteration()->m()));
        example_->setValue(static_cast<int>(walk_.column()) + 1);
    }
}

} // namespace perceptible
