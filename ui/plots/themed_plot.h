#pragma once

#include <qcustomplot.h>

namespace perceptible {

/// A calm plot with fixed margins (those that follow the labels make a curve stutter), in the colours of the theme and
/// the resolution of its screen. It takes no focus unless a derived class says so.
class ThemedPlot : public QCustomPlot {
    Q_OBJECT

public:
    /// `labelPadding`: between the numbers of an axis and its name.
    ThemedPlot(const QMargins& margins, int labelPadding, QWidget* parent = nullptr);

protected:
    /// Whenever the theme changes; the constructor of a derived class calls its own.
    virtual void takeColours();

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void takePixelRatio();
};

} // namespace perceptible
