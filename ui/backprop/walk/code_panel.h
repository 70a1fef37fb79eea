#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace perceptible {

class Laboratory;
class ScriptButton;
class Walk;

/// The same sub-step as lines of NumPy, with the present shapes in comments; to be copied.
class CodePanel : public QWidget {
    Q_OBJECT

public:
    CodePanel(Walk& walk, Laboratory& laboratory, QWidget* parent = nullptr);

    QString code() const;
    ScriptButton& scriptButton() const { return *script_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void follow();

    Walk& walk_;
    QPlainTextEdit* text_;
    ScriptButton* script_;
};

} // namespace perceptible
