#pragma once

#include <QImage>
#include <QPainter>
#include <array>

#include "core/data/data_set.h"

namespace perceptible {

/// How an example looks everywhere: class 0 a circle, class 1 a diamond, each in its colour; training examples filled
/// with a light outline, test examples hollow.
void paintMarker(QPainter& painter, QPointF centre, double diameter, int label, Role role);

/// Every marker painted once for one size, to be copied to where the examples are. Sizes are in device pixels.
class MarkerSprites {
public:
    MarkerSprites() = default;
    explicit MarkerSprites(double diameter);

    /// A square with an odd side whose middle pixel belongs on the example.
    const QImage& sprite(int label, Role role) const { return sprites_[index(label, role)]; }
    int side() const { return sprites_.front().width(); }

private:
    static constexpr int kClasses = 2; // the window draws binary tasks

    static std::size_t index(int label, Role role) {
        return 2 * static_cast<std::size_t>(label) + (role == Role::test ? 1 : 0);
    }

    std::array<QImage, 2 * kClasses> sprites_;
};

} // namespace perceptible
