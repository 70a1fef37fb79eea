#include "ui/backprop/nudges/nudges_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/backprop/nudges/nudge_chooser.h"
#include "ui/backprop/nudges/nudge_group.h"
#include "ui/backprop/nudges/nudge_path.h"
#include "ui/backprop/nudges/nudge_results.h"
#include "ui/backprop/nudges/nudge_words.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

using Way = Nudge::Way;

constexpr int kWideEnough = 720, kHighEnough = 360; // for large bars
constexpr int kLeastBars = 4 * 20;                  // as high as four of them
constexpr int kSentenceHeight = 2 * 17;             // two lines of any script

QScrollArea* calmScrollArea(QWidget& parent) {
    auto* area = new QScrollArea(&parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

QPushButton* makeButton(QWidget& parent, const char* objectName, const QString& text, const QString& explanation) {
    auto* button = new QPushButton(text, &parent);
    button->setObjectName(QLatin1String(objectName));
    button->setFocusPolicy(Qt::TabFocus);
    explain(*button, text, explanation);
    return button;
}

double largest(const Vector<double>& values) { return values.cwiseAbs().maxCoeff(); }

} // namespace

NudgesPage::NudgesPage(QWidget* parent)
    : QWidget(parent)
    , desk_(new NudgeDesk(this))
    , empty_(new QLabel(tr("There is nothing to nudge yet. Draw some points or choose a data set; then each of them "
                           "wishes something of every unit."),
                        this))
    , whole_(calmScrollArea(*this)) {
    empty_->setObjectName(QStringLiteral("nothingToNudge"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("quiet", true);
    whole_->setWidget(makeContent());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(empty_);
    column->addWidget(whole_);
    // Shortcuts, because a scroll area would take the keys for itself.
    addShortcut(Qt::SHIFT | Qt::Key_Left, [this] { desk_->propagateBackwards(); });
    addShortcut(Qt::SHIFT | Qt::Key_Right, [this] { desk_->goForwards(); });
    connect(desk_, &NudgeDesk::changed, this, &NudgesPage::follow);
    follow();
}

void NudgesPage::addShortcut(const QKeySequence& key, const std::function<void()>& choice) {
    auto* shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, choice] { choose(choice); });
}

QWidget* NudgesPage::makeContent() {
    auto* content = new QWidget(this);
    chooser_ = new NudgeChooser(content);
    sentence_ = new QLabel(content);
    sentence_->setObjectName(QStringLiteral("sentence"));
    sentence_->setFont(fontFor(TextRole::caption));
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    sentence_->setFixedHeight(scaled(kSentenceHeight));

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(2 * kSpacing, kSpacing / 2, 2 * kSpacing, kSpacing / 2);
    column->setSpacing(kSpacing / 2);
    column->addWidget(chooser_);
    column->addLayout(makePathRow(*content));
    column->addWidget(makeWays(), 1);
    column->addWidget(sentence_);

    connect(chooser_, &NudgeChooser::exampleChosen, this,
            [this](Eigen::Index example) { choose([this, example] { desk_->setExample(example); }); });
    connect(chooser_, &NudgeChooser::unitChosen, this,
            [this](UnitPlace unit) { choose([this, unit] { desk_->setUnit(unit); }); });
    connect(chooser_, &NudgeChooser::overChosen, desk_, &NudgeDesk::setOver);
    return content;
}

QLayout* NudgesPage::makePathRow(QWidget& content) {
    path_ = new NudgePath(&content);
    undo_ = makeButton(content, "undo", tr("Undo nudges"),
                       tr("Takes all nudges of this page back: the copy is as it was trained again."));
    backwards_ = makeButton(content, "backwards", tr("Propagate backwards ←"),
                            tr("Goes to the unit of the layer before of which most is wished (Shift+←); Shift+→ goes "
                               "back."));
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpacing);
    row->addWidget(path_, 1);
    row->addWidget(undo_);
    row->addWidget(backwards_);
    connect(path_, &NudgePath::chosen, this,
            [this](UnitPlace unit) { choose([this, unit] { desk_->setUnit(unit); }); });
    connect(undo_, &QPushButton::clicked, desk_, &NudgeDesk::undoNudges);
    connect(backwards_, &QPushButton::clicked, this, [this] { choose([this] { desk_->propagateBackwards(); }); });
    return row;
}

/// Bars that are hidden and lose the focus while the page goes have nobody to tell any more.
NudgesPage::~NudgesPage() {
    for (NudgeGroup* group : groups_) {
        group->disconnect(this);
    }
}

void NudgesPage::makeGroups() {
    for (const Way way : {Way::bias, Way::weight, Way::activation}) {
        auto* group = groups_.emplace_back(new NudgeGroup(way, *this));
        connect(group, &NudgeGroup::pressed, this, [this](Way pressed, std::optional<int> input) {
            says_ = Says::nudge;
            desk_->nudge(pressed, input);
        });
        connect(group, &NudgeGroup::inspected, this, [this](Way at, std::optional<int> input) {
            inspected_ = input ? std::optional(std::pair(at, *input)) : std::nullopt;
            says_ = input ? Says::bar : Says::nudge;
            showSentence();
        });
    }
}

