#pragma once

#include <QString>
#include <QValidator>

class QAbstractSpinBox;
class QKeyEvent;
class QLineEdit;

namespace perceptible {

class Laboratory;

/// How every number field of the panels takes what is typed. The number acts once it is complete: with Return or when
/// the focus leaves. What is out of range can be typed, is refused with a sentence and, like what is no number at all,
/// leaves the value as it was; Escape does so at once. Until something is typed, the window's one-key shortcuts hold.
class NumberField : public QValidator {
    Q_OBJECT

public:
    /// Makes `field`, a QSpinBox or QDoubleSpinBox, such a field; refusals are said by `laboratory`.
    static void adopt(QAbstractSpinBox& field, Laboratory& laboratory);

    State validate(QString& text, int& cursor) const override;
    void fixup(QString& text) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NumberField(QAbstractSpinBox& field, Laboratory& laboratory);

    bool isOutOfRange(const QString& text) const;
    bool isForeign(const QKeyEvent& key) const; ///< types what is no part of a number
    bool belongsToWindow(const QKeyEvent& key) const;
    bool takeKey(const QKeyEvent& key);
    void commit();
    void restore();

    QAbstractSpinBox& field_;
    QLineEdit& text_;
    Laboratory& laboratory_;
};

} // namespace perceptible
