#include "ui/backprop/nudges/nudge_chooser.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>

#include "ui/panels/form.h"

namespace perceptible {
namespace {

constexpr int kPointWidth = 15 * kSpacing; // "200,000 of 200,000"
constexpr int kLayerWidth = 6 * kSpacing;
constexpr int kUnitWidth = 7 * kSpacing;

void setField(QSpinBox& field, int value, int largest) {
    const QSignalBlocker quiet(field);
    field.setRange(1, largest);
    field.setValue(value);
}

} // namespace

NudgeChooser::NudgeChooser(QWidget* parent)
    : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing / 2);
    point_ = addField(*row, tr("Point"), "point", tr("Whose wishes are shown: one of the mini-batch's points."),
                      kPointWidth);
    layer_ =
        addField(*row, tr("Layer"), "layer", tr("The layer l of the unit; the last one is the output."), kLayerWidth);
    unit_ = addField(*row, tr("Unit"), "unit", tr("The unit of this layer whose activation is to change."), kUnitWidth);
    row->addStretch(1);
    auto* inner = new QHBoxLayout;
    inner->setSpacing(0);
    thisPoint_ = addSegment(*inner, tr("This point"), "thisPoint", "first");
    average_ = addSegment(*inner, tr("Average over all m"), "average", "last");
    explain(*thisPoint_, thisPoint_->text(), tr("What the chosen point wishes: −∂ℒ/∂b, −∂ℒ/∂w, −∂ℒ/∂a."));
    explain(*average_, average_->text(), tr("What all m points of the mini-batch wish on average: −db and −dW."));
    row->addLayout(inner);
    auto* group = new QButtonGroup(this);
    group->addButton(thisPoint_);
    group->addButton(average_);

    connect(point_, &QSpinBox::valueChanged, this, [this](int point) { emit exampleChosen(point - 1); });
    connect(layer_, &QSpinBox::valueChanged, this, [this](int layer) { emit unitChosen({layer, 0}); });
    connect(unit_, &QSpinBox::valueChanged, this, [this](int unit) { emit unitChosen({layer_->value(), unit - 1}); });
    connect(thisPoint_, &QToolButton::clicked, this, [this] { emit overChosen(NudgeDesk::Over::point); });
    connect(average_, &QToolButton::clicked, this, [this] { emit overChosen(NudgeDesk::Over::all); });
}

QSpinBox* NudgeChooser::addField(QHBoxLayout& row, const QString& name, const char* objectName,
                                 const QString& explanation, int width) {
    auto* label = new QLabel(name, this);
    auto* field = new QSpinBox(this);
    label->setBuddy(field);
    field->setObjectName(QLatin1String(objectName));
    field->setFixedSize(scaled(width), rowHeight());
    field->setKeyboardTracking(false); // "12" must not pass through 1
    calmInput(*field);
    explain(*field, name, explanation);
    row.addWidget(label);
    row.addWidget(field);
    row.addSpacing(kSpacing / 2);
    return field;
}

QToolButton* NudgeChooser::addSegment(QHBoxLayout& row, const QString& text, const char* objectName,
                                      const char* segment) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setText(text);
    button->setCheckable(true);
    button->setProperty("segment", QLatin1String(segment));
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
    return button;
}

void NudgeChooser::show(const NudgeDesk& desk) {
    point_->setSuffix(
        tr(" of %1", "the last point's number").arg(point_->locale().toString(static_cast<qlonglong>(desk.m()))));
    setField(*point_, static_cast<int>(desk.example()) + 1, static_cast<int>(desk.m()));
    setField(*layer_, desk.unit().layer, desk.architecture().layers());
    setField(*unit_, desk.unit().unit + 1, desk.unitsOf(desk.unit().layer));
    (desk.over() == NudgeDesk::Over::point ? thisPoint_ : average_)->setChecked(true);
}

} // namespace perceptible
