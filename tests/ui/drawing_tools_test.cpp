#include <QtTest>
#include <cmath>

#include "ui/canvas/drawing_tools.h"

using namespace perceptible;

namespace {

double distance(PlanePoint p, PlanePoint q) { return std::hypot(p.x1 - q.x1, p.x2 - q.x2); }

} // namespace

class DrawingToolsTest : public QObject {
    Q_OBJECT

private slots:
    void dabsAreEvenlySpacedHoweverTheMovesAreCut() {
        const PlanePoint start{-1, 2};
        const PlanePoint end{5, -2.5}; // 7.5 away
        const auto atOnce = dabCentres(start, end, 0.4);
        QCOMPARE(atOnce.size(), std::size_t{18});

        std::vector<PlanePoint> inSmallMoves;
        PlanePoint last = start;
        for (int i = 1; i <= 100; ++i) {
            const PlanePoint to{start.x1 + 6 * i / 100.0, start.x2 - 4.5 * i / 100.0};
            for (const PlanePoint& centre : dabCentres(last, to, 0.4)) {
                inSmallMoves.push_back(last = centre);
            }
        }
        QCOMPARE(inSmallMoves.size(), atOnce.size());
        for (std::size_t i = 0; i < atOnce.size(); ++i) {
            QVERIFY(distance(inSmallMoves[i], atOnce[i]) < 1e-9);
            QVERIFY(std::abs(distance(atOnce[i], start) - 0.4 * static_cast<double>(i + 1)) < 1e-9);
        }
    }

    void aMoveShorterThanTheSpacingDabsNothing() {
        QVERIFY(dabCentres({0, 0}, {0.1, 0}, 0.2).empty());
        QVERIFY(dabCentres({1, 1}, {1, 1}, 0.2).empty());
    }

    void aDabFillsItsDiscEvenly() {
        Random random(1);
        std::vector<Example> added;
        addDab(added, {1, -2}, 0.5, 4000, 1, Region{}, random);
        QCOMPARE(added.size(), std::size_t{4000});
        int inner = 0;
        for (const Example& e : added) {
            QVERIFY(distance(placeOf(e), {1, -2}) <= 0.5);
            QCOMPARE(e.label(), 1);
            inner += distance(placeOf(e), {1, -2}) <= 0.25 ? 1 : 0;
        }
        QVERIFY(std::abs(inner - 1000) < 110); // a quarter of the area; 4 standard deviations of 27
    }

    void nothingFallsOutsideTheRegion() {
        Random random(1);
        const Region region;
        std::vector<Example> added;
        addDab(added, {region.x1Max, region.x2Min}, 1, 1000, 0, region, random);
        QVERIFY(!added.empty() && added.size() < 400); // about a quarter of the disc is inside
        for (const Example& e : added) {
            QVERIFY(contains(region, placeOf(e)));
        }
    }

    void theSameSeedGivesTheSameDab() {
        Random one(7);
        Random other(7);
        std::vector<Example> a;
        std::vector<Example> b;
        addDab(a, {0, 0}, 1, 20, 0, Region{}, one);
        addDab(b, {0, 0}, 1, 20, 0, Region{}, other);
        QCOMPARE(a, b);
    }

    void theEraserTakesWhatItsWayPassesOver() {
        const std::vector<Example> examples{{0, 0}, {5, 0.9}, {5, 1.1}, {10.9, 0}, {11.1, 0}, {-0.9, 0}, {5, -1}};
        const auto left = erase(examples, {0, 0}, {10, 0}, 1);
        QCOMPARE(left, (std::vector<Example>{{5, 1.1}, {11.1, 0}}));
        QCOMPARE(erase(examples, {5, 1}, {5, 1}, 0.2).size(), examples.size() - 2);
    }

    void theNearestExampleIsFoundWithinReach() {
        const std::vector<Example> examples{{0, 0}, {1, 0}, {1, 0, 1}, {3, 0}};
        QCOMPARE(nearestExample(examples, {0.1, 0}, 0.5), std::optional<std::size_t>{0});
        QCOMPARE(nearestExample(examples, {0.9, 0}, 0.5), std::optional<std::size_t>{2}); // the one on top
        QCOMPARE(nearestExample(examples, {2, 0}, 0.5), std::nullopt);
        QCOMPARE(nearestExample({}, {2, 0}, 0.5), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(DrawingToolsTest)
#include "drawing_tools_test.moc"
