#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace perceptible {

class Walk;

/// The same sub-step as lines of NumPy, with the present shapes in comments; to be copied.
class CodePanel : public QWidget {
    Q_OBJECT

public:
    explicit CodePanel(Walk& walk, QWidget* parent = nullptr);

    QString code() const;
    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void follow();

    Walk& walk_;
    QPlainTextEdit* text_;
};

} // namespace perceptible
