#pragma once

#include <QWidget>

#include "core/training/hyperparameters.h"

class QComboBox;
class QSpinBox;

namespace perceptible {

class Laboratory;

/// One hidden layer: its number of units and its activation.
class LayerRow : public QWidget {
    Q_OBJECT

public:
    /// `layer` counts from 1, as l does.
    LayerRow(Laboratory& laboratory, int layer, QWidget* parent = nullptr);

    void setLayer(const HiddenLayer& layer); ///< without a signal
    HiddenLayer layer() const;

signals:
    void edited();

private:
    QSpinBox* units_;
    QComboBox* activation_;
};

} // namespace perceptible
