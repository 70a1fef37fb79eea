#include "ui/panels/shortcut_guard.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>

namespace perceptible {
namespace {

bool isArrow(int key) { return key >= Qt::Key_Left && key <= Qt::Key_Down; }

bool needs(const QObject& control, const QKeyEvent& event) {
    const int key = event.key();
    if (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) {
        return false;
    }
    const auto* widget = qobject_cast<const QWidget*>(&control);
    if (widget && widget->window()->windowType() == Qt::Popup && key == Qt::Key_Escape) {
        return true; // closes the list or menu, and nothing else
    }
    if (qobject_cast<const QAbstractButton*>(&control)) {
        return key == Qt::Key_Space;
    }
    if (qobject_cast<const QAbstractSlider*>(&control) || qobject_cast<const QTabBar*>(&control)) {
        return isArrow(key);
    }
    if (qobject_cast<const QComboBox*>(&control)) {
        return isArrow(key) || !event.text().isEmpty();
    }
    return false;
}

} // namespace

bool ShortcutGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && needs(*watched, *static_cast<QKeyEvent*>(event))) {
        event->accept(); // the key goes to the control and not to the shortcut
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace perceptible
