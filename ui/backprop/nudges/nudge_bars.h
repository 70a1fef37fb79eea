#pragma once

#include <QWidget>
#include <optional>
#include <vector>

namespace perceptible {

/// What one bar shows.
struct NudgeBar {
    QString name;   ///< "w₃"
    QString beside; ///< what its size is in proportion to; may be empty
    double wish = 0;
    std::optional<double> share = {}; ///< a part of the wish, as a thin bar below
    QString description;              ///< a sentence for screen readers
};

/// Diverging bars, one for each thing that can be nudged: orange to the left where less is wished, blue to the right
/// where more is. The pointer or ↑ and ↓ inspect a bar, a click or Return presses it.
class NudgeBars : public QWidget {
    Q_OBJECT

public:
    explicit NudgeBars(QWidget* parent = nullptr);

    /// For where there is room.
    void setLarge(bool large);
    /// Equal lengths in both are equal wishes. The other one must live as long.
    void compareWith(NudgeBars& other);
    /// A bar of the length `scale` reaches the end, or that of those it is compared with.
    void setBars(std::vector<NudgeBar> bars, double scale);
    const std::vector<NudgeBar>& bars() const { return bars_; }
    QRect rowOf(int bar) const;
    // Of the first row.
    QRect besideColumn() const;
    QRect wishColumn() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The bar at the pointer or the keyboard; none: nowhere.
    void inspected(std::optional<int> bar);
    void pressed(int bar);
    void needsToBeSeen(const QRect& row);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::optional<int> barAt(QPointF point) const;
    void inspect(std::optional<int> bar);
    void walkTo(int bar);
    int rowHeight() const;
    QRectF areaOf(int bar) const;
    double reach() const;
    void measure();
    void paintRow(QPainter& painter, int bar) const;
    void paintBar(QPainter& painter, const QRectF& area, double value, double height) const;

    std::vector<NudgeBar> bars_;
    bool isLarge_ = false;
    NudgeBars* compared_ = nullptr;
    double scale_ = 0;
    int nameWidth_ = 0, besideWidth_ = 0, wishWidth_ = 0;
    std::optional<int> current_;
};

} // namespace perceptible
