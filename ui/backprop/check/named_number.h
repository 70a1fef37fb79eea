#pragma once

#include <QWidget>
#include <optional>

#include "ui/backprop/check/cost_section_plot.h"

namespace perceptible {

/// A number with its name above, and the line that it is in the plot.
class NamedNumber : public QWidget {
    Q_OBJECT

public:
    /// As wide as `widest` needs.
    NamedNumber(const QString& name, const QString& explanation, const QString& widest, std::optional<Slope> line = {},
                QWidget* parent = nullptr);

    void setValue(const QString& value);
    QString value() const { return value_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString name_;
    QString widest_;
    QString value_;
    std::optional<Slope> line_;
};

} // namespace perceptible
