#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/data/random.h"
#include "ui/canvas/contour.h"

using namespace perceptible;

namespace {

constexpr float kLevel = 0.5F;

/// Values of f at the cells' centres in the unit square.
template <class F>
Matrix<float> sampled(int side, F f) {
    Matrix<float> field(side, side);
    for (int r = 0; r < side; ++r) {
        for (int c = 0; c < side; ++c) {
            field(r, c) = static_cast<float>(f((c + 0.5) / side, (r + 0.5) / side));
        }
    }
    return field;
}

bool onBorder(QPointF p) { return p.x() == 0 || p.x() == 1 || p.y() == 0 || p.y() == 1; }

} // namespace

class ContourTest : public QObject {
    Q_OBJECT

private slots:
    void aCircleIsOneClosedLineAtItsRadius() {
        constexpr double radius = 0.3;
        const auto lines = contour(
            sampled(100, [](double x, double y) { return 0.5 + radius - std::hypot(x - 0.5, y - 0.5); }), kLevel);
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(lines[0].isClosed());
        QVERIFY(lines[0].size() > 100);
        for (const QPointF& p : lines[0]) {
            QVERIFY(std::abs(std::hypot(p.x() - 0.5, p.y() - 0.5) - radius) < 1e-4); // h²/(8 r) = 4e-5, h = 0.01
        }
    }

    void aStraightLineReachesTheBorder() {
        const auto lines = contour(sampled(10, [](double x, double) { return x + 0.17; }), kLevel);
        QCOMPARE(lines.size(), std::size_t{1});
        for (const QPointF& p : lines[0]) {
            QVERIFY(std::abs(p.x() - 0.33) < 1e-6);
        }
        const auto [top, bottom] = std::ranges::minmax(lines[0], {}, [](QPointF p) { return p.y(); });
        QCOMPARE(top.y(), 0.0);
        QCOMPARE(bottom.y(), 1.0);
    }

    void aConstantFieldHasNoLine() {
        QVERIFY(contour(Matrix<float>::Constant(8, 8, 0.2F), kLevel).empty());
        QVERIFY(contour(Matrix<float>::Constant(8, 8, 0.5F), kLevel).empty());
        QVERIFY(contour(Matrix<float>(), kLevel).empty());
    }

    // Corners above the level at top left and bottom right. Whether these two are connected is what the bilinear
    // interpolant says at its saddle point; the corners' mean would say the opposite in the second case.
    void saddlesAreDecidedByTheSaddlePoint_data() {
        QTest::addColumn<float>("topLeft");
        QTest::addColumn<float>("bottomRight");
        QTest::addColumn<float>("others");
        QTest::addColumn<bool>("connected");
        QTest::newRow("clearly apart") << 0.6F << 0.6F << 0.0F << false;
        QTest::newRow("apart, although the mean is above") << 1.0F << 0.6F << 0.25F << false;
        QTest::newRow("connected") << 1.0F << 1.0F << 0.4F << true;
    }

    void saddlesAreDecidedByTheSaddlePoint() {
        QFETCH(float, topLeft);
        QFETCH(float, bottomRight);
        QFETCH(float, others);
        QFETCH(bool, connected);
        Matrix<float> field(2, 2);
        field << topLeft, others, others, bottomRight;
        const auto lines = contour(field, kLevel);
        QCOMPARE(lines.size(), std::size_t{2});
        for (const QPolygonF& line : lines) {
            const bool touchesTop = line.first().y() == 0 || line.last().y() == 0;
            const bool touchesLeft = line.first().x() == 0 || line.last().x() == 0;
            // Apart: a line cuts off the corner at the top left. Connected: the lines cut off the other corners.
            QCOMPARE(touchesTop == touchesLeft, !connected);
        }
    }

    void everyLineIsClosedOrEndsAtTheBorder() {
        Random random(5);
        for (int round = 0; round < 50; ++round) {
            const auto field = sampled(9, [&](double, double) { return random.uniform(); });
            for (const QPolygonF& line : contour(field, kLevel)) {
                QVERIFY(line.isClosed() || (onBorder(line.first()) && onBorder(line.last())));
            }
        }
    }

    void cellsBesideANanHaveNoLine() {
        auto field = sampled(10, [](double x, double) { return x; });
        field(4, 4) = std::numeric_limits<float>::quiet_NaN();
        for (const QPolygonF& line : contour(field, kLevel)) {
            for (const QPointF& p : line) {
                QVERIFY(std::isfinite(p.x()) && std::isfinite(p.y()));
                QVERIFY(p.y() <= 0.35 + 1e-9 || p.y() >= 0.55 - 1e-9);
            }
        }
    }
};

QTEST_APPLESS_MAIN(ContourTest)
#include "contour_test.moc"
