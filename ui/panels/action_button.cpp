#include "ui/panels/action_button.h"

#include <QAction>

namespace perceptible {

ActionButton::ActionButton(QAction& action, QWidget* parent)
    : QPushButton(parent)
    , action_(action) {
    setFocusPolicy(Qt::TabFocus); // a click leaves the focus, and with it the keys, where they were
    connect(this, &QPushButton::clicked, &action_, &QAction::trigger);
    connect(&action_, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::setIconOnly(bool iconOnly) {
    iconOnly_ = iconOnly;
    follow();
}

void ActionButton::follow() {
    setText(iconOnly_ ? QString() : action_.text());
    setIcon(action_.icon());
    setAccessibleName(action_.text());
    setToolTip(action_.toolTip());
    setEnabled(action_.isEnabled());
}

} // namespace perceptible
