#pragma once

#include <QWidget>
#include <vector>

#include "ui/backprop/walk/blocks.h"

namespace perceptible {

class Walk;

/// The chain of blocks of a deep network (S8): forward from left to right, the caches Z[l] hanging below, the cost at
/// the right end, backward from right to left, and the updates. Blocks fill in as the walk reaches them; a click goes
/// there.
class BlockChain : public QWidget {
    Q_OBJECT

public:
    explicit BlockChain(Walk& walk, QWidget* parent = nullptr);

    const std::vector<Block>& blocks() const { return blocks_; }
    /// The one that the walk is in; null at both ends.
    const Block* current() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    QRectF placeOf(const Block& block) const;
    const Block* blockAt(QPointF position) const;
    void paintWires(QPainter& painter) const;
    void paintCaches(QPainter& painter) const;
    void paintBlock(QPainter& painter, const Block& block) const;
    void paintNames(QPainter& painter) const;
    void paintAllNames(QPainter& painter, const Block& block, const QString& gradients) const;
    void paintOwnNames(QPainter& painter, const Block& block) const;
    void paintName(QPainter& painter, double x, double y, const QString& name, std::size_t filledFrom) const;
    double rowTop(Part part) const;
    double unit() const; ///< the width of a block

    Walk& walk_;
    std::vector<Block> blocks_;
    int layers_ = 0;
};

} // namespace perceptible
