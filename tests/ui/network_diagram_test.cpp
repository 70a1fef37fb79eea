#include <QtTest>
#include <limits>
#include <set>

#include "tests/ui/pictures.h"
#include "ui/diagram/edge_painter.h"
#include "ui/diagram/network_diagram.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

using Kind = DiagramTarget::Kind;

void moveMouse(QWidget& widget, QPointF point) {
    QMouseEvent event(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

QPointF centreOf(const NetworkDiagram& diagram, std::size_t layer, std::size_t unit) {
    return diagram.scene().layout().layers[layer].tiles[unit].center();
}

QString cardOf(const NetworkDiagram& diagram) {
    const CardText text = diagram.scene().textOf(diagram.target());
    return (QStringList(text.title) + text.lines).join(QLatin1Char('\n'));
}

} // namespace

class NetworkDiagramTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void init() {
        diagram_ = std::make_unique<NetworkDiagram>();
        diagram_->resize(780, 470);
        diagram_->show();
        picture_ = pictureOf({6, 4}, Activation::tanh);
        diagram_->showPicture(picture_);
    }

    void aUnitsCardShowsTheSnapshotsNumbers() {
        moveMouse(*diagram_, centreOf(*diagram_, 2, 3));
        QVERIFY(diagram_->target().isUnit(2, 3));
        const auto map = picture_->unitMaps[2].row(3);
        QVERIFY(cardOf(*diagram_).contains(numberText(picture_->snapshot->parameters[1].b(3))));
        QVERIFY(cardOf(*diagram_).contains(numberText(map.minCoeff())));
        QVERIFY(cardOf(*diagram_).contains(numberText(map.maxCoeff())));
        QVERIFY(cardOf(*diagram_).contains("tanh(z)"));
    }

    void aBiasCanBePointedAt() {
        const QPointF centre = centreOf(*diagram_, 2, 3);
        // It is the dot at the lower left corner of its unit's tile.
        std::optional<DiagramTarget> found;
        for (int distance = 0; distance < 40 && !found; ++distance) {
            moveMouse(*diagram_, centre + QPointF(-distance, distance));
            found = diagram_->target().kind == DiagramTarget::Kind::bias ? std::optional(diagram_->target()) : found;
        }
        QVERIFY(found);
        QCOMPARE(*found, (DiagramTarget{DiagramTarget::Kind::bias, 2, 3, 0}));
        QVERIFY(cardOf(*diagram_).contains(numberText(picture_->snapshot->parameters[1].b(3))));
    }

    void whatIsNotANumberIsSaidInWords() {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        auto snapshot = std::make_shared<Snapshot>(*picture_->snapshot);
        snapshot->parameters.values().setConstant(nan);
        diagram_->showPicture(Probe().picture(snapshot, View{}));
        diagram_->grab();
        for (const std::size_t layer : {1, 3}) {
            moveMouse(*diagram_, centreOf(*diagram_, layer, 0));
            QVERIFY(cardOf(*diagram_).contains("is not a number"));
            QVERIFY(cardOf(*diagram_).contains("b = not a number"));
            QVERIFY(!cardOf(*diagram_).contains("nan") && !cardOf(*diagram_).contains("Orange"));
        }
        QVERIFY(diagram_->scene().legend().contains("not finite"));
        diagram_->showPicture(picture_);
        QVERIFY(diagram_->scene().legend().contains("|w|"));
    }

    void numbersAreWrittenOutOrInSigns() {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(numberText(nan), QString("not a number"));
        QCOMPARE(shortNumberText(nan), QString("not a number"));
        QCOMPARE(numberText(-infinity), QString("−∞"));
        QCOMPARE(shortNumberText(infinity), QString("∞"));
    }

    void theLegendIsWholeOrNotThere() {
        const auto legendWith = [&](const QRectF& covered) {
            QImage image(780, 470, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            diagram_->scene().paintLegend(painter, covered);
            painter.end();
            return image;
        };
        const QImage none = legendWith({0, 0, 780, 470});
        QVERIFY(legendWith({}) != none);
        QCOMPARE(legendWith({0, 200, 780, 270}), legendWith({}));
        QCOMPARE(legendWith({760, 0, 20, 20}), none);
    }

    void aDeadLayersCardSaysSo() {
        auto picture = std::make_shared<Picture>(*pictureOf({4}, Activation::relu));
        picture->unitMaps[1].row(0).setZero();
        diagram_->showPicture(picture);
        moveMouse(*diagram_, centreOf(*diagram_, 1, 0));
        QVERIFY(cardOf(*diagram_).contains(QStringLiteral("0 everywhere")));
        QVERIFY(cardOf(*diagram_).contains(QStringLiteral("Orange is"))); // in the other units
        picture = std::make_shared<Picture>(*picture);
        picture->unitMaps[1].setZero();
        diagram_->showPicture(picture);
        QVERIFY(cardOf(*diagram_).contains(QStringLiteral("0 everywhere")));
        QVERIFY(!cardOf(*diagram_).contains(QStringLiteral("Orange is")));
        QCOMPARE(valueScales(*picture)[1], (ValueScale{0, 1}));
    }

    void anEdgesCardShowsItsWeight() {
        for (const Edge& edge : std::vector<Edge>(diagram_->scene().edges())) {
            const EdgeCurve curve = diagram_->scene().layout().edge(edge.layer, edge.to, edge.from);
            // Close to its end, where few other edges pass; one painted later may still lie on top.
            const double x = curve.to.x() - 0.2 * (curve.to.x() - curve.from.x());
            moveMouse(*diagram_, {x, curve.yAt(x)});
            const DiagramTarget target = diagram_->target();
            QCOMPARE(target.kind, Kind::edge);
            const float w =
                picture_->snapshot->parameters[static_cast<std::size_t>(target.layer - 1)].W(target.unit, target.from);
            QVERIFY(cardOf(*diagram_).contains(numberText(w)));
        }
    }

    void theStrongestEdgeIsFoundEverywhereOnItsWay() {
        const Edge edge = diagram_->scene().edges().back();
        const EdgeCurve curve = diagram_->scene().layout().edge(edge.layer, edge.to, edge.from);
        for (double u = 0.05; u < 1; u += 0.1) {
            const double x = curve.from.x() + u * (curve.to.x() - curve.from.x());
            QCOMPARE(diagram_->scene().targetAt({x, curve.yAt(x)}),
                     (DiagramTarget{Kind::edge, edge.layer, edge.to, edge.from}));
        }
    }

    void aClickPinsAndEscapeLetsGo() {
        QTest::mouseClick(diagram_.get(), Qt::LeftButton, {}, centreOf(*diagram_, 1, 0).toPoint());
        moveMouse(*diagram_, centreOf(*diagram_, 2, 1));
        QVERIFY(diagram_->isPinned() && diagram_->target().isUnit(1, 0));
        QTest::keyClick(diagram_.get(), Qt::Key_Escape);
        QVERIFY(!diagram_->isPinned() && diagram_->target().isUnit(2, 1));
    }

    void controlAndArrowsWalkOverAllUnits() {
        std::set<std::pair<int, int>> seen;
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(diagram_.get(), key, Qt::ControlModifier);
            seen.insert({diagram_->target().layer, diagram_->target().unit});
        };
        press(Qt::Key_Down);
        for (int l = 0; l < 4; ++l) {
            for (int i = 0; i < 6; ++i) {
                press(Qt::Key_Up);
            }
            for (int i = 0; i < 6; ++i) {
                press(Qt::Key_Down);
            }
            press(Qt::Key_Right);
        }
        QCOMPARE(seen.size(), std::size_t{2 + 6 + 4 + 1});
        QVERIFY(!diagram_->accessibleDescription().isEmpty());
    }

    void plainArrowsAreLeftToPlayback() {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
        event.accept();
        QCoreApplication::sendEvent(diagram_.get(), &event);
        QVERIFY(!event.isAccepted());
    }

    void anotherArchitectureDropsWhatIsGone() {
        QTest::mouseClick(diagram_.get(), Qt::LeftButton, {}, centreOf(*diagram_, 1, 5).toPoint());
        QVERIFY(diagram_->isPinned());
        diagram_->showPicture(pictureOf({3}, Activation::relu));
        QVERIFY(!diagram_->isPinned());
        QCOMPARE(diagram_->scene().layout().layers.size(), std::size_t{3});
        diagram_->grab();
    }

    void theDeepestAndWidestNetworkPaintsFewEdges() {
        diagram_->showPicture(pictureOf(std::vector<int>(12, 128), Activation::leakyRelu));
        QVERIFY(diagram_->scene().edges().size() <= kMostEdges);
        QVERIFY(diagram_->scene().edges().size() > kMostEdges / 2);
        moveMouse(*diagram_, centreOf(*diagram_, 6, 2));
        QVERIFY(diagram_->scene().edges().size() <= kMostEdges);
        for (const QSize size : {QSize(480, 260), QSize(1400, 800)}) {
            diagram_->resize(size);
            const QImage image = diagram_->grab().toImage();
            const QPointF tile = centreOf(*diagram_, 0, 0);
            QVERIFY(image.pixelColor(tile.toPoint()) != Theme::current().ground);
        }
    }

    void aUnitsEdgesAreAllBroughtForward() {
        diagram_->showPicture(pictureOf(std::vector<int>(12, 128), Activation::tanh));
        const auto& layers = diagram_->scene().layout().layers;
        moveMouse(*diagram_, centreOf(*diagram_, 5, 1));
        const auto& edges = diagram_->scene().edges();
        const auto own = std::count_if(edges.begin(), edges.end(), [](const Edge& edge) {
            return (edge.layer == 5 && edge.to == 1) || (edge.layer == 6 && edge.from == 1);
        });
        QCOMPARE(static_cast<std::size_t>(own), layers[4].tiles.size() + layers[6].tiles.size());
    }

    void colourMeansTheSameAtBothEndsAndAtZero() {
        const Theme& theme = Theme::current();
        for (const auto& [value, colour] : {std::pair{-1.F, theme.class0}, {0.F, theme.neutral}, {1.F, theme.class1}}) {
            const std::vector<float> map(4, value);
            QImage image(8, 8, QImage::Format_RGB32);
            paintUnitMap(image, map.data(), 2, {0, 1});
            QCOMPARE(image.pixelColor(4, 4), QColor(colour));
            // a sigmoid's 0…1 as on the decision boundary
            const std::vector<float> probability(4, (value + 1) / 2);
            paintUnitMap(image, probability.data(), 2, {0.5F, 0.5F});
            QCOMPARE(image.pixelColor(0, 0), QColor(colour));
        }
    }

    void anEdgeCoversAsMuchAsItIsWide() {
        for (const double width : {0.75, 2.0, 5.5}) {
            QImage image(100, 60, QImage::Format_RGB32);
            image.fill(Qt::white);
            drawEdge(image, {{0, 30.3}, {100, 30.3}}, {width, qRgb(0, 0, 0), 1});
            double covered = 0;
            for (int y = 0; y < image.height(); ++y) {
                covered += 1 - qRed(image.pixel(50, y)) / 255.0;
            }
            QVERIFY2(std::abs(covered - width) < 0.1, qPrintable(QString::number(covered)));
        }
    }

    void anEdgeOutsideTheImageIsCutOff() {
        QImage image(40, 40, QImage::Format_RGB32);
        drawEdge(image, {{-20, -30}, {90, 300}}, {7, qRgb(0, 0, 0), 1});
    }

private:
    std::unique_ptr<NetworkDiagram> diagram_;
    PicturePtr picture_;
};

QTEST_MAIN(NetworkDiagramTest)
#include "network_diagram_test.moc"
