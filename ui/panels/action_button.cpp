#include "ui/panels/action_button.h"

#include <QAction>

namespace perceptible {

ActionButton::ActionButton(QAction& action, QWidget* parent)
    : QPushButton(parent) {
    setFocusPolicy(Qt::TabFocus); // a click leaves the focus, and with it the keys, where they were
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, [this, shown = &action] { follow(*shown); });
    follow(action);
}

void ActionButton::follow(const QAction& action) {
    setText(action.text());
    setIcon(action.icon());
    setToolTip(action.toolTip());
    setEnabled(action.isEnabled());
}

} // namespace perceptible
