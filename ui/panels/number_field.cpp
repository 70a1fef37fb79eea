#include "ui/panels/number_field.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QVariant>
#include <cmath>

#include "ui/live/laboratory.h"
#include "ui/panels/form.h"
#include "ui/panels/ladder_spin_box.h"

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
    text_.installEventFilter(this);
}

// Text

QString NumberField::bare(QString text) const {
    return text.remove(field_.property("suffix").toString().trimmed()).trimmed();
}

bool NumberField::hasDecimals() const { return field_.property("decimals").toInt() > 0; }

std::optional<double> NumberField::valueOf(QString text) const {
    if (!field_.specialValueText().isEmpty()) {
        const auto* ladder = qobject_cast<const LadderSpinBox*>(&field_);
        if (text.isEmpty() || (ladder && ladder->isNone(text))) {
            return field_.property("minimum").toDouble();
        }
    }
    const QLocale locale = field_.locale();
    text.remove(QLatin1Char(' '));
    if (hasDecimals() && !text.contains(locale.decimalPoint())) {
        text.replace(QLatin1Char(','), locale.decimalPoint());
    }
    bool isNumber = false;
    const double number = locale.toDouble(text, &isNumber);
    const bool fits = isNumber && std::isfinite(number) && (hasDecimals() || number == std::round(number));
    return fits ? std::optional(number) : std::nullopt;
}

bool NumberField::isInRange(double value) const {
    return value >= field_.property("minimum").toDouble() && value <= field_.property("maximum").toDouble();
}

QValidator::State NumberField::validate(QString& text, int&) const {
    const auto value = valueOf(bare(text));
    return value && isInRange(*value) ? Acceptable : Intermediate;
}

void NumberField::commit() {
    if (!text_.isModified()) {
        return;
    }
    const QString text = bare(text_.text());
    const auto value = valueOf(text);
    if (value && isInRange(*value)) {
        field_.setProperty("value", *value);
        restore(); // also when the value is the same
    } else if (text.isEmpty()) {
        restore();
    } else {
        refuse();
    }
}

void NumberField::refuse() {
    const QString text = bare(text_.text());
    const bool isNumber = valueOf(text).has_value();
    restore();
    const auto bound = [this](const char* name) {
        return field_.locale().toString(field_.property(name).toDouble(), 'f', QLocale::FloatingPointShortest);
    };
    const QString sentence = isNumber        ? tr("%1: %2 is outside %3 … %4; it stays at %5.")
                             : hasDecimals() ? tr("%1: “%2” is not a number in %3 … %4; it stays at %5.")
                                             : tr("%1: “%2” is not a whole number in %3 … %4; it stays at %5.");
    laboratory_.say(sentence.arg(field_.accessibleName(), text, bound("minimum"), bound("maximum"),
                                 field_.property("cleanText").toString()),
                    true);
}

void NumberField::restore() {
    field_.setProperty("value", field_.property("value")); // writes it anew
    text_.setModified(false);
}

// Keys and mouse

bool NumberField::keepsLetters() const { return isInText_ || !field_.specialValueText().isEmpty(); }

bool NumberField::isForeign(const QKeyEvent& key) const {
    const QString typed = key.text();
    const bool isCommand = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier); // Ctrl+A
    if (isCommand || typed.isEmpty() || !typed.front().isPrint()) {
        return false;
    }
    const QLocale locale = field_.locale();
    return !typed.front().isDigit() && typed != locale.decimalPoint() && typed != locale.groupSeparator() &&
           typed != locale.negativeSign() && typed != locale.positiveSign();
}

bool NumberField::belongsToWindow(const QKeyEvent& key) const {
    if (text_.isModified()) {
        return false;
    }
    const bool isPlain = !(key.modifiers() & ~Qt::KeypadModifier);
    return (isPlain && (key.key() == Qt::Key_Space || key.key() == Qt::Key_Right)) ||
           (isForeign(key) && !keepsLetters()) || key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
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
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        commit(); // a step goes on from what was typed
        return false;
    default:
        return isForeign(key) && belongsToWindow(key); // it would replace the number
    }
}

void NumberField::takeFocus(Qt::FocusReason reason) {
    switch (reason) {
    case Qt::MouseFocusReason:
        isInText_ = false; // until the press turns out to be on the text
        break;
    case Qt::ActiveWindowFocusReason:
    case Qt::PopupFocusReason:
    case Qt::MenuBarFocusReason:
        break; // it goes on where it was
    default:
        enterText();
    }
}

/// A number is edited without group separators, which would stand in the wrong places after the first digit.
void NumberField::enterText() {
    isInText_ = true;
    if (!text_.isModified()) {
        text_.setText(text_.text().remove(field_.locale().groupSeparator()));
    }
}

/// What is typed replaces a word, instead of standing in its middle.
void NumberField::selectWord() {
    if (!text_.isModified() && !text_.hasSelectedText() && text_.text() == field_.specialValueText()) {
        text_.selectAll();
    }
}

bool NumberField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &text_) {
        if (event->type() == QEvent::MouseButtonPress) {
            enterText();
        } else if (event->type() == QEvent::MouseButtonRelease) {
            selectWord();
        }
        return false;
    }
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
    case QEvent::FocusIn:
        takeFocus(static_cast<QFocusEvent*>(event)->reason());
        return false;
    case QEvent::MouseButtonPress: // on an arrow
        isInText_ = false;
        commit();
        return false;
    case QEvent::Wheel:
    case QEvent::Hide:
        commit();
        return false;
    case QEvent::FocusOut:
        commit();
        restore();
        return false;
    default:
        return false;
    }
}

} // namespace perceptible
