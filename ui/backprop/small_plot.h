#pragma once

#include <qcustomplot.h>

namespace perceptible {

/// A quiet plot with fixed margins, in the colours of the theme. Its numbers are to be read elsewhere: it takes no
/// focus.
class SmallPlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit SmallPlot(const QMargins& margins, QWidget* parent = nullptr);

protected:
    /// Whenever the theme changes; the constructor of a derived class calls its own.
    virtual void takeColours();

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void takePixelRatio();
};

} // namespace perceptible
