#include "ui/backprop/equation/matrix_grid.h"

#include <QScrollBar>
#include <QtTest>
#include <limits>

#include "ui/backprop/equation/entry_text.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

/// The entry at (row, column) is 1000 row + column; every reading is counted.
struct Counted {
    Operand operand;
    std::shared_ptr<int> readings = std::make_shared<int>(0);

    Counted(Eigen::Index rows, Eigen::Index columns) {
        operand.base = "A[1]";
        operand.rows = {Axis::Of::units, 1, rows};
        operand.columns = {Axis::Of::examples, 0, columns};
        operand.at = [readings = readings](Eigen::Index row, Eigen::Index column) {
            ++*readings;
            return static_cast<double>(1000 * row + column);
        };
    }
};

} // namespace

class MatrixGridTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void readsOnlyWhatIsVisible() {
        Counted counted(128, 2000);
        MatrixGrid grid;
        grid.resize(400, 200);
        grid.show(counted.operand, 2);
        grid.grab();
        *counted.readings = 0;
        grid.grab();
        QVERIFY(*counted.readings > 20);
        QVERIFY2(*counted.readings <= 200, qPrintable(QString::number(*counted.readings)));
        grid.horizontalScrollBar()->setValue(grid.horizontalScrollBar()->maximum());
        grid.verticalScrollBar()->setValue(grid.verticalScrollBar()->maximum());
        *counted.readings = 0;
        grid.grab();
        QVERIFY(*counted.readings > 20 && *counted.readings <= 200);
        const auto last = grid.placeAt(grid.rectOf({127, 1999}).center());
        QCOMPARE(last, (std::optional<MatrixGrid::Place>({127, 1999})));
    }

    void looksForTheLargestEntryAmongAFew() {
        Counted counted(128, 2000);
        MatrixGrid grid;
        grid.show(counted.operand, 2);
        QVERIFY2(*counted.readings <= 4200, qPrintable(QString::number(*counted.readings)));
    }

    void scrollsToWhatIsLit() {
        Counted counted(128, 2000);
        MatrixGrid grid;
        grid.resize(400, 200);
        grid.show(counted.operand, 2);
        grid.light({{{100, 1500}, {100, 1501}}}, true);
        QVERIFY(grid.viewport()->rect().contains(grid.rectOf({100, 1500})));
    }

    void tellsTheEntryUnderTheMouseAndThatItWasLeft() {
        Counted counted(3, 4);
        MatrixGrid grid;
        grid.resize(grid.sizeHint());
        grid.show(counted.operand, 2);
        grid.resize(grid.sizeHint());
        QSignalSpy hovered(&grid, &MatrixGrid::hovered);
        QMouseEvent move(QEvent::MouseMove, grid.rectOf({2, 3}).center(), QPointF(), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(grid.viewport(), &move);
        QCOMPARE(hovered.size(), 1);
        QCOMPARE(hovered.last().first().value<std::optional<MatrixGrid::Place>>(),
                 (std::optional<MatrixGrid::Place>({2, 3})));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(grid.viewport(), &leave);
        QVERIFY(!hovered.last().first().value<std::optional<MatrixGrid::Place>>());
    }

    void theArrowsStayInside() {
        Counted counted(2, 3);
        MatrixGrid grid;
        grid.show(counted.operand, 2);
        grid.choose(MatrixGrid::Place{0, 0});
        QSignalSpy chosen(&grid, &MatrixGrid::chosen);
        connect(&grid, &MatrixGrid::chosen, &grid, [&grid](const MatrixGrid::Place& place) { grid.choose(place); });
        for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Left, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right}) {
            QTest::keyClick(&grid, key);
        }
        QCOMPARE(chosen.last().first().value<MatrixGrid::Place>(), (MatrixGrid::Place{1, 1}));
    }

    void writesNumbersSoThatTheyCanBeRead() {
        QCOMPARE(entryText(0, 2), QStringLiteral("0.00"));
        QCOMPARE(entryText(-0.5, 2), QStringLiteral("−0.50"));
        QCOMPARE(entryText(0.0012, 2), QStringLiteral("1.2e−3"));
        QCOMPARE(entryText(0.0012, 4), QStringLiteral("0.0012"));
        QCOMPARE(entryText(-3.26e-12, 3), QStringLiteral("−3.3e−12"));
        QCOMPARE(entryText(123456, 2), QStringLiteral("1.2e5"));
        QCOMPARE(entryText(std::numeric_limits<double>::infinity(), 2), QStringLiteral("∞"));
        QCOMPARE(entryText(std::numeric_limits<double>::quiet_NaN(), 2), QStringLiteral("NaN"));
    }
};

QTEST_MAIN(MatrixGridTest)
#include "matrix_grid_test.moc"
