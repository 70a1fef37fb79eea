#include "ui/panels/layers_editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/panels/form.h"
#include "ui/panels/layer_row.h"
#include "ui/panels/number_field.h"

namespace perceptible {
namespace {

constexpr int kOutputHeight = 20;

} // namespace

LayersEditor::LayersEditor(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , count_(new QSpinBox(this)) {
    QVBoxLayout* column = panelColumn(*this);
    column->addWidget(headingLabel(tr("Layers"), *this));

    count_->setObjectName(QStringLiteral("hiddenLayers"));
    count_->setRange(0, Hyperparameters::maxHiddenLayers);
    NumberField::adopt(*count_, laboratory);
    addRow(*column, tr("Hidden layers"), *count_,
           tr("L − 1, the number of layers between the inputs and the output; with none, the network is one neuron."));
    connect(count_, &QSpinBox::valueChanged, this, &LayersEditor::changeCount);

    for (std::size_t i = 0; i < Hyperparameters::maxHiddenLayers; ++i) {
        auto* row = new LayerRow(laboratory, static_cast<int>(i) + 1, this);
        connect(row, &LayerRow::edited, this, [this, i] { editRow(i); });
        column->addWidget(row);
        rows_.push_back(row);
    }
    addOutput(*column);
    column->addStretch();
    showRows();
}

void LayersEditor::addOutput(QVBoxLayout& column) {
    auto* name = new QLabel(tr("Output"), this);
    auto* unit = new QLabel(tr("1 · sigmoid"), this);
    unit->setProperty("quiet", true);
    for (QLabel* label : {name, unit}) {
        label->setToolTip(tr("One sigmoid unit gives ŷ = a[L], the probability of class 1."));
        label->setFixedHeight(scaled(kOutputHeight));
    }
    auto* row = new QHBoxLayout;
    row->addWidget(name, 1);
    row->addWidget(unit);
    addGap(column, kRowGap);
    column.addLayout(row);
}

void LayersEditor::setLayers(const std::vector<HiddenLayer>& layers) {
    layers_ = layers;
    showRows();
}

void LayersEditor::changeCount(int count) {
    // A new layer is like the one before it.
    layers_.resize(static_cast<std::size_t>(count), layers_.empty() ? HiddenLayer{} : layers_.back());
    showRows();
    emit edited(layers_);
}

void LayersEditor::editRow(std::size_t index) {
    layers_[index] = rows_[index]->layer();
    emit edited(layers_);
}

void LayersEditor::showRows() {
    const QSignalBlocker quiet(count_);
    count_->setValue(static_cast<int>(layers_.size()));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < layers_.size();
        rows_[i]->setVisible(used);
        if (used) {
            rows_[i]->setLayer(layers_[i]);
        }
    }
}

} // namespace perceptible
