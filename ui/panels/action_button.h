#pragma once

#include <QPushButton>

class QAction;

namespace perceptible {

/// A push button that shows and triggers an action, icon and text centred.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    explicit ActionButton(QAction& action, QWidget* parent = nullptr);

private:
    void follow(const QAction& action);
};

} // namespace perceptible
