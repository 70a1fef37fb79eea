#pragma once

#include <QLabel>

namespace perceptible {

/// A number with its name below, for the back row of the class. Digits stand in cells of one width, so that nothing
/// wobbles while it counts.
class Figure : public QLabel {
    Q_OBJECT

public:
    /// As wide as `widest` needs.
    Figure(const QString& caption, const QString& widest, QWidget* parent = nullptr);

    void setValue(const QString& value);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString caption_;
};

} // namespace perceptible
