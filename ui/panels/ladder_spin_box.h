#pragma once

#include <QDoubleSpinBox>
#include <QStringList>
#include <vector>

namespace perceptible {

/// A field for a number whose size is open: its arrows climb a ladder such as 0.1, 0.3, 1, 3, 10; any other value in
/// range can be typed.
class LadderSpinBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    /// `rungs` within one decade, ascending, the first one 1: {1, 3} or {1, 2, 5}.
    LadderSpinBox(std::vector<double> rungs, int decimals, QWidget* parent = nullptr);

    /// Lets 0 stand for "none" under the first of the names; the others can be typed too. The arrow up leads from it
    /// to `first`.
    void allowNone(const QStringList& names, double first);
    bool isNone(const QString& typed) const { return namesOfNone_.contains(typed, Qt::CaseInsensitive); }

    void stepBy(int steps) override;
    QString textFromValue(double value) const override;

private:
    double rungAbove(double value) const;
    double rungBelow(double value) const;

    std::vector<double> rungs_;
    QStringList namesOfNone_;
    double first_ = 0;
};

} // namespace perceptible
