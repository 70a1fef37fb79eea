#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>
#include <memory>

#include "ui/live/laboratory.h"
#include "ui/panels/hyperparameter_panel.h"
#include "ui/panels/ladder_spin_box.h"
#include "ui/panels/number_field.h"
#include "ui/theme/theme.h"

using namespace perceptible;

class HyperparameterPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void init() {
        laboratory_ = std::make_unique<Laboratory>();
        panel_ = std::make_unique<HyperparameterPanel>(*laboratory_);
        panel_->resize(panel_->width(), 700);
        panel_->show();
        QApplication::setActiveWindow(panel_.get());
        changes_ = std::make_unique<QSignalSpy>(laboratory_.get(), &Laboratory::hyperparametersChanged);
    }

    void cleanup() {
        changes_.reset();
        panel_->close(); // commits what was typed, as a window does before it is taken apart
        panel_.reset();
        laboratory_.reset();
    }

    void everyControlChangesItsOwnField() {
        Hyperparameters expected = laboratory_->hyperparameters();
        const auto holds = [&] { return laboratory_->hyperparameters() == expected; };

        field<LadderSpinBox>("learningRate").setValue(0.05);
        expected.learningRate = 0.05;
        QVERIFY(holds());
        field<LadderSpinBox>("iterations").setValue(5000);
        expected.iterations = 5000;
        QVERIFY(holds());
        field<LadderSpinBox>("batchSize").setValue(32);
        expected.batchSize = 32;
        QVERIFY(holds());
        field<QComboBox>("initialization").setCurrentIndex(3);
        expected.initialization = Initialization::he;
        QVERIFY(holds());
        field<QSpinBox>("seed").setValue(77);
        expected.seed = 77;
        QVERIFY(holds());
        field<QSpinBox>("units2").setValue(9);
        expected.hiddenLayers[1].units = 9;
        QVERIFY(holds());
        field<QComboBox>("activation1").setCurrentIndex(3);
        expected.hiddenLayers[0].activation = Activation::leakyRelu;
        QVERIFY(holds());
        field<QSpinBox>("hiddenLayers").setValue(3);
        expected.hiddenLayers.push_back(expected.hiddenLayers.back()); // a new layer is like the one before
        QVERIFY(holds());
        QCOMPARE(changes_->count(), 8); // one signal for each, and none of the panel's own
    }

    void noneIsAValueOfItsOwn() {
        field<LadderSpinBox>("iterations").setValue(5000);
        field<LadderSpinBox>("iterations").setValue(0);
        QVERIFY(!laboratory_->hyperparameters().iterations);
        field<LadderSpinBox>("batchSize").stepUp();
        QCOMPARE(laboratory_->hyperparameters().batchSize, std::optional(10));
        field<LadderSpinBox>("batchSize").setValue(1);
        field<LadderSpinBox>("batchSize").stepDown();
        QVERIFY(!laboratory_->hyperparameters().batchSize);
    }

    void thePanelFollowsTheLaboratory() {
        Hyperparameters other;
        other.learningRate = 1.2;
        other.iterations = 123'456;
        other.batchSize = 64;
        other.initialization = Initialization::smallRandom;
        other.seed = 9;
        other.hiddenLayers = {{7, Activation::relu}, {5, Activation::linear}, {3, Activation::sigmoid}};
        laboratory_->setHyperparameters(other);
        QCOMPARE(changes_->count(), 1);
        QCOMPARE(laboratory_->hyperparameters(), other);

        QCOMPARE(field<LadderSpinBox>("learningRate").value(), 1.2);
        QCOMPARE(field<LadderSpinBox>("iterations").value(), 123'456.0);
        QCOMPARE(field<LadderSpinBox>("batchSize").value(), 64.0);
        QCOMPARE(field<QComboBox>("initialization").currentIndex(), 1);
        QCOMPARE(field<QSpinBox>("hiddenLayers").value(), 3);
        QCOMPARE(field<QSpinBox>("units3").value(), 3);
        QCOMPARE(field<QComboBox>("activation2").currentIndex(), 8);
        QVERIFY(field<QSpinBox>("units3").isVisible());
        QVERIFY(!field<QSpinBox>("units4").isVisible());

        laboratory_->newWeights();
        QCOMPARE(field<QSpinBox>("seed").value(), 10);
        QCOMPARE(changes_->count(), 2);
    }

    void withoutHiddenLayersTheRowsAreGone() {
        field<QSpinBox>("hiddenLayers").setValue(0);
        QVERIFY(laboratory_->hyperparameters().hiddenLayers.empty());
        QVERIFY(!field<QSpinBox>("units1").isVisible());
        field<QSpinBox>("hiddenLayers").setValue(1);
        QCOMPARE(laboratory_->hyperparameters().hiddenLayers.size(), std::size_t{1});
    }

    void thePanelAsksForRoomForEveryRow() {
        const int before = panel_->minimumSizeHint().height();
        field<QSpinBox>("hiddenLayers").setValue(12);
        const int added = panel_->minimumSizeHint().height() - before;
        QVERIFY(added >= 10 * field<QSpinBox>("units12").height());
    }

    void learningRateClimbsALadderAndTakesAnyValue() {
        auto& rate = field<LadderSpinBox>("learningRate");
        rate.setValue(0.1);
        for (const double next : {0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 100.0}) {
            rate.stepUp();
            QCOMPARE(laboratory_->hyperparameters().learningRate, next);
        }
        rate.setValue(0.0123);
        QCOMPARE(laboratory_->hyperparameters().learningRate, 0.0123);
        rate.stepDown();
        QCOMPARE(laboratory_->hyperparameters().learningRate, 0.01);
        rate.setValue(1e-6);
        rate.stepDown();
        QCOMPARE(laboratory_->hyperparameters().learningRate, 1e-6);
        QCOMPARE(rate.text(), rate.locale().toString(0.000001, 'f', 6));
    }

    void aTypedNumberActsWhenItIsComplete() {
        auto& units = field<QSpinBox>("units1");
        units.setFocus();
        units.selectAll();
        QTest::keyClicks(&units, QStringLiteral("12"));
        QCOMPARE(changes_->count(), 0); // not by way of 1
        QTest::keyClick(&units, Qt::Key_Return);
        QCOMPARE(laboratory_->hyperparameters().hiddenLayers[0].units, 12);
        QCOMPARE(changes_->count(), 1);
        QVERIFY(!units.hasFocus()); // the shortcuts have the keyboard again
    }

    void theWindowsKeysHoldInAFieldUntilSomethingIsTyped() {
        auto& rate = field<LadderSpinBox>("learningRate");
        int triggered = 0;
        const QList<QKeySequence> keys{Qt::Key_Space, Qt::Key_R, Qt::Key_N, Qt::Key_Right, QKeySequence::Undo};
        for (const QKeySequence& key : keys) {
            auto* action = new QAction(panel_.get());
            action->setShortcut(key);
            connect(action, &QAction::triggered, this, [&triggered] { ++triggered; });
            panel_->addAction(action);
        }
        const auto press = [&] {
            for (const QKeySequence& key : keys) {
                QTest::keyClick(&rate, key[0].key(), key[0].keyboardModifiers());
            }
        };
        QTest::mouseClick(&rate, Qt::LeftButton, {}, QPoint(rate.width() - 8, 6)); // the arrow up
        QVERIFY(rate.hasFocus());
        QCOMPARE(laboratory_->hyperparameters().learningRate, 1.0);
        const QString shown = rate.text();
        press();
        QCOMPARE(triggered, keys.size());
        QCOMPARE(rate.text(), shown);

        typeInto(rate, QStringLiteral("0.51"));
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_R, Qt::Key_N, Qt::Key_Left, Qt::Key_Right}) {
            QTest::keyClick(&rate, key);
        }
        QCOMPARE(triggered, keys.size()); // they are the field's
        typeInto(rate, QStringLiteral("0.51"));
        QTest::keyClick(&rate, Qt::Key_Return);
        QCOMPARE(laboratory_->hyperparameters().learningRate, 0.51);
    }

    void noWordTypedIntoAFieldIsAShortcut_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("byTab");
        for (const char* name : {"learningRate", "iterations", "batchSize", "seed", "units1"}) {
            QTest::addRow("%s, clicked into", name) << QString::fromLatin1(name) << false;
            QTest::addRow("%s, reached with Tab", name) << QString::fromLatin1(name) << true;
        }
    }

    void noWordTypedIntoAFieldIsAShortcut() {
        QFETCH(QString, name);
        QFETCH(bool, byTab);
        QStringList triggered;
        for (const QKeySequence& key : QList<QKeySequence>{Qt::Key_Space, Qt::Key_R, Qt::Key_N, Qt::Key_D}) {
            auto* action = new QAction(panel_.get());
            action->setShortcut(key);
            connect(action, &QAction::triggered, this, [&triggered, key] { triggered += key.toString(); });
            panel_->addAction(action);
        }
        auto& number = field<QAbstractSpinBox>(name.toLatin1());
        if (byTab) {
            number.setFocus(Qt::TabFocusReason);
        } else {
            clickInto(number);
        }
        QVERIFY(number.hasFocus());
        const QString shown = number.text();
        QTest::keyClick(&number, Qt::Key_Space); // plays, and types nothing
        QCOMPARE(triggered, QStringList{QStringLiteral("Space")});
        QCOMPARE(number.text(), shown);
        QTest::keyClicks(&number, QStringLiteral("no run"));
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(changes_->count(), 0);
        QTest::keyClick(&number, Qt::Key_Escape);
        QCOMPARE(number.text(), shown);
    }

    void theWordForNoneCanBeTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isNone");
        QTest::newRow("as it is shown") << QStringLiteral("no limit") << true;
        QTest::newRow("in capitals") << QStringLiteral("No Limit") << true;
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("0") << QStringLiteral("0") << true;
        QTest::newRow("another word") << QStringLiteral("never") << false;
    }

    void theWordForNoneCanBeTyped() {
        QFETCH(QString, typed);
        QFETCH(bool, isNone);
        auto& iterations = field<LadderSpinBox>("iterations");
        iterations.setValue(5000);
        typeInto(iterations, typed);
        QTest::keyClick(&iterations, Qt::Key_Return);
        QCOMPARE(!laboratory_->hyperparameters().iterations, isNone);
        QCOMPARE(iterations.text(), isNone ? QStringLiteral("no limit") : iterations.locale().toString(5000));
        clickInto(iterations);
        if (isNone) {
            QTest::keyClicks(&iterations, QStringLiteral("7")); // in place of the word
            QTest::keyClick(&iterations, Qt::Key_Return);
            QCOMPARE(laboratory_->hyperparameters().iterations, std::optional<std::int64_t>(7));
        }
    }

    void theWordForNoneCanBeTypedInTheWindowsLanguage() {
        LadderSpinBox field({1, 2, 5}, 0);
        field.setMaximum(1000);
        field.allowNone({QStringLiteral("제한 없음"), QStringLiteral("no limit")}, 100);
        NumberField::adopt(field, *laboratory_);
        for (const auto& word : {QStringLiteral("제한 없음"), QStringLiteral("no limit")}) {
            field.setValue(10);
            field.findChild<QLineEdit*>()->selectAll();
            field.findChild<QLineEdit*>()->insert(word); // as an input method does
            field.findChild<QLineEdit*>()->setModified(true);
            QTest::keyClick(&field, Qt::Key_Return);
            QCOMPARE(field.value(), 0.0);
        }
    }

    void whatIsTypedIsReadAsItStands_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        const auto row = [](const char* name, const char* typed, double value) {
            QTest::addRow("%s in %s", typed, name) << QString::fromLatin1(name) << QString::fromLatin1(typed) << value;
        };
        row("learningRate", "1e-3", 0.001);
        row("learningRate", "1E-3", 0.001);
        row("learningRate", "2.5e-2", 0.025);
        row("learningRate", "+0.5", 0.5);
        row("learningRate", "0,5", 0.5);
        row("learningRate", "0,005", 0.005);
        row("learningRate", " 0.5 ", 0.5);
        row("iterations", "1e6", 1e6);
        row("iterations", "12,345", 12345);
        row("iterations", "12 345", 12345);
        row("seed", "1,000", 1000);
    }

    void whatIsTypedIsReadAsItStands() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(double, value);
        auto& number = field<QAbstractSpinBox>(name.toLatin1());
        typeInto(number, typed);
        QTest::keyClick(&number, Qt::Key_Return);
        QCOMPARE(number.property("value").toDouble(), value);
        QCOMPARE(changes_->count(), 1);
    }

    void whatIsNoNumberIsRefusedWithASentence_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* typed, const char* sentence) {
            QTest::addRow("%s in %s", typed, name)
                << QString::fromLatin1(name) << QString::fromUtf8(typed) << QString::fromUtf8(sentence);
        };
        row("learningRate", "-0.5", "Learning rate α: -0.5 is outside 0.000001 … 100; it stays at 0.3.");
        row("learningRate", "1e-9", "Learning rate α: 1e-9 is outside 0.000001 … 100; it stays at 0.3.");
        row("learningRate", "1x3", "Learning rate α: “1x3” is not a number in 0.000001 … 100; it stays at 0.3.");
        row("learningRate", "0,1,2", "Learning rate α: “0,1,2” is not a number in 0.000001 … 100; it stays at 0.3.");
        row("learningRate", "nan", "Learning rate α: “nan” is not a number in 0.000001 … 100; it stays at 0.3.");
        row("learningRate", "inf", "Learning rate α: “inf” is not a number in 0.000001 … 100; it stays at 0.3.");
        row("units1", "-5", "Units of layer 1: -5 is outside 1 … 128; it stays at 6.");
        row("units1", "1.5", "Units of layer 1: “1.5” is not a whole number in 1 … 128; it stays at 6.");
        row("units1", "1,5", "Units of layer 1: “1,5” is not a whole number in 1 … 128; it stays at 6.");
        row("units1", "1e", "Units of layer 1: “1e” is not a whole number in 1 … 128; it stays at 6.");
        row("iterations", "1e-3",
            "Iterations: “1e-3” is not a whole number in 0 … 1,000,000,000,000; it stays at no limit.");
    }

    void whatIsNoNumberIsRefusedWithASentence() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        const QSignalSpy said(laboratory_.get(), &Laboratory::said);
        auto& number = field<QAbstractSpinBox>(name.toLatin1());
        const QString shown = number.text();
        typeInto(number, typed);
        QCOMPARE(number.text(), typed); // no key is swallowed
        QTest::keyClick(&number, Qt::Key_Return);
        QCOMPARE(number.text(), shown);
        QCOMPARE(changes_->count(), 0);
        QCOMPARE(said.count(), 1);
        QCOMPARE(said[0][0].toString(), sentence);
    }

    void aStepGoesOnFromWhatWasTyped() {
        auto& rate = field<LadderSpinBox>("learningRate");
        typeInto(rate, QStringLiteral("0,1"));
        QTest::keyClick(&rate, Qt::Key_Up);
        QCOMPARE(laboratory_->hyperparameters().learningRate, 0.3);
    }

    void aNumberIsEditedWithoutGroupSeparators() {
        auto& iterations = field<LadderSpinBox>("iterations");
        iterations.setValue(5000);
        const QString shown = iterations.text();
        clickInto(iterations);
        QCOMPARE(iterations.text(), QStringLiteral("5000"));
        iterations.clearFocus();
        QCOMPARE(iterations.text(), shown);
        clickInto(iterations);
        QTest::keyClick(&iterations, Qt::Key_End);
        QTest::keyClick(&iterations, Qt::Key_Backspace);
        QTest::keyClick(&iterations, Qt::Key_Return);
        QCOMPARE(laboratory_->hyperparameters().iterations, std::optional<std::int64_t>(500));
    }

    void aSpaceLeavesTheNumberWhereNoShortcutTakesIt() {
        auto& rate = field<LadderSpinBox>("learningRate");
        rate.setFocus();
        rate.selectAll();
        const QString shown = rate.text();
        QTest::keyClick(&rate, Qt::Key_Space);
        QCOMPARE(rate.text(), shown);
    }

    void escapeBringsTheValueInForceBack() {
        auto& rate = field<LadderSpinBox>("learningRate");
        const QString shown = rate.text();
        typeInto(rate, QStringLiteral("7"));
        QTest::keyClick(&rate, Qt::Key_Escape);
        QCOMPARE(rate.text(), shown);
        QVERIFY(!rate.hasFocus());
        QCOMPARE(changes_->count(), 0);
    }

    void whatIsNoNumberLeavesTheValue_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("half") << QStringLiteral("0.");
        QTest::newRow("point") << QStringLiteral(".");
    }

    void whatIsNoNumberLeavesTheValue() {
        QFETCH(QString, typed);
        auto& rate = field<LadderSpinBox>("learningRate");
        const QString shown = rate.text();
        typeInto(rate, typed);
        rate.clearFocus();
        QCOMPARE(rate.text(), shown);
        QCOMPARE(changes_->count(), 0);
    }

    void whatIsOutOfRangeIsRefusedWithASentence_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* typed, const char* sentence) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(typed) << QString::fromUtf8(sentence);
        };
        row("hiddenLayers", "13", "Hidden layers: 13 is outside 0 … 12; it stays at 2.");
        row("units1", "129", "Units of layer 1: 129 is outside 1 … 128; it stays at 6.");
        row("units2", "0", "Units of layer 2: 0 is outside 1 … 128; it stays at 4.");
        row("learningRate", "1000", "Learning rate α: 1000 is outside 0.000001 … 100; it stays at 0.3.");
        row("learningRate", "0", "Learning rate α: 0 is outside 0.000001 … 100; it stays at 0.3.");
        row("seed", "99999999999", "Seed: 99999999999 is outside 0 … 999,999,999; it stays at 1.");
        row("iterations", "9999999999999999", "");
        row("batchSize", "9999999999", "");
    }

    void whatIsOutOfRangeIsRefusedWithASentence() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        const QSignalSpy said(laboratory_.get(), &Laboratory::said);
        auto& number = field<QAbstractSpinBox>(name.toLatin1());
        const QString shown = number.text();
        typeInto(number, typed);
        QCOMPARE(number.text(), typed); // every digit can be typed
        QTest::keyClick(&number, Qt::Key_Return);
        QCOMPARE(number.text(), shown);
        QCOMPARE(changes_->count(), 0);
        QCOMPARE(said.count(), 1);
        QVERIFY(said[0][1].toBool());
        if (!sentence.isEmpty()) {
            QCOMPARE(said[0][0].toString(), sentence);
        }
    }

    void theWheelChangesNothingByAccident() {
        auto& units = field<QSpinBox>("units1");
        QWheelEvent wheel(QPointF(5, 5), units.mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&units, &wheel);
        QCOMPARE(changes_->count(), 0);
    }

    void everyControlHasANameAndAnExplanation() {
        for (const QWidget* control : panel_->findChildren<QWidget*>()) {
            if (qobject_cast<const QAbstractSpinBox*>(control) || qobject_cast<const QComboBox*>(control)) {
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
                QVERIFY2(control->toolTip().endsWith(QLatin1Char('.')), qPrintable(control->objectName()));
            }
        }
    }

private:
    static void clickInto(QAbstractSpinBox& number) {
        auto* text = number.findChild<QLineEdit*>();
        text->window()->activateWindow();
        QTest::mouseClick(text, Qt::LeftButton, {}, QPoint(12, text->height() / 2));
    }

    static void typeInto(QAbstractSpinBox& number, const QString& text) {
        number.setFocus();
        number.selectAll();
        QTest::keyClick(&number, Qt::Key_Delete);
        QTest::keyClicks(&number, text);
    }

    template <class Field>
    Field& field(const char* name) {
        auto* found = panel_->findChild<Field*>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return *found;
    }

    std::unique_ptr<Laboratory> laboratory_;
    std::unique_ptr<HyperparameterPanel> panel_;
    std::unique_ptr<QSignalSpy> changes_;
};

QTEST_MAIN(HyperparameterPanelTest)
#include "hyperparameter_panel_test.moc"
