#pragma once

#include <QWidget>

#include "core/training/hyperparameters.h"

class QComboBox;
class QSpinBox;
class QVBoxLayout;

namespace perceptible {

class Laboratory;
class LadderSpinBox;
class LayersEditor;

/// Every hyperparameter (S11) as a control. A change acts at once, and the panel follows the laboratory.
class HyperparameterPanel : public QWidget {
    Q_OBJECT

public:
    explicit HyperparameterPanel(Laboratory& laboratory, QWidget* parent = nullptr);

private:
    void addTraining(QVBoxLayout& column);
    void addStart(QVBoxLayout& column);
    void follow();
    /// Hands a changed copy of the hyperparameters to the laboratory.
    template <class Change>
    void edit(Change change);

    Laboratory& laboratory_;
    LadderSpinBox* learningRate_;
    LadderSpinBox* iterations_;
    LadderSpinBox* batchSize_;
    QComboBox* initialization_;
    QSpinBox* seed_;
    LayersEditor* layers_;
};

} // namespace perceptible
