#include "ui/backprop/check/slope_comparison.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include "ui/backprop/check/cost_section_plot.h"
#include "ui/backprop/check/error_plot.h"
#include "ui/backprop/check/named_number.h"
#include "ui/backprop/check/parameter_name.h"
#include "ui/panels/form.h"
#include "ui/panels/label_tone.h"
#include "ui/panels/number_text.h"
#include "ui/theme/notation.h"

namespace perceptible {
namespace {

constexpr int kLowestPlot = 9 * kSpacing;
constexpr auto kWidestSlope = "−0.000888888888";
constexpr auto kWidestError = "8.88e−88";

} // namespace

SlopeComparison::SlopeComparison(QWidget* parent)
    : QWidget(parent)
    , tangent_(new NamedNumber(tr("tangent: backprop g"), tr("∂J/∂w as backward computes it"),
                               QString::fromUtf8(kWidestSlope), Slope::tangent, this))
    , chord_(new NamedNumber(tr("chord: difference ĝ"), QStringLiteral("ĝ = (J(w + ε) − J(w − ε)) / 2ε"),
                             QString::fromUtf8(kWidestSlope), Slope::chord, this))
    , error_(new NamedNumber(tr("relative error"), QStringLiteral("|g − ĝ| / (|g| + |ĝ|)"),
                             QString::fromUtf8(kWidestError), {}, this))
    , epsilonNumber_(new NamedNumber(QStringLiteral("ε"), tr("How far w is moved to both sides"),
                                     QString::fromUtf8(kWidestError), {}, this))
    , numbers_(new QBoxLayout(QBoxLayout::LeftToRight))
    , findingLabel_(new QLabel(this))
    , sectionPlot_(new CostSectionPlot(this))
    , errorPlot_(new ErrorPlot(this))
    , epsilon_(new QSlider(Qt::Horizontal, this)) {
    findingLabel_->setObjectName(QStringLiteral("finding"));
    findingLabel_->setFont(fontFor(TextRole::caption));
    findingLabel_->setWordWrap(true);
    sectionPlot_->setMinimumHeight(scaled(kLowestPlot));
    errorPlot_->setMinimumHeight(scaled(kLowestPlot));
    explain(*errorPlot_, tr("Relative error against ε"),
            tr("Click to choose ε. The dashed line is the tolerated error, 1e−7."));
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpacing);
    grid->setVerticalSpacing(kSpacing / 4);
    grid->addLayout(numbers(), 0, 0, 1, 2);
    grid->addWidget(findingLabel_, 1, 0, 1, 2);
    grid->addWidget(sectionPlot_, 2, 0);
    grid->addWidget(errorPlot_, 2, 1);
    grid->addLayout(viewSwitch(), 3, 0);
    grid->addLayout(epsilonRow(), 3, 1);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    connect(epsilon_, &QSlider::valueChanged, this, &SlopeComparison::takeEpsilon);
    connect(errorPlot_, &ErrorPlot::epsilonClicked, this,
            [this](double clicked) { epsilon_->setValue(placeOfEpsilon(clicked)); });
    takeEpsilon();
    clearSection();
    clearErrors();
}

QLayout* SlopeComparison::numbers() {
    tangent_->setObjectName(QStringLiteral("tangent"));
    chord_->setObjectName(QStringLiteral("chord"));
    error_->setObjectName(QStringLiteral("relativeError"));
    epsilonNumber_->setObjectName(QStringLiteral("epsilonNumber"));
    numbers_->setSpacing(kSpacing);
    for (const auto& pair : {std::array{tangent_, chord_}, std::array{error_, epsilonNumber_}}) {
        auto* const row = new QHBoxLayout;
        row->setSpacing(kSpacing);
        row->addWidget(pair[0]);
        row->addWidget(pair[1]);
        numbers_->addLayout(row);
    }
    numbers_->addStretch();
    return numbers_;
}

