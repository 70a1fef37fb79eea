#include <QtTest>
#include <cmath>
#include <limits>
#include <numeric>

#include "tests/ui/pictures.h"
#include "ui/plots/calm_scale.h"
#include "ui/plots/histogram.h"
#include "ui/plots/layer_card.h"
#include "ui/plots/layer_cards.h"
#include "ui/plots/layers_bench.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

using namespace perceptible;

class LayersBenchTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void histogramsCountEveryValueOnce() {
        for (const Activation g : allActivations) {
            const PicturePtr picture = pictureOf({7, 5}, g, 123);
            for (const Matrix<float>& A : picture->activations) {
                const Histogram histogram = histogramOf(A, -1, 1);
                QCOMPARE(std::accumulate(histogram.counts.begin(), histogram.counts.end(), 0),
                         static_cast<int>(A.size()));
            }
        }
    }

    void histogramsPutValuesWhereTheyBelong() {
        Matrix<float> values(1, 6);
        values << -1, -0.999F, 0, 1, 7, std::numeric_limits<float>::quiet_NaN();
        const Histogram histogram = histogramOf(values, -1, 1);
        QCOMPARE(histogram.counts.front(), 2); // without the NaN, which is nowhere on the axis
        QCOMPARE(histogram.counts[Histogram::kBins / 2], 1);
        QCOMPARE(histogram.counts.back(), 2);
    }

    void aLiveScaleGrowsAtOnceAndShrinksLate() {
        CalmScale scale;
        QCOMPARE(scale.follow(0), 0.0);
        const double first = scale.follow(0.9);
        QCOMPARE(scale.follow(0.8 * first), first);
        QCOMPARE(scale.follow(0.5 * first), first);
        QVERIFY(scale.follow(0.1 * first) < first);
        QVERIFY(scale.follow(50) >= 50);
        QVERIFY(scale.relative(std::numeric_limits<double>::quiet_NaN()) == 0);
        QCOMPARE(scale.follow(std::numeric_limits<double>::infinity()), 0.0);
        QCOMPARE(scale.follow(0.9), first);
        QCOMPARE(scale.follow(std::numeric_limits<double>::quiet_NaN()), 0.0);
        QVERIFY(scale.follow(900) >= 900);
        QCOMPARE(scale.follow(0), 0.0); // not the old one
    }

    void aLayerThatIsZeroEverywhereIsNeutral() {
        Picture picture = *pictureOf({4}, Activation::relu);
        LayerCard card;
        picture.activations[1](0, 0) = 900;
        card.show(picture, 1, valueScales(picture)[1], {100, 40});
        QVERIFY(card.histogram().high >= 900);
        picture.unitMaps[1].setZero();
        picture.activations[1].setZero();
        card.show(picture, 1, valueScales(picture)[1], {100, 40});
        QCOMPARE(card.histogram().low, 0.0);
        QCOMPARE(card.histogram().high, 1.0);

        const LayerCardPlace place = placeLayerCards(1, {160, 200}, 100, 20, 20).front();
        QImage image(160, 200, QImage::Format_RGB32);
        image.fill(Theme::current().panel);
        QPainter painter(&image);
        card.paint(painter, place, {});
        painter.end();
        const QRect histogram = place.histogram.toAlignedRect() & image.rect();
        int bar = 0;
        for (int y = histogram.top(); y <= histogram.bottom(); ++y) {
            for (int x = histogram.left(); x <= histogram.right(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                QVERIFY(colour == Theme::current().panel || colour == QColor(divergingInk(0)));
                bar += colour == QColor(divergingInk(0)) ? 1 : 0;
            }
        }
        QVERIFY(bar > histogram.height());
    }

    void whatIsNotANumberIsInNoHistogram() {
        for (const Activation g : {Activation::tanh, Activation::relu}) {
            Picture picture = *pictureOf({4}, g);
            LayerCard card;
            card.show(picture, 1, valueScales(picture)[1], {100, 40});
            QVERIFY(!card.histogram().isEmpty());
            picture.unitMaps[1].setConstant(std::numeric_limits<float>::quiet_NaN());
            picture.activations[1].setConstant(std::numeric_limits<float>::quiet_NaN());
            card.show(picture, 1, valueScales(picture)[1], {100, 40});
            QVERIFY(card.histogram().isEmpty());
            picture.activations[1](0, 0) = -3;
            picture.activations[1](1, 0) = std::numeric_limits<float>::infinity();
            card.show(picture, 1, valueScales(picture)[1], {100, 40});
            QCOMPARE(std::accumulate(card.histogram().counts.begin(), card.histogram().counts.end(), 0), 1);
            QVERIFY(std::isfinite(card.histogram().low) && std::isfinite(card.histogram().high));
        }
    }

    void hoverSaysTheTrueValue() {
        const PicturePtr picture = pictureOf({6, 4}, Activation::tanh, 30);
        LayersBench bench;
        bench.resize(780, 290);
        bench.show();
        bench.showPicture(picture);
        const LayerCards& cards = bench.cards();
        for (std::size_t l = 0; l < picture->activations.size(); ++l) {
            const auto cell = cards.cellAt(cards.places()[l].heatMap.center() + QPointF(3, 3));
            QVERIFY(cell.has_value());
            QCOMPARE(cell->layer, static_cast<int>(l));
            const float a = picture->activations[l](cell->unit, cell->column);
            const int example = picture->shownExamples[static_cast<std::size_t>(cell->column)];
            const int label = picture->snapshot->data->examples()[static_cast<std::size_t>(example)].label();
            const QString sentence = cards.describe(*cell);
            QVERIFY(sentence.contains(numberText(a)));
            QVERIFY(sentence.contains(QStringLiteral("example %1 (class %2)").arg(example + 1).arg(label)));
        }
        QVERIFY(!cards.cellAt({-1, -1}).has_value());
    }

    void thinnedExamplesAreAdmitted() {
        LayersBench bench;
        bench.show();
        bench.showPicture(pictureOf({3}, Activation::relu, 5000));
        QVERIFY(bench.sentence().contains(QLocale().toString(5000)));
        QVERIFY(bench.sentence().contains(QLocale().toString(600)));
        QVERIFY(bench.sentence().contains("evenly chosen"));
        bench.showPicture(pictureOf({3}, Activation::relu, 40));
        QVERIFY(bench.sentence().contains("all 40"));
    }

    void noExamplesAreASentence() {
        LayersBench bench;
        bench.show();
        bench.showPicture(pictureOf({3}, Activation::relu, 0));
        QVERIFY(!bench.sentence().isEmpty());
        bench.grab();
        bench.showPicture(pictureOf({3}, Activation::relu, 10));
        bench.grab();
    }

    void theDeepestAndWidestNetworkScrolls() {
        LayersBench bench;
        bench.resize(780, 200);
        bench.show();
        const PicturePtr picture = pictureOf(std::vector<int>(12, 128), Activation::leakyRelu, 600);
        bench.showPicture(picture);
        bench.grab();
        QVERIFY(bench.cards().width() > bench.width());
        const auto& places = bench.cards().places();
        QCOMPARE(places.size(), std::size_t{14});
        for (std::size_t i = 1; i < places.size(); ++i) {
            QVERIFY(places[i - 1].whole().right() < places[i].whole().left());
        }
        QVERIFY(bench.cards().height() <= bench.height());
    }
};

QTEST_MAIN(LayersBenchTest)
#include "layers_bench_test.moc"
