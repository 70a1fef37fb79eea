#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

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

/// How many pieces end at each place.
std::map<std::pair<double, double>, int> ends(const std::vector<QLineF>& pieces) {
    std::map<std::pair<double, double>, int> result;
    for (const QLineF& piece : pieces) {
        ++result[{piece.x1(), piece.y1()}];
        ++result[{piece.x2(), piece.y2()}];
    }
    return result;
}

} // namespace

class ContourTest : public QObject {
    Q_OBJECT

private slots:
    void aLeapIsFoundBetweenTheCells() {
        const auto f = [](double x, double y) { return x + 0.3 * y > 0.6 ? 80.0 : -50.0; }; // of saturated units
        int asked = 0;
        const FieldFunction function = [&](const Matrix<float>& places) {
            Matrix<float> values(1, places.cols());
            for (Eigen::Index c = 0; c < places.cols(); ++c) {
                values(0, c) = static_cast<float>(f(places(0, c), places(1, c)));
            }
            asked += static_cast<int>(places.cols());
            return values;
        };
        const auto farthest = [](const std::vector<QLineF>& pieces) {
            double result = 0;
            for (const QLineF& piece : pieces) {
                result = std::max(result, std::abs(piece.x1() + 0.3 * piece.y1() - 0.6));
            }
            return result;
        };
        constexpr int side = 40;
        const Matrix<float> field = sampled(side, f);
        QVERIFY(farthest(contour(field, 0)) > 0.5 / side); // a staircase
        const auto pieces = contour(field, 0, 2, function);
        QVERIFY(pieces.size() > side);
        QVERIFY(farthest(pieces) < 0.2 / side); // most of it between the outermost centres and the border
        const auto joints = ends(pieces);
        QCOMPARE(std::ranges::count_if(joints, [](const auto& joint) { return joint.second == 1; }), 2);
        QVERIFY(asked < 4 * 3 * side);

        asked = 0;
        contour(field, 0, 200, function); // no leap
        QCOMPARE(asked, 0);
    }

    void aCircleIsAClosedLineAtItsRadius() {
        constexpr double radius = 0.3;
        const auto pieces = contour(
            sampled(100, [](double x, double y) { return 0.5 + radius - std::hypot(x - 0.5, y - 0.5); }), kLevel);
        QVERIFY(pieces.size() > 100);
        double length = 0;
        for (const QLineF& piece : pieces) {
            const QPointF p = piece.p1() - QPointF(0.5, 0.5);
            QVERIFY(std::abs(std::hypot(p.x(), p.y()) - radius) < 1e-4); // h²/(8 r) = 4e-5 with h = 0.01
            length += piece.length();
        }
        QVERIFY(std::abs(length - 2 * std::numbers::pi * radius) < 2e-3);
        for (const auto& [place, count] : ends(pieces)) {
            QCOMPARE(count, 2);
        }
    }

    void aStraightLineReachesTheBorder() {
        const auto pieces = contour(sampled(10, [](double x, double) { return x + 0.17; }), kLevel);
        double length = 0;
        for (const QLineF& piece : pieces) {
            QVERIFY(std::abs(piece.x1() - 0.33) < 1e-6 && std::abs(piece.x2() - 0.33) < 1e-6);
            length += piece.length();
        }
        QVERIFY(std::abs(length - 1) < 1e-6);
    }

    void aConstantFieldHasNoLine() {
        QVERIFY(contour(Matrix<float>::Constant(8, 8, 0.2F), kLevel).empty());
        QVERIFY(contour(Matrix<float>::Constant(8, 8, 0.5F), kLevel).empty());
        QVERIFY(contour(Matrix<float>(), kLevel).empty());
    }

    // The corners at top left and bottom right are above the level. Whether they are connected is what the bilinear
    // interpolant says at its saddle point; the corners' mean would say the opposite in the second case.
    void saddlesAreDecidedByTheSaddlePoint_data() {
        QTest::addColumn<float>("topLeft");
        QTest::addColumn<float>("bottomRight");
        QTest::addColumn<float>("others");
        QTest::addColumn<bool>("connected");
        QTest::newRow("apart") << 0.6F << 0.6F << 0.0F << false;
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
        // The four centres are the corners of [1/4, 3/4]²: the two pieces inside it cut off two of them.
        int inside = 0;
        for (const QLineF& piece : contour(field, kLevel)) {
            const QRectF centres(0.25, 0.25, 0.5, 0.5);
            if (!centres.contains(piece.center())) {
                continue;
            }
            ++inside;
            const bool cutsOffTopLeftOrBottomRight = (piece.dx() > 0) != (piece.dy() > 0);
            QCOMPARE(cutsOffTopLeftOrBottomRight, !connected);
        }
        QCOMPARE(inside, 2);
    }

    void everyLineIsClosedOrEndsAtTheBorder() {
        Random random(5);
        for (int round = 0; round < 50; ++round) {
            const auto field = sampled(9, [&](double, double) { return random.uniform(); });
            for (const auto& [place, count] : ends(contour(field, kLevel))) {
                QCOMPARE(count, onBorder(QPointF(place.first, place.second)) ? 1 : 2);
            }
        }
    }

    void thereIsNoLineBesideANan() {
        auto field = sampled(10, [](double x, double) { return x; });
        field(4, 4) = std::numeric_limits<float>::quiet_NaN();
        for (const QLineF& piece : contour(field, kLevel)) {
            QVERIFY(std::isfinite(piece.length()));
            const double y = piece.center().y();
            QVERIFY(y < 0.35 || y > 0.55);
        }
    }
};

QTEST_APPLESS_MAIN(ContourTest)
#include "contour_test.moc"