/// J as it is, or without its tangent.
QLayout* SlopeComparison::viewSwitch() {
    auto* const group = new QButtonGroup(this);
    auto* const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addStretch();
    for (const bool takenOff : {false, true}) {
        auto* const button = new QToolButton(this);
        button->setObjectName(takenOff ? QStringLiteral("withoutTangent") : QStringLiteral("withTangent"));
        button->setText(takenOff ? tr("J − tangent") : QStringLiteral("J"));
        button->setCheckable(true);
        button->setChecked(!takenOff);
        button->setProperty("segment", takenOff ? QStringLiteral("last") : QStringLiteral("first"));
        button->setFocusPolicy(Qt::TabFocus);
        explain(*button, takenOff ? tr("J without its tangent") : tr("J against w"),
                takenOff ? tr("Takes the tangent away from J: what is left shows how J bends and, for a tiny ε, the "
                              "stairs of its last digits.")
                         : tr("J around w − ε, w and w + ε, with tangent and chord."));
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, sectionPlot_,
                [this, takenOff] { sectionPlot_->setTangentTakenOff(takenOff); });
    }
    row->addStretch();
    return row;
}

/// Under the plot's own axis, so that the handle points at the mark.
QLayout* SlopeComparison::epsilonRow() {
    QLabel* const name = captionLabel(QStringLiteral("ε"), *this);
    name->setFixedWidth(ErrorPlot::leftMargin() - kSpacing);
    name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    name->setContentsMargins(0, 0, kSpacing / 2, 0);
    name->setBuddy(epsilon_);
    epsilon_->setObjectName(QStringLiteral("epsilon"));
    epsilon_->setRange(0, kEpsilons - 1);
    epsilon_->setPageStep(kEpsilonsEachDecade);
    epsilon_->setValue(placeOfEpsilon(kUsualEpsilon));
    setTabOrder(findChild<QToolButton*>(QStringLiteral("withoutTangent")), epsilon_);
    calmInput(*epsilon_);
    explain(*epsilon_, QStringLiteral("ε"),
            tr("How far w is moved to both sides, from 1e−12 to 1. Too large, and J bends in between; too small, and "
               "rounding drowns the difference."));
    auto* const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(name);
    row->addWidget(epsilon_, 1);
    row->addSpacing(ErrorPlot::rightMargin() - kSpacing);
    return row;
}

double SlopeComparison::epsilon() const { return epsilonAt(epsilon_->value()); }

void SlopeComparison::takeEpsilon() {
    epsilonNumber_->setValue(shortNumberText(epsilon()));
    epsilon_->setAccessibleName(epsilonNumber_->accessibleName());
    errorPlot_->markEpsilon(epsilon());
    emit epsilonChanged(epsilon());
}

void SlopeComparison::showSection(const CostSection& section) {
    sectionPlot_->showSection(section);
    tangent_->setValue(preciseText(section.checked.backward));
    chord_->setValue(preciseText(section.checked.numeric));
    error_->setValue(shortNumberText(section.checked.relativeError()));
    finding_ = section.finding();
    showFinding();
}

void SlopeComparison::clearSection() {
    sectionPlot_->clear();
    for (NamedNumber* number : {tangent_, chord_, error_}) {
        number->setValue(NumberText::none());
    }
    finding_.reset();
    showFinding();
}

void SlopeComparison::showErrors(const ErrorCurve& curve) {
    errorPlot_->showErrors(curve);
    isRightSomewhere_ = curve.isRightSomewhere;
    showFinding();
}

void SlopeComparison::outdateErrors() { isRightSomewhere_.reset(); }

void SlopeComparison::clearErrors() {
    errorPlot_->clear();
    isRightSomewhere_.reset();
    showFinding();
}

void SlopeComparison::setNarrow(bool narrow) {
    numbers_->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    layout()->invalidate();
    updateGeometry();
}

void SlopeComparison::showFinding() {
    findingLabel_->setText(findingText());
    setTone(*findingLabel_, finding_ == Finding::differ ? Tone::warning : Tone::plain);
}

QString SlopeComparison::findingText() const {
    if (!finding_) {
        return tr("Evaluating J…");
    }
    switch (*finding_) {
    case Finding::agree:
        return tr("✓ g and ĝ agree: the relative error is at most 1e−7.");
    case Finding::rounding:
        return tr("≈ Only rounding lies between g and ĝ. A larger ε tells more.");
    case Finding::differ:
        return !isRightSomewhere_   ? tr("✗ g and ĝ differ.")
               : *isRightSomewhere_ ? tr("✗ ε is too large: J bends between w − ε and w + ε.")
                                    : tr("✗ g is wrong: g and ĝ differ at every ε.");
    case Finding::kink:
        return tr("⚠ A ReLU or |w| has its kink between w − ε and w + ε: ĝ says nothing.");
    case Finding::notFinite:
        return tr("✗ There is no ĝ: J is not finite, or ε is too small to move w.");
    }
    return {};
}

} // namespace perceptible
