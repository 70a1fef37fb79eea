#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>
#include <cmath>
#include <limits>
#include <memory>

#include "ui/live/laboratory.h"
#include "ui/plots/axis_steps.h"
#include "ui/plots/cost_panel.h"
#include "ui/plots/cost_plot.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<CostPoint> fallingCosts(std::int64_t count, std::int64_t stride = 1) {
    std::vector<CostPoint> costs;
    for (std::int64_t i = 0; i < count; ++i) {
        const double t = static_cast<double>(i);
        costs.push_back({i * stride, 0.7 / (1 + 0.01 * t) + 0.02 * std::abs(std::sin(t)), 0.75 / (1 + 0.008 * t)});
    }
    return costs;
}

} // namespace

class CostPlotTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void init() {
        plot_ = std::make_unique<CostPlot>();
        plot_->resize(340, 260);
        plot_->show();
    }

    void cleanup() { plot_.reset(); }

    void holdsTheHistorysPoints() {
        const auto costs = fallingCosts(8192, 7);
        plot_->showCosts(costs, false);
        for (int graph = 0; graph < 2; ++graph) {
            const auto& data = *plot_->graph(graph)->data();
            QCOMPARE(data.size(), 8192);
            for (int i : {0, 1, 4000, 8191}) {
                const CostPoint& point = costs[static_cast<std::size_t>(i)];
                QCOMPARE(data.at(i)->key, static_cast<double>(point.iteration));
                QCOMPARE(data.at(i)->value, graph == 0 ? point.train : point.test);
            }
        }
        QVERIFY(plot_->xAxis->range().contains(8191.0 * 7));
        QVERIFY(plot_->yAxis->range().contains(0.7));
    }

    void zerosOnTheLogarithmicAxisLieOnItsEdge() {
        plot_->setLogarithmic(true);
        plot_->showCosts({{0, 0.7, 0.8}, {1, 0.03, 0}, {2, 0, 0.01}}, false);
        const QCPRange range = plot_->yAxis->range();
        QVERIFY(range.lower > 0 && range.lower <= 0.01);
        QCOMPARE(plot_->graph(0)->data()->at(2)->value, range.lower);
        QCOMPARE(plot_->graph(1)->data()->at(1)->value, range.lower);
    }

    void onlyZerosDontBreakTheLogarithmicAxis() {
        plot_->setLogarithmic(true);
        plot_->showCosts({{0, 0, 0}, {1, 0, kNaN}}, false);
        const QCPRange range = plot_->yAxis->range();
        QVERIFY(range.lower > 0 && range.upper > range.lower);
    }

    void whatIsNotFiniteIsAGap() {
        plot_->showCosts({{0, 0.7, kNaN}, {1, kInfinity, kNaN}, {2, 0.5, kNaN}}, true);
        QVERIFY(std::isnan(plot_->graph(0)->data()->at(1)->value));
        QVERIFY(std::isfinite(plot_->yAxis->range().upper));
        QCOMPARE(plot_->yAxis->range().upper, 0.8);
    }

    void divergenceIsMarkedUntilTheNextRun() {
        const auto marks = [&] {
            int visible = 0;
            for (int i = 0; i < plot_->itemCount(); ++i) {
                visible += plot_->item(i)->visible() ? 1 : 0;
            }
            return visible;
        };
        plot_->showCosts(fallingCosts(50), true);
        QCOMPARE(marks(), 2); // line and label
        plot_->showCosts(fallingCosts(1), false);
        QCOMPARE(marks(), 0);
    }

    void theAxisMovesInSteps() {
        int moves = 0;
        double upper = 0;
        for (std::int64_t iterations = 1; iterations <= 1000; ++iterations) {
            plot_->showCosts({{0, 0.7, 0.7}, {iterations * 100, 0.5, 0.5}}, false);
            moves += plot_->xAxis->range().upper != upper ? 1 : 0;
            upper = plot_->xAxis->range().upper;
            QVERIFY(upper >= static_cast<double>(iterations * 100));
        }
        QVERIFY2(moves <= 24, qPrintable(QString::number(moves)));
    }

    void aLookCloserStaysUntilHome() {
        plot_->showCosts(fallingCosts(1000), false);
        plot_->setFocus();
        QTest::keyClick(plot_.get(), Qt::Key_Plus);
        QVERIFY(!plot_->isFollowing());
        const QCPRange closer = plot_->xAxis->range();
        plot_->showCosts(fallingCosts(5000), false);
        QCOMPARE(plot_->xAxis->range(), closer);
        QTest::keyClick(plot_.get(), Qt::Key_Home);
        QVERIFY(plot_->isFollowing());
        QVERIFY(plot_->xAxis->range().contains(4999));

        plot_->xAxis->setRange(-500, 1e9); // as a drag or the wheel does
        QVERIFY(plot_->xAxis->range().lower >= 0);
        QTest::mouseDClick(plot_.get(), Qt::LeftButton, {}, QPoint(150, 100));
        QVERIFY(plot_->isFollowing());
    }

    void hoverTellsTheNearestPoint() {
        plot_->showCosts({{0, 0.7, 0.8}, {60, 0.25, 0.3125}, {100, 0.1, 0.2}}, false);
        const QPointF mouse(plot_->xAxis->coordToPixel(55), 100);
        QMouseEvent move(QEvent::MouseMove, mouse, plot_->mapToGlobal(mouse), Qt::NoButton, {}, {});
        QApplication::sendEvent(plot_.get(), &move);
        auto* label = qobject_cast<QCPItemText*>(plot_->item(3));
        QVERIFY(label->visible());
        QVERIFY(label->text().contains(QStringLiteral("60")));
        QVERIFY(label->text().contains(QStringLiteral("0.2500")));
        QVERIFY(label->text().contains(QStringLiteral("0.3125")));
    }

    void coloursFollowTheTheme() {
        for (const ThemeChoice choice : {ThemeChoice::dark, ThemeChoice::light}) {
            applyTheme(*qApp, choice);
            QCOMPARE(plot_->graph(0)->pen().color(), Theme::current().text);
            QCOMPARE(plot_->graph(1)->pen().color(), Theme::current().testCurve);
            QCOMPARE(plot_->xAxis->tickLabelColor(), Theme::current().quietText);
            QCOMPARE(plot_->grab().toImage().pixelColor(2, 2), Theme::current().panel);
        }
    }

    void thePanelShowsTheRun() {
        Laboratory laboratory;
        CostPanel panel(laboratory);
        panel.show();
        QTRY_VERIFY(laboratory.picture());
        for (int i = 1; i <= 3; ++i) {
            laboratory.step();
            QTRY_COMPARE(laboratory.picture()->snapshot->iteration, i);
        }
        const auto& costs = laboratory.picture()->snapshot->costs;
        QCOMPARE(panel.plot().graph(0)->data()->size(), static_cast<int>(costs.size()));
        QCOMPARE(panel.plot().graph(0)->data()->at(3)->value, costs[3].train);
        QVERIFY(panel.plot().accessibleDescription().contains(QStringLiteral("3")));

        panel.findChild<QToolButton*>(QStringLiteral("logarithmic"))->click();
        QVERIFY(panel.plot().isLogarithmic());
        panel.findChild<QToolButton*>(QStringLiteral("linear"))->click();
        QVERIFY(!panel.plot().isLogarithmic());
    }

    void theSameCurveIsNotDrawnAgain() {
        Laboratory laboratory;
        CostPanel panel(laboratory);
        panel.show();
        QTRY_VERIFY(laboratory.picture());
        const QSignalSpy replots(&panel.plot(), &QCustomPlot::afterReplot);
        emit laboratory.pictureChanged();
        QCOMPARE(replots.count(), 0);
    }

    void stepsOfTheAxes() {
        QCOMPARE(niceAbove(0.71), 0.8);
        QCOMPARE(niceAbove(100), 100.0);
        QCOMPARE(niceAbove(101), 150.0);
        QCOMPARE(niceAbove(0), 1.0);
        QCOMPARE(niceAbove(kInfinity), 1.0);
        QCOMPARE(niceBelow(0.07), 0.05);
        QCOMPARE(niceBelow(0.001), 0.001);
        const QVector<double> expected{0.1, 0.2, 0.3, 0.5, 0.7};
        const QVector<double> ticks = logarithmicTicks(0.1, 0.8);
        QCOMPARE(ticks.size(), expected.size());
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            QVERIFY(qFuzzyCompare(ticks[i], expected[i]));
        }
        QVERIFY(logarithmicTicks(1e-30, 1e30).size() <= 9);
    }

private:
    std::unique_ptr<CostPlot> plot_;
};

QTEST_MAIN(CostPlotTest)
#include "cost_plot_test.moc"
