#include "ui/panels/layer_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/panels/form.h"
#include "ui/panels/names.h"
#include "ui/panels/number_field.h"

namespace perceptible {
namespace {

constexpr int kUnitsWidth = 7 * kSpacing; // three digits and the arrows

} // namespace

LayerRow::LayerRow(Laboratory& laboratory, int layer, QWidget* parent)
    : QWidget(parent)
    , units_(new QSpinBox(this))
    , activation_(new QComboBox(this)) {
    units_->setObjectName(QStringLiteral("units%1").arg(layer));
    units_->setRange(1, Hyperparameters::maxUnits);
    units_->setFixedSize(scaled(kUnitsWidth), rowHeight());
    NumberField::adopt(*units_, laboratory);
    explain(*units_, tr("Units of layer %1").arg(layer),
            tr("n[%1], the number of units of hidden layer %1: the rows of W[%1] and b[%1].").arg(layer));
    connect(units_, &QSpinBox::valueChanged, this, &LayerRow::edited);

    activation_->setObjectName(QStringLiteral("activation%1").arg(layer));
    for (const Activation activation : allActivations) {
        activation_->addItem(Names::of(activation), static_cast<int>(activation));
        activation_->setItemData(activation_->count() - 1, Names::explain(activation), Qt::ToolTipRole);
    }
    activation_->setFixedSize(fieldWidth(), rowHeight());
    calmInput(*activation_);
    explain(*activation_, tr("Activation of layer %1").arg(layer),
            tr("g[%1], the function that makes A[%1] from Z[%1] in hidden layer %1.").arg(layer));
    connect(activation_, &QComboBox::currentIndexChanged, this, &LayerRow::edited);

    auto* label = new QLabel(tr("Layer %1").arg(layer), this);
    label->setBuddy(units_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addGap(*column, kRowGap); // its own, as it goes when the row is hidden
    auto* row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(0); // the longest name, of layer 12, takes all there is
    row->addWidget(label, 1);
    row->addWidget(units_);
    row->addSpacing(kSpacing / 2);
    row->addWidget(activation_);
}

void LayerRow::setLayer(const HiddenLayer& layer) {
    const QSignalBlocker quietUnits(units_);
    const QSignalBlocker quietActivation(activation_);
    units_->setValue(layer.units);
    activation_->setCurrentIndex(activation_->findData(static_cast<int>(layer.activation)));
}

HiddenLayer LayerRow::layer() const {
    return {units_->value(), static_cast<Activation>(activation_->currentData().toInt())};
}

} // namespace perceptible
