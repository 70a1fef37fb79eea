#include "ui/backprop/check/gradient_check_page.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <chrono>

#include "ui/backprop/check/check_question_panel.h"
#include "ui/backprop/check/network_check_row.h"
#include "ui/backprop/check/slope_comparison.h"
#include "ui/panels/label_tone.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

using namespace std::chrono_literals;

constexpr auto kProgressInterval = 100ms;
constexpr auto kGrace = 50ms;

} // namespace

GradientCheckPage::GradientCheckPage(QWidget* parent)
    : QWidget(parent)
    , stack_(new QStackedLayout(this))
    , scroll_(new QScrollArea(this))
    , panel_(new CheckQuestionPanel(this))
    , comparison_(new SlopeComparison(this))
    , network_(new NetworkCheckRow(this))
    , columns_(new QBoxLayout(QBoxLayout::LeftToRight)) {
    auto* const nothing = new QLabel(
        tr("There is nothing to check yet. Put some training points on the plane, or choose a data set: then the "
           "gradient of every parameter can be compared with the slope of J."));
    nothing->setObjectName(QStringLiteral("nothing"));
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setContentsMargins(4 * kSpacing, kSpacing, 4 * kSpacing, kSpacing);
    setTone(*nothing, Tone::quiet);
    stack_->addWidget(nothing);
    stack_->addWidget(scroll_);
    fillCheckedPart();
    question_.epsilon = comparison_->epsilon();
    connectQuestion();
    connectCheck();
}

/// It scrolls only where large text leaves it no room.
void GradientCheckPage::fillCheckedPart() {
    auto* const content = new QWidget;
    columns_->setSpacing(2 * kSpacing);
    columns_->addWidget(panel_);
    columns_->addWidget(comparison_, 1);
    auto* const rows = new QVBoxLayout(content);
    rows->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, kSpacing);
    rows->setSpacing(kSpacing);
    rows->addLayout(columns_, 1);
    rows->addWidget(network_);

    scroll_->setWidget(content); // takes ownership
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void GradientCheckPage::connectQuestion() {
    connect(panel_, &CheckQuestionPanel::parameterPicked, this, [this] {
        if (panel_->parameter() != question_.parameter) {
            question_.parameter = panel_->parameter();
            ask();
            emit chosen(question_.parameter);
        }
    });
    connect(panel_, &CheckQuestionPanel::mistakePicked, this, [this] {
        question_.mistake = panel_->mistake();
        dropCheck();
        ask();
    });
    connect(comparison_, &SlopeComparison::epsilonChanged, this, [this](double epsilon) {
        question_.epsilon = epsilon;
        ask();
    });
    connect(&runner_, &GradientCheckRunner::examined, this, [this](const CostSectionPtr& section) {
        sectionOf_ = question_;
        isWhole_ = !section->curve.empty();
        comparison_->showSection(*section);
    });
    connect(&runner_, &GradientCheckRunner::compared, this, [this](const ErrorCurvePtr& curve) {
        errorsOf_ = question_;
        comparison_->showErrors(*curve);
    });
    grace_.setSingleShot(true);
    connect(&grace_, &QTimer::timeout, this, &GradientCheckPage::dropStaleAnswers);
}

void GradientCheckPage::connectCheck() {
    connect(network_, &NetworkCheckRow::startClicked, this, [this] {
        runner_.checkAll(question_.subject, question_.mistake);
        network_->showProgress(0, parameters());
        progress_.start(kProgressInterval);
    });
    connect(network_, &NetworkCheckRow::stopClicked, this, [this] {
        progress_.stop();
        runner_.abandonCheck();
        network_->showStopped(runner_.checkedSoFar(), parameters());
    });
    connect(network_, &NetworkCheckRow::worstClicked, this, [this](Eigen::Index parameter) {
        choose(parameter);
        emit chosen(parameter);
    });
    connect(&progress_, &QTimer::timeout, this,
            [this] { network_->showProgress(runner_.checkedSoFar(), parameters()); });
    connect(&runner_, &GradientCheckRunner::finished, this, [this](const GradientCheckPtr& check) {
        progress_.stop();
        network_->showResult(*check, question_.subject->parameters.units());
    });
}

void GradientCheckPage::setSubject(CheckSubjectPtr subject) {
    if (subject && subject->objective.X.cols() == 0) {
        subject = nullptr;
    }
    if (subject == question_.subject) {
        return;
    }
    question_.subject = std::move(subject);
    dropCheck();
    stack_->setCurrentIndex(hasSubject() ? 1 : 0);
    if (hasSubject()) {
        panel_->setSubject(question_.subject);
        question_.parameter = panel_->parameter();
    }
    ask();
}

void GradientCheckPage::choose(Eigen::Index parameter) {
    if (!hasSubject() || parameter < 0 || parameter >= parameters() || parameter == question_.parameter) {
        return;
    }
    panel_->setParameter(parameter);
    question_.parameter = parameter;
    ask();
}

/// A page that nobody sees costs nothing; it asks when it is shown.
void GradientCheckPage::ask() {
    if (!hasErrors()) {
        comparison_->outdateErrors();
    }
    if (hasSubject() && isVisible()) {
        runner_.examine(question_, !hasErrors());
        if (!grace_.isActive()) {
            grace_.start(kGrace);
        }
    } else {
        runner_.forgetExamination();
        dropStaleAnswers();
    }
}

bool GradientCheckPage::isAnswered() const { return hasSection() && isWhole_ && hasErrors(); }

/// What was answered to another question than the present one.
void GradientCheckPage::dropStaleAnswers() {
    if (sectionOf_.subject && !hasSection()) {
        sectionOf_ = {};
        comparison_->clearSection();
    }
    if (errorsOf_.subject && !hasErrors()) {
        errorsOf_ = {};
        comparison_->clearErrors();
    }
}

void GradientCheckPage::dropCheck() {
    progress_.stop();
    runner_.abandonCheck();
    network_->showUnchecked(hasSubject() ? parameters() : 0);
}

void GradientCheckPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void GradientCheckPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    arrange();
    ask();
}

/// Where large text leaves too little width, some of it goes below.
void GradientCheckPage::arrange() {
    if (!isVisible()) {
        return; // sizes are known when the style is
    }
    if (width_ == 0) {
        const auto needed = [this](bool narrow) {
            comparison_->setNarrow(narrow);
            columns_->invalidate();
            const QMargins margins = columns_->parentWidget()->layout()->contentsMargins();
            return columns_->minimumSize().width() + margins.left() + margins.right() +
                   scroll_->verticalScrollBar()->sizeHint().width();
        };
        narrowWidth_ = needed(true);
        width_ = needed(false);
    }
    comparison_->setNarrow(width() < width_);
    network_->setNarrow(width() < narrowWidth_);
    columns_->setDirection(width() < narrowWidth_ ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace perceptible
