#pragma once

#include <QDoubleSpinBox>
#include <vector>

namespace perceptible {

/// A field for a number whose size is open: its arrows climb a ladder such as 0.1, 0.3, 1, 3, 10; any other value in
/// range can be typed.
class LadderSpinBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    /// `rungs` within one decade, ascending, the first one 1: {1, 3} or {1, 2, 5}.
    LadderSpinBox(std::vector<double> rungs, int decimals, QWidget* parent = nullptr);

    /// Lets 0 stand for "none" under the name `none`; the arrow up leads from it to `first`.
    void allowNone(const QString& none, double first);

    void stepBy(int steps) override;
    QString textFromValue(double value) const override;

private:
    double rungAbove(double value) const;
    double rungBelow(double value) const;

    std::vector<double> rungs_;
    double first_ = 0;
};

} // namespace perceptible
