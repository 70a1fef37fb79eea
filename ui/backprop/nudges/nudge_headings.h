#pragma once

#include <QWidget>

namespace perceptible {

class NudgeBars;

/// What the columns of some bars are, above them: they stay when the bars scroll.
class NudgeHeadings : public QWidget {
    Q_OBJECT

public:
    NudgeHeadings(const NudgeBars& bars, QWidget* parent);

    void setHeadings(const QString& beside, const QString& wish);
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const NudgeBars& bars_;
    QString beside_, wish_;
};

} // namespace perceptible
