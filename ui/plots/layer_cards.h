#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/plots/layer_card.h"

namespace perceptible {

/// The cards of all layers side by side, as wide as they need to be: to be put into a scroll area. Only what is seen is
/// evaluated and painted.
class LayerCards : public QWidget {
    Q_OBJECT

public:
    /// One activation.
    struct Cell {
        int layer = 0;
        int unit = 0;
        int column = 0; ///< of the shown examples
        friend bool operator==(const Cell&, const Cell&) = default;
    };

    explicit LayerCards(QWidget* parent = nullptr);

    /// `picture` must have shown examples.
    void showPicture(PicturePtr picture);
    /// Fits the cards to what is seen of them.
    void setViewport(QSize size);

    const std::vector<LayerCardPlace>& places() const { return places_; }
    std::optional<Cell> cellAt(QPointF point) const;
    QString describe(const Cell& cell) const;

signals:
    /// What the pointer or the keyboard is at; empty: nothing.
    void inspected(const QString& sentence);
    void cellNeedsToBeSeen(const QRect& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void place();
    void inspect(const std::optional<Cell>& cell);
    bool walk(const QKeyEvent& event);
    QRectF rectOf(const Cell& cell) const;
    const Matrix<float>& activations(int layer) const { return picture_->activations[static_cast<std::size_t>(layer)]; }

    PicturePtr picture_;
    std::vector<ValueScale> scales_;
    std::vector<LayerCard> cards_;
    std::vector<LayerCardPlace> places_;
    QStringList captions_;
    std::vector<bool> isStale_; ///< cards that don't show the picture yet
    QSize viewport_;
    std::optional<Cell> cell_;
};

} // namespace perceptible
