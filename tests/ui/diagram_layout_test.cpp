#include <QtTest>
#include <algorithm>

#include "core/data/random.h"
#include "ui/diagram/backdrop.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/layout.h"
#include "ui/diagram/network_diagram.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

constexpr DiagramMargins kMargins{24, 72, 20};
constexpr QSize kUsual(480, 260); // or larger, at the designed text size in a window of 1280 × 720 or more

Architecture randomArchitecture(Random& random) {
    Architecture architecture;
    architecture.units = {2};
    const auto hidden = static_cast<int>(random.below(13));
    for (int l = 0; l < hidden; ++l) {
        architecture.units.push_back(1 + static_cast<int>(random.below(128)));
        architecture.activations.push_back(allActivations[random.below(std::size(allActivations))]);
    }
    architecture.units.push_back(1);
    architecture.activations.push_back(Activation::sigmoid);
    return architecture;
}

QSizeF randomSize(Random& random, QSize smallest) {
    return {static_cast<double>(smallest.width()) + static_cast<double>(random.below(921)),
            static_cast<double>(smallest.height()) + static_cast<double>(random.below(541))};
}

/// Everything that must not cover anything else.
std::vector<QRectF> parts(const DiagramLayout& layout) {
    std::vector<QRectF> all;
    for (const LayerColumn& column : layout.layers) {
        all.insert(all.end(), column.tiles.begin(), column.tiles.end());
        all.push_back(column.caption);
        if (column.folded > 0) {
            all.push_back(column.foldedLabel);
        }
    }
    return all;
}

} // namespace

class DiagramLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void nothingOverlapsOrLeavesTheView() {
        const QSize smallest = NetworkDiagram().minimumSizeHint();
        Random random(7);
        for (int round = 0; round < 300; ++round) {
            const QSizeF size = randomSize(random, smallest);
            const std::vector<QRectF> all = parts(layOut(randomArchitecture(random).units, size, kMargins));
            for (std::size_t i = 0; i < all.size(); ++i) {
                QVERIFY(QRectF(QPointF(0, 0), size).contains(all[i]));
                for (std::size_t j = i + 1; j < all.size(); ++j) {
                    const QRectF common = all[i] & all[j];
                    QVERIFY2(common.width() < 0.01 || common.height() < 0.01, "two parts overlap");
                }
            }
        }
    }

    void everyUnitIsShownOrCounted() {
        Random random(8);
        for (int round = 0; round < 300; ++round) {
            const Architecture architecture = randomArchitecture(random);
            const DiagramLayout layout = layOut(architecture.units, randomSize(random, kUsual), kMargins);
            for (std::size_t l = 0; l < layout.layers.size(); ++l) {
                const LayerColumn& column = layout.layers[l];
                QVERIFY(!column.tiles.empty());
                QCOMPARE(static_cast<int>(column.tiles.size()) + column.folded, architecture.units[l]);
                QVERIFY(column.tiles.front().width() >= 16);
                QCOMPARE(column.tiles.front().width(), column.tiles.front().height());
            }
        }
    }

    void unitsAreFoundWhereTheyStand() {
        const DiagramLayout layout = layOut({2, 6, 128, 1}, {780, 470}, kMargins);
        for (int l = 0; l < 4; ++l) {
            const auto& tiles = layout.layers[static_cast<std::size_t>(l)].tiles;
            for (int i = 0; i < static_cast<int>(tiles.size()); ++i) {
                const auto found = layout.unitAt(tiles[static_cast<std::size_t>(i)].center());
                QVERIFY(found.has_value());
                QCOMPARE(found->layer, l);
                QCOMPARE(found->unit, i);
            }
        }
        QVERIFY(!layout.unitAt({1, 1}).has_value());
    }

    void edgesLeaveAndArriveHorizontally() {
        const EdgeCurve curve = layOut({2, 6, 1}, {780, 470}, kMargins).edge(1, 5, 0);
        QCOMPARE(curve.yAt(curve.from.x()), curve.from.y());
        QCOMPARE(curve.yAt(curve.to.x()), curve.to.y());
        QCOMPARE(curve.slopeAt(curve.from.x()), 0.0);
        QCOMPARE(curve.slopeAt(curve.to.x()), 0.0);
        const double x = curve.from.x() + 0.3 * (curve.to.x() - curve.from.x());
        const double numeric = (curve.yAt(x + 1e-4) - curve.yAt(x - 1e-4)) / 2e-4;
        QVERIFY(std::abs(curve.slopeAt(x) - numeric) < 1e-4);
    }

    void captionsFitTheirColumns() {
        Random random(9);
        const QFontMetricsF title(captionTitleFont());
        const QFontMetricsF detail(captionDetailFont());
        const QFontMetricsF small(captionSmallFont());
        for (int round = 0; round < 100; ++round) {
            const Architecture architecture = randomArchitecture(random);
            const double width = columnWidth(480 + static_cast<double>(random.below(921)), architecture.layers() + 1);
            const auto captions = layerCaptions(architecture, 37'500, {width, title, detail, small});
            QCOMPARE(static_cast<int>(captions.size()), architecture.layers() + 1);
            for (const LayerCaption& caption : captions) {
                QVERIFY(!caption.title.isEmpty() && title.horizontalAdvance(caption.title) <= width);
                for (const QString& line : caption.details) {
                    QVERIFY((caption.small ? small : detail).horizontalAdvance(line) <= width);
                }
            }
        }
    }

    void captionsSayTheShapesOfTheLecture() {
        const Architecture architecture{{2, 6, 1}, {Activation::tanh, Activation::sigmoid}};
        const auto captions = layerCaptions(architecture, 300,
                                            {400, QFontMetricsF(captionTitleFont()), QFontMetricsF(captionDetailFont()),
                                             QFontMetricsF(captionSmallFont())});
        QCOMPARE(captions[0].lines(), (QStringList{"Input", "A[0] = X  2×300"}));
        QCOMPARE(captions[1].lines(), (QStringList{"Layer 1 · tanh", "W[1] 6×2   b[1] 6×1"}));
        QCOMPARE(captions[2].lines(), (QStringList{"Layer 2 · sigmoid", "W[2] 1×6   b[2] 1×1"}));
    }

    void theDeepestAndWidestNetworkStillSaysItsShapes() {
        Architecture architecture{{2}, std::vector(12, Activation::leakyRelu)};
        architecture.units.resize(13, 128);
        architecture.units.push_back(1);
        architecture.activations.push_back(Activation::sigmoid);
        const auto captions = layerCaptions(architecture, 300,
                                            {columnWidth(780, 14), QFontMetricsF(captionTitleFont()),
                                             QFontMetricsF(captionDetailFont()), QFontMetricsF(captionSmallFont())});
        QVERIFY(captions[5].details.contains("W 128×128"));
        QVERIFY(captions[5].details.contains("b 128×1"));
    }
};

QTEST_MAIN(DiagramLayoutTest)
#include "diagram_layout_test.moc"
