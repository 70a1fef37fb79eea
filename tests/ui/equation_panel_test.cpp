#include "ui/backprop/equation/equation_panel.h"

#include <QtTest>

#include "core/data/generators.h"
#include "core/training/trainer.h"
#include "ui/backprop/equation/entry_text.h"
#include "ui/backprop/equation/equation_text.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

Derivation sumOf(Eigen::Index terms) {
    Derivation d;
    d.before = {{"1/", {}, {}}, {{}, static_cast<double>(terms), {}}, {" · (", {}, {}}};
    d.terms = terms;
    d.term = [](Eigen::Index i) { return std::vector<Piece>{{{}, -1.0 - static_cast<double>(i), Cell{1, 0, i}}}; };
    d.after = {{")", {}, {}}};
    return d;
}

/// A walk's equation of the smallest network with three examples.
Equation equationOf(Operation operation, int layer) {
    Hyperparameters h;
    h.hiddenLayers = {{2, Activation::tanh}};
    const Trainer<float> trainer(DataSet({{1, 2, 1}, {-1, 0.5, 0}, {0.5, -1, 1}}), h);
    return perceptible::equationOf<float>(trainer.nextIteration(), {operation, layer}, false);
}

} // namespace

class EquationPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void writesEveryOneOfAFewTerms() {
        QCOMPARE(numbersText(sumOf(3), 4, 6), QStringLiteral("1/3 · (−1 + (−2) + (−3))"));
        QCOMPARE(numbersText(sumOf(3), 4, 3), QStringLiteral("1/3 · (−1 + (−2) + (−3))"));
    }

    void keepsTheFirstAndTheLastOfManyTerms() {
        QCOMPARE(numbersText(sumOf(400), 4, 3), QStringLiteral("1/400 · (−1 + (−2) + … + (−400))"));
        QCOMPARE(numbersText(sumOf(400), 4, 2), QStringLiteral("1/400 · (−1 + … + (−400))"));
    }

    void writesNumbersThatCanBeCheckedByHand() {
        QCOMPARE(significantText(0.0037123456, 5), QStringLiteral("0.0037123"));
        QCOMPARE(significantText(-1.5e-7, 5), QStringLiteral("−1.5e−7"));
        QCOMPARE(significantText(1.0 / 3, 12), QStringLiteral("0.3333333")); // a float has no more
    }

    void breaksALineBeforeASign() {
        const QFontMetrics metrics(fontFor(TextRole::line));
        const QString text = QStringLiteral("a = 1/3 · (0.25·(−0.5) + 0.75·0.125 + 0.5·0.25)");
        const int whole = metrics.horizontalAdvance(text);
        QCOMPARE(brokenText(text, metrics, whole, 0), QStringList{text});
        const QStringList two = brokenText(text, metrics, whole - 1, 0);
        QCOMPARE(two,
                 (QStringList{QStringLiteral("a = 1/3 · (0.25·(−0.5) + 0.75·0.125"), QStringLiteral("+ 0.5·0.25)")}));
        QCOMPARE(brokenText(text, metrics, whole, 1), two); // what comes behind it has no room otherwise
        for (int width = 200; width < whole; width += 7) {
            const QStringList lines = brokenText(text, metrics, width, 0);
            QCOMPARE(lines.join(QLatin1Char(' ')), text);
            QVERIFY(std::ranges::all_of(lines,
                                        [&](const QString& line) { return metrics.horizontalAdvance(line) <= width; }));
        }
    }

    /// Row by row, also beside a matrix whose columns have numbers.
    void theRowsOfAllItsMatricesAreInLine() {
        EquationPanel panel;
        panel.resize(900, 300);
        panel.show(equationOf(Operation::linearForward, 1), 2);
        for (std::size_t k = 1; k < 4; ++k) {
            QCOMPARE(panel.grid(k).rectOf({1, 0}).top(), panel.grid(0).rectOf({1, 0}).top());
        }
    }

    void itsNumbersAreAsLargeAsThereIsRoomFor() {
        EquationPanel panel;
        const auto sizeAt = [&panel](int width, int height) {
            panel.resize(width, height);
            panel.show(equationOf(Operation::linearForward, 1), 2);
            return panel.grid(0).font().pixelSize();
        };
        panel.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const int small = sizeAt(450, 160);
        const int large = sizeAt(1000, 300);
        QVERIFY(large > small);
        QCOMPARE(small, fontFor(TextRole::caption).pixelSize());
        for (std::size_t k = 0; k < 4; ++k) {
            QCOMPARE(panel.grid(k).font().pixelSize(), large);
            QTRY_VERIFY(!panel.grid(k).verticalScrollBar()->isVisible());
        }
        QCOMPARE(sizeAt(450, 160), small);
    }

    /// However many examples there are, an entry is as quickly looked at.
    void makesNoTermThatIsNotWritten() {
        constexpr Eigen::Index m = 1'000'000;
        auto made = std::make_shared<int>(0);
        Operand J;
        J.base = "J";
        J.at = [](Eigen::Index, Eigen::Index) { return 1.0; };
        Operand loss = J;
        loss.columns = {Axis::Of::examples, 0, m};
        Equation mean{{J, loss}, {"", " = ", ""}, [made](Eigen::Index, Eigen::Index) {
                          Derivation d = sumOf(m);
                          d.term = [made, term = d.term](Eigen::Index i) {
                              ++*made;
                              return term(i);
                          };
                          d.termsAreExamples = true;
                          return d;
                      }};
        EquationPanel panel;
        panel.resize(900, 300);
        panel.show(mean, 2, 41);
        QVERIFY(*made > 0);
        QVERIFY2(*made < 40, qPrintable(QString::number(*made)));
        QCOMPARE(panel.grid(1).lit(), (std::vector<MatrixGrid::Stretch>{{{0, 0}, {0, m - 1}}}));
        QCOMPARE(panel.grid(1).framed(), (std::optional<MatrixGrid::Place>({0, 41})));
    }

    /// What is printed of W := W − α dW comes to the printed result, up to its last digit.
    void thePrintedNumbersComeToThePrintedResult() {
        EquationPanel panel;
        panel.resize(900, 300);
        panel.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.show(equationOf(Operation::update, 1), 2);
        for (Eigen::Index row = 0; row < 2; ++row) {
            for (Eigen::Index column = 0; column < 2; ++column) {
                panel.choose({row, column});
                QString line = panel.entryLine();
                line.replace(QChar(0x2212), QLatin1Char('-'));
                const QStringList sides = line.split(QStringLiteral(" = "));
                const QStringList operands = sides.at(1).split(QStringLiteral(" - 0.3 · "));
                const double result = operands.at(0).toDouble() - 0.3 * operands.at(1)
                                                                            .chopped(operands.at(1).endsWith(')'))
                                                                            .mid(operands.at(1).startsWith('('))
                                                                            .toDouble();
                QVERIFY2(std::abs(result - sides.at(2).toDouble()) <= 6e-4 * std::abs(result), qPrintable(line));
            }
        }
    }

    void aFoldedMatrixGivesItsRoomToTheOthers() {
        EquationPanel panel;
        panel.resize(300, 300);
        panel.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.show(equationOf(Operation::linearForward, 1), 4);
        const int before = panel.grid(2).width();
        auto* title = panel.grid(0).parentWidget()->findChild<QToolButton*>();
        title->click();
        QVERIFY(!panel.grid(0).isVisible());
        QVERIFY(panel.grid(2).width() > before);
        title->click();
        QVERIFY(panel.grid(0).isVisible());
        QCOMPARE(panel.grid(2).width(), before);
    }
};

QTEST_MAIN(EquationPanelTest)
#include "equation_panel_test.moc"
