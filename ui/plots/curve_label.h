#pragma once

#include <QPen>
#include <QWidget>

namespace perceptible {

/// How the two cost curves are drawn, in the plot and in its legend.
enum class Curve { train, test };
QPen penOf(Curve curve);

/// The legend of one curve: a piece of the line, and text.
class CurveLabel : public QWidget {
    Q_OBJECT

public:
    explicit CurveLabel(Curve curve, QWidget* parent = nullptr);

    /// Keeps room for a text as wide as this one.
    void reserve(const QString& widest);
    void setText(const QString& text);
    QString text() const { return text_; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Curve curve_;
    QString text_;
};

} // namespace perceptible
