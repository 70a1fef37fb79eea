#pragma once

#include <QObject>

namespace perceptible {

/// The window's one-key shortcuts (Space, R, N, →) hold wherever the focus is, except where the focused control needs
/// the key itself: Space presses a button that was reached with Tab, arrows move a slider, letters choose in a list.
/// Text and number fields look after themselves.
class ShortcutGuard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace perceptible
