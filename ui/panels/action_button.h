#pragma once

#include <QPushButton>

class QAction;

namespace perceptible {

/// A push button that shows and triggers an action, icon and text centred.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    explicit ActionButton(QAction& action, QWidget* parent = nullptr);

    /// Without its text, which stays its accessible name.
    void setIconOnly(bool iconOnly);

private:
    void follow();

    QAction& action_;
    bool iconOnly_ = false;
};

} // namespace perceptible