/// The bias and the results on the left; weights and activations, a row for each unit of the layer before, scroll
/// together.
QWidget* NudgesPage::makeWays() {
    makeGroups();
    auto* ways = new QWidget(this);
    results_ = new NudgeResults(ways);
    scroll_ = calmScrollArea(*ways);
    scroll_->setMinimumHeight(scaled(kLeastBars));
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* rows = new QWidget;
    auto* sideBySide = new QHBoxLayout(rows);
    sideBySide->setContentsMargins(0, 0, 0, 0);
    sideBySide->setSpacing(kSpacing);
    scroll_->setWidget(rows);

    auto* grid = new QGridLayout(ways);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpacing);
    grid->setVerticalSpacing(kSpacing / 4);
    auto* left = new QVBoxLayout;
    left->setSpacing(kSpacing / 4);
    left->addWidget(&groups_[0]->bars());
    left->addWidget(results_, 1);
    grid->addLayout(left, 2, 0);
    grid->addWidget(scroll_, 2, 1, 1, 2);
    grid->setRowStretch(2, 1);
    for (int i = 0; i < 3; ++i) {
        grid->addWidget(&groups_[static_cast<std::size_t>(i)]->button(), 0, i);
        grid->addWidget(&groups_[static_cast<std::size_t>(i)]->headings(), 1, i);
        grid->setColumnStretch(i, i == 0 ? 2 : 3);
    }
    groups_[0]->bars().compareWith(groups_[1]->bars());
    for (NudgeGroup* group : {groups_[1], groups_[2]}) {
        sideBySide->addWidget(&group->bars(), 1, Qt::AlignTop);
        connect(&group->bars(), &NudgeBars::needsToBeSeen, scroll_, [this, group](const QRect& row) {
            const QPoint centre = group->bars().mapTo(scroll_->widget(), row.center());
            scroll_->ensureVisible(centre.x(), centre.y(), 0, row.height());
        });
    }
    return ways;
}

void NudgesPage::setSubject(NudgeSubjectPtr subject) { desk_->setSubject(std::move(subject)); }

void NudgesPage::setExample(Eigen::Index example) { desk_->setExample(example); }

void NudgesPage::setUnit(int layer, int unit) { desk_->setUnit({layer, unit}); }

/// Tells the others of what was chosen here.
void NudgesPage::choose(const std::function<void()>& choice) {
    if (desk_->isEmpty()) {
        return;
    }
    const Eigen::Index example = desk_->example();
    const UnitPlace unit = desk_->unit();
    says_ = Says::state;
    choice();
    if (desk_->example() != example) {
        emit exampleChosen(desk_->example());
    }
    if (desk_->unit() != unit) {
        emit unitChosen(desk_->unit().layer, desk_->unit().unit);
    }
}

void NudgesPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isLarge = width() >= scaled(kWideEnough) && height() >= scaled(kHighEnough);
    for (NudgeGroup* group : groups_) {
        group->bars().setLarge(isLarge);
    }
    follow();
}

void NudgesPage::follow() {
    empty_->setVisible(desk_->isEmpty());
    whole_->setVisible(!desk_->isEmpty());
    if (desk_->isEmpty()) {
        return;
    }
    chooser_->show(*desk_);
    const auto& end = desk_->inputReached();
    path_->setPath(desk_->path(), end ? NudgeWords(*desk_).nameOf(Way::activation, *end) : QString());
    undo_->setEnabled(desk_->nudges() > 0);
    backwards_->setEnabled(desk_->wishes() && !end);
    if (const auto& wishes = desk_->wishes()) {
        parameterScale_.follow(std::max(std::abs(wishes->b), largest(wishes->w)));
        activationScale_.follow(std::max(largest(wishes->a), largest(wishes->share)));
    }
    for (NudgeGroup* group : groups_) {
        group->show(*desk_, (group->way() == Way::activation ? activationScale_ : parameterScale_).value());
    }
    // The rows scroll, but only up and down.
    scroll_->setMinimumWidth(groups_[1]->bars().minimumSizeHint().width() + kSpacing +
                             groups_[2]->bars().minimumSizeHint().width() +
                             scroll_->verticalScrollBar()->sizeHint().width());
    results_->show(*desk_);
    showSentence();
}

QString NudgesPage::sentence() const { return sentence_->text(); }

void NudgesPage::showSentence() {
    const NudgeWords words(*desk_);
    if (says_ == Says::bar && inspected_ && desk_->wishes()) {
        sentence_->setText(words.explain(inspected_->first, inspected_->second));
    } else if (says_ == Says::nudge && desk_->lastNudge()) {
        sentence_->setText(words.lastNudge());
    } else {
        sentence_->setText(words.state());
    }
}

} // namespace perceptible
