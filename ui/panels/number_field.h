#pragma once

#include <QString>
#include <QValidator>
#include <optional>

class QAbstractSpinBox;
class QKeyEvent;
class QLineEdit;

namespace perceptible {

class Laboratory;

/// How every number field of the panels takes what is typed. The number acts once it is complete: with Return or when
/// the focus leaves. Anything can be typed, and nothing is read as another number than it says: what is out of range or
/// no number is refused with a sentence and leaves the value as it was; Escape does so at once. The word that a field
/// shows for "none" can be typed, and so can nothing at all.
///
/// Letters are the field's own once it was clicked into or reached with Tab, so that no word resets a run; a field
/// whose arrows were clicked leaves them to the window's one-key shortcuts. Space and → are the window's until
/// something is typed.
class NumberField : public QValidator {
    Q_OBJECT

public:
    /// Makes `field`, a QSpinBox or QDoubleSpinBox, such a field; refusals are said by `laboratory`.
    static void adopt(QAbstractSpinBox& field, Laboratory& laboratory);

    /// Never Invalid: a key that is swallowed makes another number of the others.
    State validate(QString& text, int& cursor) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NumberField(QAbstractSpinBox& field, Laboratory& laboratory);

    QString bare(QString text) const; ///< without the suffix
    std::optional<double> valueOf(QString text) const;
    bool isInRange(double value) const;
    bool hasDecimals() const;
    bool isForeign(const QKeyEvent& key) const; ///< types what is no part of a number
    bool keepsLetters() const;
    bool belongsToWindow(const QKeyEvent& key) const;
    bool takeKey(const QKeyEvent& key);
    void takeFocus(Qt::FocusReason reason);
    void enterText();
    void selectWord();
    void commit();
    void refuse();
    void restore();

    QAbstractSpinBox& field_;
    QLineEdit& text_;
    Laboratory& laboratory_;
    bool isInText_ = true; ///< rather than at the arrows
};

} // namespace perceptible
