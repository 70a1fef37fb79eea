#include "ui/panels/layers_editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/form.h"
#include "ui/panels/layer_row.h"
#include "ui/panels/number_field.h"

namespace perceptible {
namespace {

constexpr int kRowsKept = 2; // stay visible however small the window is
constexpr int kOutputHeight = 20;
constexpr int kScrollBarWidth = 10; // as the style sheet has it; the scroll bar stands in the panel's margin

int rowDistance() { return rowHeight() + kSpacing / 2; }

QScrollArea* scrolling(QWidget& content, QWidget& parent) {
    auto* area = new QScrollArea(&parent);
    area->setWidget(&content);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

LayersEditor::LayersEditor(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , count_(new QSpinBox(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kSpacing, kSpacing / 2, 2 * kSpacing - scaled(kScrollBarWidth), kSpacing);
    column->setSpacing(kSpacing / 2);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(0, 0, scaled(kScrollBarWidth), 0);
    column->addLayout(top);
    top->addWidget(headingLabel(tr("Layers"), *this));

    count_->setObjectName(QStringLiteral("hiddenLayers"));
    count_->setRange(0, Hyperparameters::maxHiddenLayers);
    NumberField::adopt(*count_, laboratory);
    addRow(*top, tr("Hidden layers"), *count_,
           tr("L − 1, the number of layers between the inputs and the output; with none, the network is one neuron."));
    connect(count_, &QSpinBox::valueChanged, this, &LayersEditor::changeCount);

    addRows(laboratory);
    column->addWidget(area_, 1);
    addOutput(*column);
    column->addStretch();
    showRows();
}

void LayersEditor::addRows(Laboratory& laboratory) {
    auto* content = new QWidget(this);
    content->setFixedWidth(panelWidth() - 4 * kSpacing);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (std::size_t i = 0; i < Hyperparameters::maxHiddenLayers; ++i) {
        auto* row = new LayerRow(laboratory, static_cast<int>(i) + 1, content);
        connect(row, &LayerRow::edited, this, [this, i] { editRow(i); });
        rows->addWidget(row);
        rows_.push_back(row);
    }
    rows->addStretch();
    area_ = scrolling(*content, *this);
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
    row->setContentsMargins(0, 0, scaled(kScrollBarWidth), 0);
    row->addWidget(name, 1);
    row->addWidget(unit);
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
    const int count = static_cast<int>(layers_.size());
    count_->setValue(count);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < layers_.size();
        rows_[i]->setVisible(used);
        if (used) {
            rows_[i]->setLayer(layers_[i]);
        }
    }
    area_->setMinimumHeight(rowDistance() * std::min(count, kRowsKept));
    area_->setMaximumHeight(rowDistance() * count);
}

} // namespace perceptible
