#pragma once

#include <qcustomplot.h>

namespace perceptible {

/// 0, 20k, 1.5M: short enough for fixed margins however long the run is.
class IterationTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override;
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
};

/// Costs on a linear or a logarithmic axis.
class CostTicker : public QCPAxisTicker {
public:
    explicit CostTicker(bool logarithmic)
        : logarithmic_(logarithmic) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override;
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;

private:
    bool logarithmic_;
};

} // namespace perceptible
