#include "ui/backprop/check/check_question_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/backprop/check/mistake_texts.h"
#include "ui/backprop/check/parameter_name.h"
#include "ui/backprop/check/parameter_picker.h"
#include "ui/panels/form.h"
#include "ui/panels/label_tone.h"
#include "ui/theme/notation.h"

namespace perceptible {
namespace {

constexpr int kWidth = 22 * kSpacing;

} // namespace

CheckQuestionPanel::CheckQuestionPanel(QWidget* parent)
    : QWidget(parent)
    , name_(new QLabel(this))
    , picker_(new ParameterPicker(this))
    , mistake_(mistakeField())
    , note_(new QLabel(this)) {
    name_->setObjectName(QStringLiteral("parameterName"));
    setTone(*name_, Tone::strong);
    note_->setObjectName(QStringLiteral("mistakeNote"));
    note_->setFont(fontFor(TextRole::caption));
    note_->setWordWrap(true);
    QLabel* const breakIt = captionLabel(tr("Break it: backward with a mistake"), *this);
    breakIt->setBuddy(mistake_);

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing / 2);
    column->addWidget(name_);
    column->addWidget(picker_);
    column->addSpacing(kSpacing / 2);
    column->addWidget(breakIt);
    column->addWidget(mistake_);
    column->addWidget(note_);
    column->addStretch();
    picker_->setFixedWidth(scaled(kWidth));
    mistake_->setFixedSize(scaled(kWidth), rowHeight());

    connect(picker_, &ParameterPicker::picked, this, [this] {
        if (subject_) {
            showName();
            emit parameterPicked();
        }
    });
    connect(mistake_, &QComboBox::currentIndexChanged, this, [this] {
        showMistake();
        emit mistakePicked();
    });
    showMistake();
}

QComboBox* CheckQuestionPanel::mistakeField() {
    auto* const field = new QComboBox(this);
    field->setObjectName(QStringLiteral("mistake"));
    field->addItem(MistakeTexts::name(GradientMistake::none), static_cast<int>(GradientMistake::none));
    for (const GradientMistake mistake : allGradientMistakes) {
        field->addItem(MistakeTexts::name(mistake), static_cast<int>(mistake));
        field->setItemData(field->count() - 1, MistakeTexts::formula(mistake), Qt::ToolTipRole);
    }
    calmInput(*field);
    explain(*field, tr("Break it"),
            tr("Makes a classic mistake in a copy of backward, whose gradients are checked. The training is never "
               "touched."));
    return field;
}

void CheckQuestionPanel::setSubject(CheckSubjectPtr subject) {
    subject_ = nullptr; // a place that gives way is not picked by hand
    picker_->setUnits(subject->parameters.units());
    subject_ = std::move(subject);
    showName();
    showMistake();
}

void CheckQuestionPanel::setParameter(Eigen::Index parameter) {
    picker_->setPlace(placeOf(subject_->parameters.units(), parameter));
    showName();
}

Eigen::Index CheckQuestionPanel::parameter() const { return indexOf(subject_->parameters.units(), picker_->place()); }

GradientMistake CheckQuestionPanel::mistake() const {
    return static_cast<GradientMistake>(mistake_->currentData().toInt());
}

void CheckQuestionPanel::showName() {
    name_->setText(QStringLiteral("w = %1 = %2")
                       .arg(nameOf(picker_->place()), numberText(subject_->parameters.values()[parameter()])));
}

void CheckQuestionPanel::showMistake() {
    const bool broken = mistake() != GradientMistake::none;
    const bool shows = !subject_ || canShow(mistake(), subject_->objective.architecture, subject_->objective.X.cols());
    note_->setText(
        !broken ? tr("The checked copy is backward as it trains.")
        : shows ? tr("⚠ The checked copy is broken: %1. Training is not touched.").arg(MistakeTexts::formula(mistake()))
                : tr("⚠ This mistake changes nothing here: %1").arg(MistakeTexts::whyHidden(mistake())));
    setTone(*note_, broken ? Tone::warning : Tone::quiet);
}

} // namespace perceptible
