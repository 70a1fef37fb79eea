#include "ui/panels/number_field.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QVariant>

#include "ui/live/laboratory.h"
#include "ui/panels/form.h"

namespace perceptible {

void NumberField::adopt(QAbstractSpinBox& field, Laboratory& laboratory) {
    calmInput(field);
    field.setKeyboardTracking(false); // "12" must not pass through 1
    field.setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    field.installEventFilter(new NumberField(field, laboratory));
}

NumberField::NumberField(QAbstractSpinBox& field, Laboratory& laboratory)
    : QValidator(&field)
    , field_(field)
    , text_(*field.findChild<QLineEdit*>())
    , laboratory_(laboratory) {
    text_.setValidator(this);
}

QValidator::State NumberField::validate(QString& text, int& cursor) const {
    const State state = field_.validate(text, cursor);
    return state == Invalid && isOutOfRange(text) ? Intermediate : state; // a spin box swallows the digit too many
}

void NumberField::fixup(QString& text) const { field_.fixup(text); }

bool NumberField::isOutOfRange(const QString& text) const {
    QString digits = text;
    digits.remove(field_.property("suffix").toString());
    digits.remove(field_.locale().groupSeparator());
    bool isNumber = false;
    const double number = field_.locale().toDouble(digits, &isNumber);
    return isNumber &&
           (number < field_.property("minimum").toDouble() || number > field_.property("maximum").toDouble());
}

bool NumberField::isForeign(const QKeyEvent& key) const {
    const QString typed = key.text();
    const bool isCommand = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier); // Ctrl+A
    if (isCommand || typed.isEmpty() || !typed.front().isPrint()) {
        return false;
    }
    const QLocale locale = field_.locale();
    return !typed.front().isDigit() && typed != locale.decimalPoint() && typed != locale.groupSeparator();
}

bool NumberField::belongsToWindow(const QKeyEvent& key) const {
    if (text_.isModified()) {
        return false;
    }
    const bool isStep = key.key() == Qt::Key_Right && !(key.modifiers() & ~Qt::KeypadModifier);
    return isStep || isForeign(key) || key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
}

bool NumberField::takeKey(const QKeyEvent& key) {
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        return false; // it gives up the focus as every calm input does
    case Qt::Key_Escape:
        restore();
        field_.clearFocus();
        return true;
    default:
        return isForeign(key);
    }
}

bool NumberField::eventFilter(QObject* watched, QEvent* event) {
    if (!qobject_cast<QAbstractSpinBox*>(watched)) {
        return false; // what is being destroyed loses the focus as a mere QWidget
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool isEscape = key.key() == Qt::Key_Escape;
        event->setAccepted(isEscape);
        return isEscape || belongsToWindow(key);
    }
    case QEvent::KeyPress:
        return takeKey(*static_cast<QKeyEvent*>(event));
    case QEvent::FocusOut:
        commit();
        return false;
    default:
        return false;
    }
}

void NumberField::commit() {
    if (!text_.isModified()) {
        return;
    }
    const QString typed = field_.property("cleanText").toString();
    const bool refused = isOutOfRange(typed);
    field_.interpretText();
    text_.setModified(false);
    if (refused) {
        const auto bound = [this](const char* name) {
            return field_.locale().toString(field_.property(name).toDouble(), 'f', QLocale::FloatingPointShortest);
        };
        laboratory_.say(tr("%1: %2 is outside %3 … %4; it stays at %5.")
                            .arg(field_.accessibleName(), typed, bound("minimum"), bound("maximum"),
                                 field_.property("cleanText").toString()),
                        true);
    }
}

void NumberField::restore() {
    text_.clear();
    field_.interpretText(); // of nothing: the value in force is shown again
    text_.setModified(false);
}

} // namespace perceptible
