#include <QAction>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>
#include <cmath>
#include <limits>
#include <memory>

#include "core/data/generators.h"
#include "ui/canvas/boundary_canvas.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/canvas/readout.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

double distance(PlanePoint p, PlanePoint q) { return std::hypot(p.x1 - q.x1, p.x2 - q.x2); }

/// `count` examples on a grid in the region's lower left corner.
DataSetPtr manyExamples(std::size_t count) {
    std::vector<Example> examples;
    for (std::size_t i = 0; i < count; ++i) {
        examples.push_back({-5.9 + 1e-3 * static_cast<double>(i % 500), -5.9 + 1e-3 * static_cast<double>(i / 500),
                            static_cast<double>(i % 2), i % 3 == 0 ? Role::test : Role::train});
    }
    return std::make_shared<const DataSet>(std::move(examples));
}

DataSetPtr pointsFarAway() {
    return std::make_shared<const DataSet>(std::vector<Example>{{100, 100, 0}, {200, 200, 1}});
}

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void init() {
        laboratory_ = std::make_unique<Laboratory>();
        laboratory_->editData(std::make_shared<const DataSet>(), QStringLiteral("Clear"));
        panel_ = std::make_unique<CanvasPanel>(*laboratory_);
        panel_->resize(380, 500);
        panel_->show();
        canvas_ = panel_->findChild<BoundaryCanvas*>();
        undoEntries_ = laboratory_->undoStack().count();
    }

    void cleanup() {
        panel_.reset();
        laboratory_.reset();
    }

    // The colour field

    void fieldColoursFollowTheNetworksOutput() {
        const FieldColours colours = fieldColours();
        Matrix<float> yHat(2, 3);
        yHat << 0, 0.5F, 1, -3, std::numeric_limits<float>::quiet_NaN(), 7;
        const QImage image = fieldImage(yHat, colours);
        QCOMPARE(image.size(), QSize(3, 2));
        QCOMPARE(image.pixel(0, 0), colours.front());
        QCOMPARE(image.pixel(2, 0), colours[255]);
        QCOMPARE(image.pixel(0, 1), colours.front());
        QCOMPARE(image.pixel(2, 1), colours[255]);
        QCOMPARE(image.pixel(1, 1), diverging(std::nanf("")));
        const QColor class0 = colours.front();
        const QColor class1 = colours[255];
        QVERIFY(std::abs(class0.hsvHue() - Theme::current().class0.hsvHue()) < 6);
        QVERIFY(std::abs(class1.hsvHue() - Theme::current().class1.hsvHue()) < 6);
        const QColor middle = image.pixel(1, 0);
        const QColor neutral = Theme::current().neutral;
        QVERIFY(std::abs(middle.red() - neutral.red()) + std::abs(middle.green() - neutral.green()) +
                    std::abs(middle.blue() - neutral.blue()) <
                6);
    }

    void theFieldIsPaintedWhereItsRegionIs() {
        QTRY_VERIFY(laboratory_->picture());
        auto picture = std::make_shared<Picture>(*laboratory_->picture());
        picture->boundary = Matrix<float>::Zero(16, 16);
        picture->boundary.leftCols(8).setOnes();
        picture->view.region = Region{-6, 0, -6, 6}; // the left half of what is shown
        QImage image(120, 120, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        FieldLayer().paint(painter, {Region{}, image.rect()}, picture);
        painter.end();
        QCOMPARE(image.pixel(10, 60), fieldColours()[255]);
        QCOMPARE(image.pixel(50, 60), fieldColours().front());
        QCOMPARE(image.pixel(90, 60), qRgb(0, 0, 0));
        QVERIFY(qGray(image.pixel(30, 60)) < 80); // the line between them
    }

    // The cached examples

    void anImageThatGrewEqualsOnePaintedAtOnce() {
        GeneratorSettings settings;
        settings.generator = Generator::spirals;
        settings.examples = 900;
        const DataSet all = generate(settings);
        for (const double scale : {1.0, 1.5, 2.0}) {
            const int side = static_cast<int>(300 * scale);
            PointLayer grown;
            for (const std::size_t count : {0, 1, 10, 300, 900}) {
                std::vector<Example> part(all.examples().begin(),
                                          all.examples().begin() + static_cast<std::ptrdiff_t>(count));
                grown.image(std::make_shared<const DataSet>(std::move(part)), Region{}, side, scale);
            }
            const auto data = std::make_shared<const DataSet>(all);
            PointLayer atOnce;
            QCOMPARE(grown.image(data, Region{}, side, scale), atOnce.image(data, Region{}, side, scale));
        }
    }

    void anImageIsPaintedAnewWhenAnythingElseChanges() {
        const auto data = manyExamples(200);
        auto changed = data->examples();
        changed[7].y = 1 - changed[7].y;
        const auto other = std::make_shared<const DataSet>(std::move(changed));
        const auto fewer = manyExamples(150);
        const auto more = manyExamples(1001); // smaller markers
        PointLayer layer;
        const auto same = [&](const DataSetPtr& examples, const Region& region, int side) {
            PointLayer fresh;
            return layer.image(examples, region, side, 1) == fresh.image(examples, region, side, 1);
        };
        QVERIFY(same(data, Region{}, 300));
        QVERIFY(same(other, Region{}, 300));
        QVERIFY(same(fewer, Region{}, 300));
        QVERIFY(same(more, Region{}, 300));
        QVERIFY(same(more, Region{-8, 8, -8, 8}, 300));
        QVERIFY(same(more, Region{-8, 8, -8, 8}, 200));
    }

    // Drawing

    void aStrokeAddsPointsOfTheChosenClassAndIsOneUndoEntry() {
        action(Qt::Key_2)->trigger();
        press({100, 100});
        move({140, 100});
        move({180, 120});
        release({180, 120});
        QVERIFY(examples().size() > 20);
        const double radius = canvas_->toolSettings().radius * laboratory_->region().width();
        for (const Example& e : examples()) {
            QCOMPARE(e.label(), 1);
            const QPointF at = canvas_->mapping().toScreen(placeOf(e));
            const double y = std::clamp(100 + (at.x() - 140) / 2, 100.0, 120.0); // the path
            const PlanePoint path = canvas_->mapping().toPlane({std::clamp(at.x(), 100.0, 180.0), y});
            QVERIFY(distance(placeOf(e), path) <= radius * 1.2);
        }
        QCOMPARE(laboratory_->undoStack().count(), undoEntries_ + 1);
        laboratory_->undoStack().undo();
        QVERIFY(examples().empty());
    }

    void twoStrokesAreTwoUndoEntries() {
        for (const double x : {80.0, 200.0}) {
            press({x, 100});
            release({x, 100});
        }
        QCOMPARE(laboratory_->undoStack().count(), undoEntries_ + 2);
        laboratory_->undoStack().undo();
        QVERIFY(!examples().empty());
    }

    void someOfTheDrawnPointsAreForTesting() {
        laboratory_->setTestShare(0.25);
        press({60, 60});
        move({280, 280});
        release({280, 280});
        const double share =
            static_cast<double>(laboratory_->data()->count(Role::test)) / static_cast<double>(examples().size());
        QVERIFY(std::abs(share - 0.25) < 0.05);
    }

    void theRightButtonDrawsTheOtherClass() {
        press({100, 100}, Qt::RightButton);
        release({100, 100}, Qt::RightButton);
        QVERIFY(!examples().empty());
        for (const Example& e : examples()) {
            QCOMPARE(e.label(), 1);
        }
    }

    void aFastStrokeHasNoHoles() {
        press({60, 150});
        move({300, 150});
        release({300, 150});
        for (double x = 60; x <= 300; x += 5) {
            const PlanePoint place = canvas_->mapping().toPlane({x, 150});
            QVERIFY(nearestExample(examples(), place, canvas_->toolSettings().radius * laboratory_->region().width()));
        }
    }

    void aSinglePointIsPutWhereOneClicks() {
        action(Qt::Key_P)->trigger();
        press({120, 130});
        move({200, 200});
        release({200, 200});
        QCOMPARE(examples().size(), std::size_t{1});
        QVERIFY(distance(placeOf(examples()[0]), canvas_->mapping().toPlane({120, 130})) < 1e-12);
        QCOMPARE(examples()[0].label(), 0);
    }

    void nothingIsDrawnAfterTheRelease() {
        press({100, 100});
        release({100, 100});
        const auto count = examples().size();
        move({200, 200}, Qt::NoButton);
        QCOMPARE(examples().size(), count);
    }

    void aStrokeEndsWhenTheFocusOrTheButtonIsLost() {
        press({100, 100});
        QFocusEvent focusOut(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
        QApplication::sendEvent(canvas_, &focusOut);
        const auto count = examples().size();
        move({200, 200});
        QCOMPARE(examples().size(), count);

        press({100, 100});
        const auto countOfBoth = examples().size();
        move({110, 110}, Qt::NoButton); // the release was given to another window
        move({200, 200});
        QCOMPARE(examples().size(), countOfBoth);
    }

    void nothingIsDrawnOutsideThePlane() {
        ToolSettings dense = canvas_->toolSettings();
        dense.density = ToolSettings::maxDensity;
        canvas_->setToolSettings(dense);
        const QRectF frame = canvas_->mapping().frame;
        press({frame.right() - 1, 100});
        move({frame.right() + 300, 100});
        release({frame.right() + 300, 100});
        QVERIFY(!examples().empty());
        for (const Example& e : examples()) {
            QVERIFY(contains(Region{}, placeOf(e)));
        }
        const auto count = examples().size();
        press({100, frame.bottom() + 3}); // on the readout
        release({100, frame.bottom() + 3});
        QCOMPARE(examples().size(), count);
    }

    void theEraserRemovesWhatItPassesOver() {
        laboratory_->editData(std::make_shared<const DataSet>(std::vector<Example>{{0, 0}, {2, 0}, {0, 4}}),
                              QStringLiteral("Points"));
        const auto entries = laboratory_->undoStack().count();
        action(Qt::Key_E)->trigger();
        const PlaneMapping plane = canvas_->mapping();
        press(plane.toScreen({-1, 0}));
        move(plane.toScreen({1, 0}));
        move(plane.toScreen({3, 0}));
        release(plane.toScreen({3, 0}));
        QCOMPARE(examples(), (std::vector<Example>{{0, 4}}));
        QCOMPARE(laboratory_->undoStack().count(), entries + 1);
    }

    void shiftErases() {
        laboratory_->editData(std::make_shared<const DataSet>(std::vector<Example>{{0, 0}}), QStringLiteral("Point"));
        press(canvas_->mapping().toScreen({0, 0}), Qt::LeftButton, Qt::ShiftModifier);
        release(canvas_->mapping().toScreen({0, 0}));
        QVERIFY(examples().empty());
    }

    void aStrokeFarFromTheMiddleIsDrawnToItsEndUnderAViewThatHoldsStill() {
        laboratory_->editData(pointsFarAway(), QStringLiteral("Far"));
        const Region before = laboratory_->region();
        const PlaneMapping plane = canvas_->mapping();
        const QSignalSpy regions(laboratory_.get(), &Laboratory::regionChanged);
        const double side = plane.frame.width();
        const double radius = canvas_->toolSettings().radius * before.width();
        for (const double y : {0.02 * side, 0.5 * side, 0.98 * side}) { // also where only the margin is
            press({0.01 * side, y});
            for (int i = 1; i < 100; ++i) {
                move({0.01 * i * side, y});
                QCOMPARE(canvas_->mapping().region, before);
            }
            release({0.99 * side, y});
            for (int i = 1; i < 100; ++i) {
                QVERIFY(nearestExample(examples(), plane.toPlane({0.01 * i * side, y}), radius));
            }
        }
        QCOMPARE(regions.count(), 0);
        laboratory_->undoStack().undo();
        QCOMPARE(laboratory_->region(), before);
    }

    void theViewHoldsStillInMidStrokeWhenOtherDataArrives() {
        const Region before = laboratory_->region();
        press({60, 60});
        laboratory_->editData(pointsFarAway(), QStringLiteral("Far"));
        QVERIFY(laboratory_->region() != before);
        QCOMPARE(canvas_->mapping().region, before);
        release({60, 60});
        QCOMPARE(canvas_->mapping().region, laboratory_->region());
    }

    void theViewFollowsDataThatAreReplacedOrUndone() {
        const Region usual = laboratory_->region();
        laboratory_->editData(pointsFarAway(), QStringLiteral("Far"));
        const Region far = laboratory_->region();
        QVERIFY(far != usual);
        laboratory_->generateData({});
        QCOMPARE(laboratory_->region(), usual);
        laboratory_->undoStack().undo();
        QCOMPARE(laboratory_->region(), far);
        laboratory_->editData(std::make_shared<const DataSet>(), QStringLiteral("Clear"));
        QCOMPARE(laboratory_->region(), usual);
        constexpr int stroke = 1'000'000;
        laboratory_->editData(pointsFarAway(), QStringLiteral("Outside"), stroke);
        QCOMPARE(laboratory_->region(), far);
    }

    void aFullCanvasSaysSoOnceAndTakesNoMore() {
        laboratory_->editData(manyExamples(DataSet::maxExamples - 2), QStringLiteral("Many"));
        const QSignalSpy said(laboratory_.get(), &Laboratory::said);
        press({200, 100});
        move({260, 100});
        move({300, 100});
        release({300, 100});
        QCOMPARE(examples().size(), DataSet::maxExamples);
        QCOMPARE(said.count(), 1);
        QVERIFY(said[0][1].toBool());
    }

    // Keyboard

    void theKeyboardDrawsAtACrosshair() {
        action(Qt::Key_P)->trigger();
        canvas_->setFocus();
        QTest::keyClick(canvas_, Qt::Key_Return); // there is no crosshair yet
        QVERIFY(examples().empty());
        QTest::keyClick(canvas_, Qt::Key_Right, Qt::ControlModifier); // it appears in the middle
        QTest::keyClick(canvas_, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(canvas_, Qt::Key_Return);
        QCOMPARE(examples().size(), std::size_t{1});
        QVERIFY(examples()[0].x1 > 0 && std::abs(examples()[0].x2) < 1e-9);
        QTest::keyClick(canvas_, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(examples().empty());
        QTest::keyClick(canvas_, Qt::Key_Escape);
        QTest::keyClick(canvas_, Qt::Key_Return);
        QVERIFY(examples().empty());
    }

    void bracketsChangeTheRadius() {
        const double before = canvas_->toolSettings().radius;
        action(Qt::Key_BracketRight)->trigger();
        QVERIFY(canvas_->toolSettings().radius > before);
        action(Qt::Key_BracketLeft)->trigger();
        QCOMPARE(canvas_->toolSettings().radius, before);
    }

    void onlyTheToolsOwnSettingsAreShown() {
        const auto shown = [&] {
            int count = 0;
            for (const QSlider* slider : panel_->findChildren<QSlider*>()) {
                count += slider->isVisible() ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(shown(), 2);
        action(Qt::Key_E)->trigger();
        QCOMPARE(shown(), 1);
        action(Qt::Key_P)->trigger();
        QCOMPARE(shown(), 0);
        action(Qt::Key_D)->trigger();
        QCOMPARE(shown(), 2);
    }

    // What is said about it

    void theReadoutShowsTheNetworksNumbersOnlyWhenTheyAreCurrent() {
        const auto data = std::make_shared<const DataSet>(std::vector<Example>{{1, 1, 1}, {-1, -1, 0, Role::test}});
        laboratory_->editData(data, QStringLiteral("Points"));
        move(canvas_->mapping().toScreen({1, 1}), Qt::NoButton);
        QTRY_VERIFY(laboratory_->picture() && laboratory_->picture()->snapshot->data == data);
        QVERIFY(canvas_->readout().contains(QStringLiteral("ŷ")));
        QVERIFY(canvas_->readout().contains(QStringLiteral("ℒ")));
        QVERIFY(canvas_->readout().contains(QStringLiteral("y = 1 (train)")));

        laboratory_->editData(std::make_shared<const DataSet>(*data), QStringLiteral("Other")); // no picture of it yet
        QVERIFY(!canvas_->readout().contains(QStringLiteral("ŷ")));
        QVERIFY(canvas_->readout().contains(QStringLiteral("y = 1 (train)")));
    }

    void theEndsOfTheViewAreToldApart_data() {
        QTest::addColumn<Region>("region");
        QTest::addColumn<QString>("readout");
        QTest::newRow("usual") << Region{} << QStringLiteral("x₁ → −6 … 6   x₂ ↑ −6 … 6");
        QTest::newRow("near 1000") << Region{998.8402, 1001.1598, -1.1598, 1.1598}
                                   << QStringLiteral("x₁ → 998.84 … 1001.16   x₂ ↑ −1.16 … 1.16");
        QTest::newRow("near a million") << Region{999'950, 1'000'050, -50, 50}
                                        << QStringLiteral("x₁ → 999950 … 1000050   x₂ ↑ −50 … 50");
        QTest::newRow("a million wide") << Region{-8e4, 1.08e6, -5.8e5, 5.8e5}
                                        << QStringLiteral("x₁ → −80000 … 1080000   x₂ ↑ −580000 … 580000");
        QTest::newRow("at 0") << Region{-1e-9, 12, 0, 12} << QStringLiteral("x₁ → 0 … 12   x₂ ↑ 0 … 12");
    }

    void theEndsOfTheViewAreToldApart() {
        QFETCH(Region, region);
        QFETCH(QString, readout);
        QCOMPARE(Readout::ofRegion(region), readout);
    }

    void thePlaneIsInTheMiddleOfItsRoom() {
        for (const QSize size : {QSize(380, 500), QSize(380, 300), QSize(200, 500)}) {
            canvas_->resize(size);
            const QRectF frame = canvas_->mapping().frame;
            QVERIFY(std::abs(frame.left() - (canvas_->width() - frame.right())) <= 1);
            QVERIFY(canvas_->rect().contains(frame.toAlignedRect()));
        }
    }

    void theDescriptionCountsThePoints() {
        QVERIFY(!canvas_->accessibleName().isEmpty());
        const QString empty = canvas_->accessibleDescription();
        laboratory_->editData(manyExamples(30), QStringLiteral("Points"));
        QVERIFY(canvas_->accessibleDescription() != empty);
        QVERIFY(canvas_->accessibleDescription().contains(QStringLiteral("15")));
        QVERIFY(canvas_->accessibleDescription().contains(QStringLiteral("10")));
    }

    void everyStateIsPainted() {
        QTRY_VERIFY(laboratory_->picture());
        QVERIFY(!panel_->grab().isNull());
        laboratory_->editData(manyExamples(20'000), QStringLiteral("Many"));
        move({100, 100}, Qt::NoButton);
        for (const ThemeChoice choice : {ThemeChoice::dark, ThemeChoice::light}) {
            applyTheme(*qApp, choice);
            const QImage image = canvas_->grab().toImage();
            QCOMPARE(image.pixelColor(image.width() - 1, image.height() - 1), Theme::current().panel);
        }
    }

private:
    const std::vector<Example>& examples() const { return laboratory_->data()->examples(); }

    QAction* action(Qt::Key key) const {
        for (QAction* action : panel_->actions()) {
            if (action->shortcut() == QKeySequence(key)) {
                return action;
            }
        }
        qFatal("no action has this key");
    }

    void send(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons,
              Qt::KeyboardModifiers modifiers) {
        QMouseEvent event(type, at, canvas_->mapToGlobal(at), button, buttons, modifiers);
        QApplication::sendEvent(canvas_, &event);
    }
    void press(QPointF at, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
        send(QEvent::MouseButtonPress, at, button, button, modifiers);
    }
    void move(QPointF at, Qt::MouseButtons buttons = Qt::LeftButton) {
        send(QEvent::MouseMove, at, Qt::NoButton, buttons, {});
    }
    void release(QPointF at, Qt::MouseButton button = Qt::LeftButton) {
        send(QEvent::MouseButtonRelease, at, button, Qt::NoButton, {});
    }

    std::unique_ptr<Laboratory> laboratory_;
    std::unique_ptr<CanvasPanel> panel_;
    BoundaryCanvas* canvas_ = nullptr;
    int undoEntries_ = 0;
};

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"
