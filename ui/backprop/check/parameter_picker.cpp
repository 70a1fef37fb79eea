#include "ui/backprop/check/parameter_picker.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/panels/form.h"

namespace perceptible {

ParameterPicker::ParameterPicker(QWidget* parent)
    : QWidget(parent)
    , layer_(field("layer"))
    , kind_(new QComboBox(this))
    , row_(field("row"))
    , column_(field("column")) {
    layer_->setPrefix(tr("layer ", "before its number"));
    row_->setPrefix(tr("row ", "before its number"));
    column_->setPrefix(tr("col. ", "before its number"));
    explain(*layer_, tr("Layer of the parameter"), tr("l of W[l] and b[l]"));
    explain(*row_, tr("Row of the parameter"), tr("The unit of layer l that the parameter belongs to"));
    explain(*column_, tr("Column of the parameter"), tr("The unit of layer l − 1 whose activation is weighted"));

    kind_->setObjectName(QStringLiteral("kind"));
    kind_->addItems({QStringLiteral("W"), QStringLiteral("b")});
    kind_->setFixedHeight(rowHeight());
    calmInput(*kind_);
    explain(*kind_, tr("Weight or bias"),
            tr("W[l] has a row for each unit of layer l and a column for each unit of "
               "layer l − 1; b[l] has rows only."));
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        fitRanges();
        emit picked();
    });

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kSpacing / 2);
    grid->addWidget(layer_, 0, 0);
    grid->addWidget(kind_, 0, 1);
    grid->addWidget(row_, 1, 0);
    grid->addWidget(column_, 1, 1);
    grid->setColumnStretch(1, 1);
    fitRanges();
}

QSpinBox* ParameterPicker::field(const char* name) {
    auto* const spin = new QSpinBox(this);
    spin->setObjectName(QString::fromLatin1(name));
    spin->setMinimum(1);
    spin->setFixedHeight(rowHeight());
    calmInput(*spin);
    connect(spin, &QSpinBox::valueChanged, this, [this] {
        fitRanges();
        emit picked();
    });
    return spin;
}

void ParameterPicker::setUnits(const std::vector<int>& units) {
    units_ = units;
    fitRanges();
}

void ParameterPicker::setPlace(const ParameterPlace& place) {
    const QSignalBlocker quiet(this);
    layer_->setValue(place.layer);
    kind_->setCurrentIndex(place.isBias ? 1 : 0);
    row_->setValue(place.row + 1);
    if (!place.isBias) {
        column_->setValue(place.column + 1);
    }
}

ParameterPlace ParameterPicker::place() const {
    const bool isBias = kind_->currentIndex() == 1;
    return {layer_->value(), isBias, row_->value() - 1, isBias ? 0 : column_->value() - 1};
}

/// A value beyond its new range gives way without being picked by hand.
void ParameterPicker::fitRanges() {
    const auto fit = [](QSpinBox* field, int maximum) {
        const QSignalBlocker quiet(field);
        field->setMaximum(maximum);
    };
    fit(layer_, static_cast<int>(units_.size()) - 1);
    const auto l = static_cast<std::size_t>(layer_->value());
    fit(row_, units_[l]);
    fit(column_, units_[l - 1]);
    column_->setVisible(kind_->currentIndex() == 0);
}

} // namespace perceptible
