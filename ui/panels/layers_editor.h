#pragma once

#include <QWidget>
#include <vector>

#include "core/training/hyperparameters.h"

class QSpinBox;
class QVBoxLayout;

namespace perceptible {

class Laboratory;
class LayerRow;

/// The hidden layers: how many, and each one's row.
class LayersEditor : public QWidget {
    Q_OBJECT

public:
    explicit LayersEditor(Laboratory& laboratory, QWidget* parent = nullptr);

    void setLayers(const std::vector<HiddenLayer>& layers); ///< without a signal

signals:
    void edited(const std::vector<HiddenLayer>& layers);

private:
    void addOutput(QVBoxLayout& column);
    void changeCount(int count);
    void editRow(std::size_t index);
    void showRows();

    std::vector<HiddenLayer> layers_;
    QSpinBox* count_;
    std::vector<LayerRow*> rows_; ///< one for each layer there can be; those in use are visible
};

} // namespace perceptible
