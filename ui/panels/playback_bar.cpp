#include "ui/panels/playback_bar.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

#include "ui/live/laboratory.h"
#include "ui/panels/action_button.h"
#include "ui/panels/figure.h"
#include "ui/panels/form.h"
#include "ui/panels/number_text.h"
#include "ui/panels/shortcut_guard.h"
#include "ui/panels/speed_control.h"

namespace perceptible {
namespace {

constexpr int kBarHeight = 6 * kSpacing;
constexpr int kButtonHeight = 4 * kSpacing;
constexpr int kMenuIcon = 20;
constexpr std::int64_t kWidestIteration = 88'888'888'888; // half a day at a million steps per second

QWidget* verticalLine(QWidget& parent) {
    auto* line = new QFrame(&parent);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    line->setFixedHeight(scaled(3 * kSpacing));
    return line;
}

} // namespace

PlaybackBar::PlaybackBar(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , laboratory_(laboratory)
    , play_(new QAction(this))
    , step_(new QAction(themedIcon("step"), tr("Step"), this))
    , reset_(new QAction(themedIcon("reset"), tr("Reset"), this))
    , newWeights_(new QAction(themedIcon("dice"), tr("New weights"), this))
    , iteration_(new Figure(tr("iteration"), NumberText::count(kWidestIteration), this))
    , cost_(new Figure(tr("cost J"), NumberText::cost(8.88e-88), this))
    , trainAccuracy_(new Figure(tr("train accuracy"), NumberText::accuracy(0.888), this))
    , testAccuracy_(new Figure(tr("test accuracy"), NumberText::accuracy(0.888), this))
    , speed_(new SpeedControl(laboratory_, this)) {
    setFixedHeight(scaled(kBarHeight));
    makeActions();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * kSpacing, 0, kSpacing, 0);
    row->setSpacing(kSpacing);
    addButtons(*row);
    row->addWidget(speed_);
    row->addStretch(1);
    addFigures(*row);
    addMenuButton(*row);

    connect(&laboratory_, &Laboratory::runningChanged, this, &PlaybackBar::followRunning);
    connect(&laboratory_, &Laboratory::pictureChanged, this, &PlaybackBar::followPicture);
    qApp->installEventFilter(new ShortcutGuard(this));
    followRunning();
    followPicture();
    measure();
}

void PlaybackBar::makeActions() {
    play_->setShortcut(Qt::Key_Space);
    play_->setAutoRepeat(false);
    step_->setShortcut(Qt::Key_Right);
    reset_->setShortcut(Qt::Key_R);
    reset_->setAutoRepeat(false);
    newWeights_->setShortcut(Qt::Key_N);
    newWeights_->setAutoRepeat(false);

    step_->setToolTip(tr("One update of all parameters, then pause (→)"));
    reset_->setToolTip(tr("Back to iteration 0 with the same initial parameters (R)"));
    newWeights_->setToolTip(tr("Back to iteration 0 with other initial parameters: the next seed (N)"));

    connect(play_, &QAction::triggered, &laboratory_, &Laboratory::togglePlay);
    connect(step_, &QAction::triggered, &laboratory_, &Laboratory::step);
    connect(reset_, &QAction::triggered, &laboratory_, &Laboratory::reset);
    connect(newWeights_, &QAction::triggered, &laboratory_, &Laboratory::newWeights);
    addActions({play_, step_, reset_, newWeights_}); // the shortcuts work in the bar's whole window
}

void PlaybackBar::lendKeys(bool lent) {
    play_->setShortcut(lent ? QKeySequence() : QKeySequence(Qt::Key_Space));
    step_->setShortcut(lent ? QKeySequence() : QKeySequence(Qt::Key_Right));
    if (lent != areKeysLent_) {
        areKeysLent_ = lent;
        setPlayFace();
    }
}

/// It is the button that is meant, as long as Space is its key.
void PlaybackBar::setPlayFace() {
    const bool running = laboratory_.isRunning();
    play_->setIcon(themedIcon(running ? "pause" : "play", areKeysLent_ ? IconGround::panel : IconGround::accent));
    play_->setText(running ? tr("Pause") : tr("Play"));
    const QString what = running ? tr("Stops the training where it is") : tr("Trains the network");
    play_->setToolTip(areKeysLent_ ? what : tr("%1 (Space)", "what a key does").arg(what));
    playButton_->setProperty("primary", !areKeysLent_);
    playButton_->style()->polish(playButton_);
}

ActionButton* PlaybackBar::addButton(QHBoxLayout& row, QAction& action) {
    auto* button = new ActionButton(action, this);
    button->setFixedHeight(scaled(kButtonHeight));
    row.addWidget(button);
    return button;
}

void PlaybackBar::addButtons(QHBoxLayout& row) {
    ActionButton* reset = addButton(row, *reset_);
    ActionButton* newWeights = addButton(row, *newWeights_);
    row.addWidget(verticalLine(*this));

    playButton_ = addButton(row, *play_);
    playButton_->setProperty("primary", true);
    // As wide as the wider of its two faces.
    int widest = 0;
    play_->setIcon(themedIcon("play", IconGround::accent));
    for (const QString& face : {tr("Play"), tr("Pause")}) {
        play_->setText(face);
        widest = std::max(widest, playButton_->sizeHint().width());
    }
    playButton_->setFixedWidth(widest);
    shortenable_ = {reset, newWeights, addButton(row, *step_)};
    row.addWidget(verticalLine(*this));
}

void PlaybackBar::addFigures(QHBoxLayout& row) {
    for (Figure* figure : {iteration_, cost_, trainAccuracy_, testAccuracy_}) {
        row.addWidget(figure);
        row.addSpacing(kSpacing);
    }
    iteration_->setToolTip(tr("Updates of the parameters since the last reset."));
    cost_->setToolTip(tr("J over all training examples."));
    trainAccuracy_->setToolTip(tr("The share of the training examples on the right side of the boundary."));
    testAccuracy_->setToolTip(tr("The share of the test examples on the right side of the boundary."));
}

void PlaybackBar::addMenuButton(QHBoxLayout& row) {
    menuButton_ = new QToolButton(this);
    menuButton_->setIcon(themedIcon("menu"));
    menuButton_->setProperty("bare", true);
    menuButton_->setFixedSize(scaled(kButtonHeight), scaled(kButtonHeight));
    menuButton_->setIconSize({scaled(kMenuIcon), scaled(kMenuIcon)});
    menuButton_->setFocusPolicy(Qt::TabFocus);
    menuButton_->setPopupMode(QToolButton::InstantPopup);
    explain(*menuButton_, tr("Menu"), tr("Undo, appearance, language and leaving."));
    menuButton_->hide();
    row.addWidget(menuButton_);
}

void PlaybackBar::setMenu(QMenu* menu) {
    menuButton_->setMenu(menu);
    menuButton_->setVisible(menu != nullptr);
    measure();
}

void PlaybackBar::measure() {
    for (std::size_t brevity = widths_.size(); brevity-- > 0;) {
        shorten(brevity);
        widths_[brevity] = layout()->minimumSize().width();
    }
    updateGeometry();
}

void PlaybackBar::shorten(std::size_t brevity) {
    speed_->setMeasuredVisible(brevity < 1);
    speed_->setNameVisible(brevity < 2);
    for (ActionButton* button : shortenable_) {
        button->setIconOnly(brevity >= 3);
    }
}

QSize PlaybackBar::minimumSizeHint() const { return {widths_.back(), height()}; }

void PlaybackBar::resizeEvent(QResizeEvent*) {
    const auto fitting = std::ranges::find_if(widths_, [this](int needed) { return needed <= width(); });
    shorten(static_cast<std::size_t>(std::min(fitting, widths_.end() - 1) - widths_.begin()));
}

void PlaybackBar::followRunning() {
    setPlayFace();
}

void PlaybackBar::followPicture() {
    const PicturePtr& picture = laboratory_.picture();
    if (!picture) {
        return;
    }
    const Snapshot& snapshot = *picture->snapshot;
    iteration_->setValue(NumberText::count(snapshot.iteration));
    cost_->setValue(snapshot.train ? NumberText::cost(snapshot.train->cost) : NumberText::none());
    const auto accuracy = [](const std::optional<Measurement>& measured) {
        return measured && measured->accuracy ? NumberText::accuracy(*measured->accuracy) : NumberText::none();
    };
    trainAccuracy_->setValue(accuracy(snapshot.train));
    testAccuracy_->setValue(accuracy(snapshot.test));
}

void PlaybackBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, Theme::current().line);
}

} // namespace perceptible
