#pragma once

#include <QWidget>
#include <vector>

#include "core/network/parameters.h"

class QComboBox;
class QSpinBox;

namespace perceptible {

/// Picks one parameter of a network by its layer, W or b, row and column.
class ParameterPicker : public QWidget {
    Q_OBJECT

public:
    explicit ParameterPicker(QWidget* parent = nullptr);

    /// n[0], …, n[L]. The place stays, as far as the network has it.
    void setUnits(const std::vector<int>& units);
    void setPlace(const ParameterPlace& place);
    ParameterPlace place() const;

signals:
    void picked(); ///< by hand

private:
    QSpinBox* field(const char* name);
    void fitRanges();

    std::vector<int> units_{1, 1};
    QSpinBox* layer_;
    QComboBox* kind_;
    QSpinBox* row_;
    QSpinBox* column_;
};

} // namespace perceptible
