#pragma once

#include <QLabel>
#include <vector>

#include "core/walk/nudges.h"

namespace perceptible {

/// The path walked backwards, "layer 3 unit 1 ← layer 2 unit 4 ← x₂": each unit on it is a link back to it. Where there
/// is too little room it is written a[3]₁ ← a[2]₄, then without its beginning.
class NudgePath : public QLabel {
    Q_OBJECT

public:
    explicit NudgePath(QWidget* parent = nullptr);

    /// `end`: what lies behind the last unit, "x₂"; empty: nothing.
    void setPath(std::vector<UnitPlace> path, const QString& end);
    QString plainText() const; ///< the whole path in words

signals:
    void chosen(UnitPlace unit);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QStringList names(bool brief) const;
    void fit();

    std::vector<UnitPlace> path_;
    QString end_;
};

} // namespace perceptible
