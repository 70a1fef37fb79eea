#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>

#include "core/network/objective.h"
#include "ui/backprop/backprop_bench.h"
#include "ui/backprop/check/gradient_check_page.h"
#include "ui/backprop/check/named_number.h"
#include "ui/backprop/equation/entry_text.h"
#include "ui/backprop/equation/equation_panel.h"
#include "ui/backprop/nudges/nudges_page.h"
#include "ui/backprop/walk/block_chain.h"
#include "ui/backprop/walk/code_panel.h"
#include "ui/backprop/walk/script_button.h"
#include "ui/backprop/walk/walk.h"
#include "ui/backprop/walk/walk_page.h"
#include "ui/bench.h"
#include "ui/diagram/network_diagram.h"
#include "ui/theme/notation.h"
#include "window_in_use.h"

using namespace perceptible;

/// Walking through an iteration with the keyboard and the mouse.
class WindowWalkTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
    }
    void cleanup() { use_.reset(); }

    void theKeyboardIsEnough() {
        enter();
        QCOMPARE(walk().position(), std::size_t{0});
        use_->press(Qt::Key_Right);
        use_->press(Qt::Key_Right);
        QCOMPARE(walk().position(), std::size_t{2});
        QCOMPARE(page().title(), QStringLiteral("ACTIVATION forward (tanh), layer 1: A[1]"));
        use_->press(Qt::Key_Left);
        QCOMPARE(page().title(), QStringLiteral("LINEAR forward, layer 1: Z[1]"));
        QCOMPARE(page().panelOfAll().equationText(), QStringLiteral("Z[1] = W[1] X + b[1]"));
        use_->press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(walk().position(), std::size_t{2});
        use_->press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(walk().position(), std::size_t{4});
        use_->press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(walk().position(), std::size_t{2});
        QCOMPARE(use_->now().iteration, 0);
        use_->press(Qt::Key_End);
        EVENTUALLY(use_->now().iteration == 1);
        QVERIFY(walk().isAtEnd());
        use_->press(Qt::Key_Home);
        EVENTUALLY(use_->now().iteration == 0);
        QCOMPARE(walk().position(), std::size_t{0});
        use_->press(Qt::Key_Space);
        QVERIFY(walk().isPlaying());
        QVERIFY(!use_->laboratory().isRunning());
        use_->press(Qt::Key_Space);
        QVERIFY(!walk().isPlaying());
        use_->press(Qt::Key_Escape);
        QVERIFY(!walk().isActive());
        use_->press(Qt::Key_Right); // the step is the window's again
        EVENTUALLY(use_->now().iteration == 1);
        use_->press(Qt::Key_Space);
        QVERIFY(use_->laboratory().isRunning());
    }

    void theKeyThatBeginsAlsoLeaves() {
        enter();
        use_->press(Qt::Key_B);
        QVERIFY(!walk().isActive());
    }

    void everyNumberShownIsCores() {
        enter();
        const auto iteration = walk().iteration();
        const auto shows = [&](const MatrixGrid& grid, const auto& matrix) {
            for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
                for (Eigen::Index column = 0; column < matrix.cols(); ++column) {
                    if (grid.textAt({row, column}) != entryText(static_cast<double>(matrix(row, column)), 2)) {
                        return false;
                    }
                }
            }
            return grid.operand().rows.count == matrix.rows() && grid.operand().columns.count == matrix.cols();
        };
        EquationPanel& panel = page().panelOfAll();
        const auto& layers = iteration->caches.layers;
        const auto parameters = iteration->before.parameters;
        const auto gradients = iteration->lossGradients;
        const auto after = iteration->after;
        for (const SubStep& step : walk().subSteps()) {
            use_->press(Qt::Key_Right);
            const auto l = static_cast<std::size_t>(step.layer);
            switch (step.operation) {
            case Operation::linearForward:
                QVERIFY(shows(panel.grid(0), layers[l - 1].Z));
                QVERIFY(shows(panel.grid(1), parameters[l - 1].W));
                QVERIFY(shows(panel.grid(3), parameters[l - 1].b));
                break;
            case Operation::activationForward:
                QVERIFY(shows(panel.grid(0), layers[l - 1].A));
                break;
            case Operation::loss:
                QVERIFY(shows(panel.grid(0), iteration->loss));
                break;
            case Operation::activationBackward:
                QVERIFY(shows(panel.grid(0), layers[l - 1].dZ));
                break;
            case Operation::linearBackwardWeights:
                QVERIFY(shows(panel.grid(0), gradients[l - 1].W));
                break;
            case Operation::linearBackwardBias:
                QVERIFY(shows(panel.grid(0), gradients[l - 1].b));
                break;
            case Operation::linearBackwardInput:
                QVERIFY(shows(panel.grid(0), layers[l - 2].dA));
                break;
            case Operation::update:
                if (step.ofBias) {
                    QVERIFY(shows(panel.grid(0), after[l - 1].b));
                } else {
                    QVERIFY(shows(panel.grid(0), after[l - 1].W));
                }
                break;
            default:
                break;
            }
        }
        EVENTUALLY(use_->now().parameters == after);
    }

    void theEntryUnderTheMouseIsExplainedAndItsTermsAreLit() {
        enter();
        goTo({Operation::linearBackwardWeights, 2});
        EquationPanel& panel = page().panelOfAll();
        MatrixGrid& result = panel.grid(0);
        QTest::mouseMove(result.viewport(), result.rectOf({1, 0}).center());
        EVENTUALLY((panel.entry() == MatrixGrid::Place{1, 0}));
        QVERIFY2(panel.entryLine().startsWith(QStringLiteral("dW[2]₂₁ = 1/m · Σᵢ dZ[2]₂ᵢ A[1]₁ᵢ = 1/300 · (")),
                 qUtf8Printable(panel.entryLine()));
        QCOMPARE(panel.grid(1).lit(), (std::vector<MatrixGrid::Stretch>{{{1, 0}, {1, 299}}}));
        QCOMPARE(panel.grid(2).lit(), (std::vector<MatrixGrid::Stretch>{{{0, 0}, {299, 0}}}));
        // The weight is lit in the network.
        QVERIFY(walk().lit());
        QCOMPARE(walk().lit()->layer, 2);
        QCOMPARE(walk().lit()->unit, Eigen::Index{1});
        QCOMPARE(walk().lit()->from, std::optional<Eigen::Index>(0));
    }

    void theArrowsMoveTheEntryWhileItsMatrixHasTheFocus() {
        enter();
        goTo({Operation::linearForward, 1});
        EquationPanel& panel = page().panelOfAll();
        const std::size_t position = walk().position();
        panel.grid(0).setFocus(Qt::TabFocusReason);
        use_->press(Qt::Key_Right);
        use_->press(Qt::Key_Down);
        QCOMPARE(panel.entry(), (MatrixGrid::Place{1, 1}));
        QCOMPARE(walk().position(), position);
        QVERIFY(panel.entryLine().startsWith(QStringLiteral("Z[1]₂₂ = Σₖ W[1]₂ₖ Xₖ₂ + b[1]₂")));
    }

    void homeAndEndAreTheWalksWhileTheExampleIsChosen() {
        enter();
        use_->press(Qt::Key_Right);
        auto* const example = page().findChild<QSpinBox*>();
        example->setFocus(Qt::MouseFocusReason);
        use_->press(Qt::Key_End);
        QVERIFY(walk().isAtEnd());
        use_->press(Qt::Key_Home);
        QCOMPARE(walk().position(), std::size_t{0});
    }

    void escapeInAnOpenListClosesTheListAlone() {
        enter();
        use_->press(Qt::Key_Right);
        auto& pace = *page().findChild<QComboBox*>(QStringLiteral("pace"));
        pace.setFocus(Qt::TabFocusReason);
        pace.showPopup();
        EVENTUALLY(pace.view()->isVisible());
        QTest::keyClick(pace.view()->window()->windowHandle(), Qt::Key_Escape);
        EVENTUALLY(!pace.view()->isVisible());
        QVERIFY(walk().isActive());
        QCOMPARE(walk().position(), std::size_t{1});
    }

    /// From the training that was started beside the walk.
    void theKeyOfTheWalkPausesAlsoWhereItsBenchIsOpen() {
        enter();
        use_->laboratory().play();
        EVENTUALLY(!walk().iteration());
        use_->press(Qt::Key_B);
        EVENTUALLY(walk().iteration());
        QVERIFY(!use_->laboratory().isRunning());
        use_->press(Qt::Key_B);
        QVERIFY(!walk().isActive());
    }

    void aClickOnABiasInTheNetworkChecksIt() {
        enter();
        use_->click("Gradient check");
        emit use_->window().findChild<NetworkDiagram*>()->chosen({DiagramTarget::Kind::bias, 2, 3, 0});
        const auto& units = walk().iteration()->architecture.units;
        QCOMPARE(use_->window().bench().backprop().checkPage().parameter(), indexOf(units, {2, true, 3, 0}));
    }

    /// Column after column of a matrix that has one for each example, which chooses that example.
    void theArrowsMoveThroughEveryMatrixOfTheEquation() {
        enter();
        goTo({Operation::linearForward, 2});
        MatrixGrid& A = page().panelOfAll().grid(2);
        A.setFocus(Qt::TabFocusReason);
        for (Eigen::Index column = 1; column <= 5; ++column) {
            use_->press(Qt::Key_Right);
            QCOMPARE(A.framed(), (std::optional<MatrixGrid::Place>({0, column})));
            QCOMPARE(walk().column(), column);
            QVERIFY(page().panelOfAll().entryLine().startsWith(QStringLiteral("A[1]₁")));
        }
    }

    void oneExampleAndAllStandSideBySide() {
        enter();
        goTo({Operation::linearBackwardWeights, 3});
        use_->click("both");
        QCOMPARE(page().panelOfOne().equationText(), QStringLiteral("dW[3] = dz[3] a[2]ᵀ"));
        QCOMPARE(page().panelOfAll().equationText(), QStringLiteral("dW[3] = (1/m) dZ[3] A[2]ᵀ"));
        QVERIFY(page().panelOfOne().isVisible() && page().panelOfAll().isVisible());
        use_->click("one example");
        QVERIFY(page().panelOfOne().isVisible() && !page().panelOfAll().isVisible());
        EVENTUALLY(use_->now().next);
        const std::size_t example = walk().iteration()->examples[4];
        QVERIFY(walk().chooseExample(example));
        QCOMPARE(page().panelOfOne().grid(1).textAt({0, 0}),
                 entryText(static_cast<double>(walk().iteration()->caches.layers[2].dZ(0, 4)), 2));
    }

    void aClickOnAPointWithCtrlChoosesIt() {
        enter();
        use_->click("one example");
        const std::size_t example = walk().iteration()->examples[11];
        const Example& e = use_->laboratory().data()->examples()[example];
        const QPointF place = use_->canvas().mapping().toScreen({e.x1, e.x2});
        const std::size_t points = use_->laboratory().data()->size();
        QTest::mouseClick(&use_->canvas(), Qt::LeftButton, Qt::ControlModifier, place.toPoint());
        QVERIFY(walk().example());
        const Example& chosen = use_->laboratory().data()->examples()[*walk().example()];
        QVERIFY(std::hypot(chosen.x1 - e.x1, chosen.x2 - e.x2) < 0.2); // itself, or one that covers it
        QCOMPARE(use_->laboratory().data()->size(), points);
    }

    void aBlockOfTheChainLeadsThere() {
        enter();
        const auto& blocks = page().chain().blocks();
        const auto found = std::ranges::find_if(
            blocks, [](const Block& b) { return b.part == Part::backward && b.layer == 2 && b.isLinear; });
        QVERIFY(found != blocks.end());
        const std::size_t first = found->first;
        QTest::mouseClick(&page().chain(), Qt::LeftButton, {}, found->place.center().toPoint());
        QCOMPARE(walk().position(), first);
        QCOMPARE(page().title(), QStringLiteral("LINEAR backward, layer 2: dW[2]"));
        QCOMPARE(use_->now().iteration, 0);
    }

    void theCodeSaysTheSameSubStep() {
        enter();
        use_->click("NumPy");
        goTo({Operation::linearBackwardWeights, 2});
        QCOMPARE(page().code().code(),
                 QStringLiteral("m = 300\ndW2 = (1 / m) * dZ2 @ A1.T  # (4, 300) @ (300, 6) -> (4, 6)"));
        const Hearing hearing(use_->laboratory());
        use_->click("Copy");
        QCOMPARE(QGuiApplication::clipboard()->text(), page().code().code());
        QVERIFY(hearing.heard(QStringLiteral("on the clipboard")));
    }

    void theWholeScriptIsThatOfTheSession() {
        enter();
        use_->press(Qt::Key_End);
        EVENTUALLY(use_->now().iteration == 1);
        use_->press(Qt::Key_Right);
        Session session;
        session.precision = Precision::float32;
        session.data = use_->laboratory().data();
        session.hyperparameters = use_->laboratory().hyperparameters();
        Trainer<float> trainer(session.data, session.hyperparameters);
        trainer.step();
        session.state = convert<double>(trainer.state());
        const auto actions = page().code().scriptButton().menu()->actions();
        const auto copied = [](const Session& of, PythonLibrary library) {
            return QGuiApplication::clipboard()->text().toStdString() == pythonScript(of, library);
        };
        actions.first()->trigger();
        EVENTUALLY(copied(session, PythonLibrary::numpy));
        actions.at(3)->trigger();
        EVENTUALLY(copied(session, PythonLibrary::pytorch));
        actions.last()->trigger(); // begin with the present parameters
        actions.first()->trigger();
        EVENTUALLY(QGuiApplication::clipboard()->text().toStdString() ==
                   pythonScript(session, PythonLibrary::numpy, ScriptStart::present));
        actions.last()->trigger();
        // Before the walk has heard of an edit the script is still that of what it shows.
        use_->laboratory().editData(std::make_shared<DataSet>(), QStringLiteral("none"));
        actions.first()->trigger();
        EVENTUALLY(copied(session, PythonLibrary::numpy));
    }

    void theWholeScriptIsSaved() {
        enter();
        use_->click("NumPy");
        const QTemporaryDir folder;
        const Hearing hearing(use_->laboratory());
        const auto saveAs = [&](const QString& file) {
            page().code().scriptButton().menu()->actions().at(1)->trigger();
            auto* const dialog = use_->window().findChild<QFileDialog*>();
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file);
            static_cast<QDialog*>(dialog)->accept();
        };
        const QString file = folder.filePath(QStringLiteral("training.py"));
        saveAs(file);
        EVENTUALLY(hearing.heard(QStringLiteral("The script was saved to")));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        page().code().scriptButton().menu()->actions().first()->trigger();
        const std::string text = written.readAll().toStdString();
        EVENTUALLY(QGuiApplication::clipboard()->text().toStdString() == text);
    }

    void whileItTrainsTheBenchSaysSoAndPauses() {
        enter();
        use_->click("Play");
        EVENTUALLY(use_->now().iteration > 0);
        QVERIFY(!bench().sentence().isEmpty());
        use_->click("Pause and walk through the next iteration");
        EVENTUALLY(walk().iteration());
        QVERIFY(bench().sentence().isEmpty());
    }

    void theThreePagesFollowTheSameChoice() {
        enter();
        use_->click("Nudges");
        QVERIFY(!bench().showsWalk());
        QCOMPARE(walk().lit()->layer, 3);
        auto& diagram = use_->view<NetworkDiagram>();
        const auto clickOn = [&](QPointF place) {
            QTest::mouseClick(&diagram, Qt::LeftButton, {}, place.toPoint());
            QTest::mouseClick(&diagram, Qt::LeftButton, {}, place.toPoint()); // and let it go again
        };
        clickOn(diagram.scene().layout().layers[2].tiles[1].center());
        QCOMPARE(bench().nudgesPage().desk().unit(), (UnitPlace{2, 1}));
        QCOMPARE(walk().lit()->unit, Eigen::Index{1});
        walk().setColumn(5);
        QCOMPARE(bench().nudgesPage().desk().example(), Eigen::Index{5});
        use_->click("Gradient check");
        bench().choose({DiagramTarget::Kind::edge, 2, 1, 4});
        const std::vector<int>& units = walk().iteration()->architecture.units;
        QCOMPARE(bench().checkPage().parameter(), indexOf(units, {2, false, 1, 4}));
        QCOMPARE(walk().lit()->from, std::optional<Eigen::Index>(4));
        use_->click("Walk");
        goTo({Operation::update, 1, true});
        emit page().panelOfAll().grid(0).chosen({3, 0}); // b[1]₄
        QCOMPARE(bench().checkPage().parameter(), indexOf(units, {1, true, 3, 0}));
        const std::size_t position = walk().position();
        use_->press(Qt::Key_Left); // the walk has its keys again
        QCOMPARE(walk().position(), position - 1);
    }

    /// With all that an update can have: dropout, a penalty and a mini-batch.
    void theCheckedGradientIsTheWalks() {
        Hyperparameters h = use_->laboratory().hyperparameters();
        for (HiddenLayer& layer : h.hiddenLayers) {
            layer.dropout = 0.5;
        }
        h.l2 = 1;
        h.batchSize = 10;
        use_->laboratory().setHyperparameters(h);
        enter();
        EVENTUALLY(walk().iteration() && walk().iteration()->hyperparameters == h);
        use_->click("Gradient check");

        const Iteration<float>& iteration = *walk().iteration();
        const Objective undropped{iteration.architecture, iteration.batch.X.cast<double>(),
                                  iteration.batch.Y.cast<double>(), iteration.penalty};
        const Vector<double> others = gradientsOf(undropped, convert<double>(iteration.before.parameters))->values();
        const Vector<double> dW = iteration.costGradients.values().cast<double>();
        Eigen::Index parameter = 0;
        QVERIFY((others - dW).cwiseAbs().maxCoeff(&parameter) > 1e-3); // where dropout shows most
        bench().checkPage().choose(parameter);
        EVENTUALLY(bench().checkPage().isAnswered());
        const QString g = use_->field<NamedNumber>("tangent").value();
        const double checked = QString(g).replace(QChar(0x2212), QLatin1Char('-')).toDouble();
        QVERIFY(std::abs(checked - dW[parameter]) < 1e-6); // a float's digits
    }

    /// With a penalty J is more than the mean ℒ that the wishes lower, and its gradient another one.
    void theNudgesAverageTheMiniBatch() {
        Hyperparameters h = use_->laboratory().hyperparameters();
        h.batchSize = 10;
        h.l2 = 20;
        use_->laboratory().setHyperparameters(h);
        enter();
        EVENTUALLY(walk().iteration() && walk().iteration()->hyperparameters == h);
        use_->click("Nudges");
        use_->click("Average over all m");
        NudgesPage& nudges = bench().nudgesPage();
        EVENTUALLY(nudges.desk().wishes());
        QVERIFY2(nudges.sentence().contains(QStringLiteral("all m = 10 points of the mini-batch")),
                 qUtf8Printable(nudges.sentence()));
        const auto& iteration = *walk().iteration();
        const auto ofLoss = convert<double>(iteration.lossGradients);
        const auto ofCost = convert<double>(iteration.costGradients);
        const Vector<double>& wish = nudges.desk().wishes()->w;
        QVERIFY((wish + ofLoss[2].W.row(0).transpose()).norm() < 1e-5);
        QVERIFY((wish + ofCost[2].W.row(0).transpose()).norm() > 1e-3);
        const double meanLoss =
            costOf({iteration.architecture, iteration.batch.X.cast<double>(), iteration.batch.Y.cast<double>()},
                   convert<double>(iteration.before.parameters));
        QCOMPARE(use_->field<QLabel>("loss").text(), QStringLiteral("(1/m) Σ ℒ  ") + numberText(meanLoss));
        use_->field<QPushButton>("bias").click();
        EVENTUALLY(nudges.desk().wishes());
        QVERIFY(nudges.sentence().contains(QStringLiteral("(1/m) Σ ℒ: ") + numberText(meanLoss)));
        for (const QWidget* widget : nudges.findChildren<QWidget*>()) {
            QVERIFY2(!widget->toolTip().contains(QStringLiteral("training points")), qUtf8Printable(widget->toolTip()));
        }
    }

    void onTheOtherPagesTheKeysAreTheWindows() {
        enter();
        use_->click("Nudges");
        use_->press(Qt::Key_Right);
        EVENTUALLY(use_->now().iteration == 1);
        EVENTUALLY(walk().iteration() && walk().iteration()->before.iteration == 1);
        use_->press(Qt::Key_Space);
        QVERIFY(use_->laboratory().isRunning());
    }

private:
    void enter() {
        use_->press(Qt::Key_B);
        EVENTUALLY(walk().iteration());
    }
    void goTo(const SubStep& step) {
        const auto found = std::ranges::find(walk().subSteps(), step);
        QVERIFY(found != walk().subSteps().end());
        walk().goTo(static_cast<std::size_t>(found - walk().subSteps().begin()) + 1);
    }
    Walk& walk() { return use_->view<Bench>().walk(); }
    BackpropBench& bench() { return use_->view<BackpropBench>(); }
    WalkPage& page() { return bench().walkPage(); }

    std::unique_ptr<WindowInUse> use_;
};

QTEST_MAIN(WindowWalkTest)
#include "window_walk_test.moc"
