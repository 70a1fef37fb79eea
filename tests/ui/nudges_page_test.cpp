#include <QtTest>

#include "core/data/random.h"
#include "core/network/cost.h"
#include "core/network/gradient_check.h"
#include "core/network/initialization.h"
#include "ui/backprop/nudges/nudge_bars.h"
#include "ui/backprop/nudges/nudge_path.h"
#include "ui/backprop/nudges/nudges_page.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

using namespace perceptible;

namespace {

constexpr int kPoints = 30;

/// A network that was never trained, with as many points of every class.
NudgeSubjectPtr subjectOf(const std::vector<int>& hidden, int m = kPoints, Task task = Task::binary,
                          std::uint64_t seed = 7) {
    auto subject = std::make_shared<NudgeSubject>();
    Architecture& architecture = subject->architecture;
    architecture.task = task;
    architecture.units = {2};
    for (const int units : hidden) {
        architecture.units.push_back(units);
        architecture.activations.push_back(Activation::tanh);
    }
    const int outputs = task == Task::multiclass ? 3 : 1;
    architecture.units.push_back(outputs);
    architecture.activations.push_back(outputActivation(task));
    subject->parameters = initialParameters(architecture, {Initialization::xavier}, seed);
    Random random(seed);
    subject->X.resize(2, m);
    subject->Y.setZero(outputs, m);
    for (int i = 0; i < m; ++i) {
        subject->X(0, i) = random.uniform(-2, 2);
        subject->X(1, i) = random.uniform(-2, 2);
        subject->Y(task == Task::multiclass ? i % 3 : 0, i) = task == Task::multiclass ? 1 : i % 2;
    }
    return subject;
}

Wishes wishesBy(const NudgeSubject& subject, Eigen::Index example, UnitPlace unit) {
    const auto gradients =
        backprop<double>(subject.architecture, subject.parameters, subject.X.col(example), subject.Y.col(example))
            .gradients;
    return wishesOf(subject.parameters, gradients, unit);
}

/// A page in use.
struct Page : NudgesPage {
    explicit Page(const NudgeSubjectPtr& subject = nullptr, QSize size = {780, 330}) {
        resize(size);
        setSubject(subject);
        show();
        activateWindow();
        if (!QTest::qWaitForWindowActive(this)) {
            qFatal("The page is not shown");
        }
    }
    NudgeBars& bars(const char* group) { return *findChild<NudgeBars*>(QLatin1String(group) + QLatin1String("Bars")); }
    QPushButton& button(const char* name) { return *findChild<QPushButton*>(QLatin1String(name)); }
    QSpinBox& field(const char* name) { return *findChild<QSpinBox*>(QLatin1String(name)); }
    QString text(const char* name) { return findChild<QLabel*>(QLatin1String(name))->text(); }
    QString path() { return findChild<NudgePath*>()->plainText(); }

    void click(const char* group, int bar) {
        QTest::mouseClick(&bars(group), Qt::LeftButton, {}, bars(group).rowOf(bar).center());
    }
    void showAverage() {
        findChild<QToolButton*>(QStringLiteral("average"))->click();
        QTRY_VERIFY(desk().wishes());
    }
};

} // namespace

class NudgesPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void barsAreWhatThePointWishes() {
        for (const Task task : {Task::binary, Task::multiclass, Task::regression}) {
            const auto subject = subjectOf({5, 3}, kPoints, task);
            Page page(subject);
            page.setExample(4);
            page.setUnit(2, 1);
            const Wishes wishes = wishesBy(*subject, 4, {2, 1});
            QCOMPARE(page.bars("bias").bars().front().wish, wishes.b);
            QCOMPARE(page.bars("weights").bars().size(), std::size_t{5});
            QCOMPARE(page.bars("activations").bars().size(), std::size_t{5});
            const auto pass =
                backprop<double>(subject->architecture, subject->parameters, subject->X.col(4), subject->Y.col(4));
            for (int i = 0; i < 5; ++i) {
                const NudgeBar& w = page.bars("weights").bars()[static_cast<std::size_t>(i)];
                const NudgeBar& a = page.bars("activations").bars()[static_cast<std::size_t>(i)];
                QCOMPARE(w.wish, wishes.w(i));
                QCOMPARE(w.beside, numberText(pass.caches.layers[0].A(i, 0)));
                QCOMPARE(a.wish, -pass.caches.layers[0].dA(i, 0));
                QCOMPARE(a.share, std::optional(wishes.share(i)));
                QCOMPARE(a.beside, numberText(subject->parameters[1].W(1, i)));
            }
        }
    }

    void theLineExplainsTheBarWithItsNumbers() {
        const auto subject = subjectOf({5, 3});
        Page page(subject);
        page.setExample(4);
        const Wishes wishes = wishesBy(*subject, 4, {3, 0});
        const QString before = page.sentence();
        QTest::mouseMove(&page.bars("weights"), page.bars("weights").rowOf(1).center());
        const QString verb = wishes.w(1) > 0 ? QStringLiteral("increase w₂") : QStringLiteral("decrease w₂");
        QVERIFY(page.sentence().startsWith(QStringLiteral("−∂ℒ/∂w₂ = −dz[3]₁ · a[2]₂ = ") + numberText(wishes.b)));
        QVERIFY(page.sentence().endsWith(QStringLiteral("= %1: %2").arg(numberText(wishes.w(1)), verb)));
        QCOMPARE(page.bars("weights").accessibleDescription(), page.sentence());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&page.bars("weights"), &leave);
        QCOMPARE(page.sentence(), before);

        page.setUnit(2, 1); // of several units in its layer
        QTest::mouseMove(&page.bars("activations"), page.bars("activations").rowOf(3).center());
        const Wishes hidden = wishesBy(*subject, 4, {2, 1});
        QVERIFY(page.sentence().contains(numberText(hidden.a(3))));
        QVERIFY(page.sentence().endsWith(numberText(hidden.share(3))));
    }

    void aClickNudgesACopy() {
        const auto subject = subjectOf({5, 3});
        const Parameters<double> parameters = subject->parameters;
        for (const char* group : {"bias", "weights", "activations"}) {
            Page page(subject);
            QVERIFY(!page.button("undo").isEnabled());
            const double loss = page.desk().pass().loss;
            const double yHat = page.desk().pass().yHat()(0, 0);
            page.click(group, 0);
            QVERIFY(page.desk().pass().loss < loss);
            QCOMPARE(page.desk().trained().loss, loss);
            const double yHatNow = page.desk().pass().yHat()(0, 0);
            QVERIFY(page.text("loss").contains(
                QStringLiteral("%1 → %2").arg(numberText(loss), numberText(page.desk().pass().loss))));
            QVERIFY(page.text("yHat").contains(QStringLiteral("%1 → %2").arg(numberText(yHat), numberText(yHatNow))));
            QVERIFY(page.sentence().contains(numberText(page.desk().pass().loss)));
            page.click(group, 0); // they add up
            QCOMPARE(page.desk().nudges(), 2);

            page.button("undo").click();
            QCOMPARE(page.desk().pass().loss, loss);
            QCOMPARE(page.desk().pass().yHat()(0, 0), yHat);
            QVERIFY(page.desk().parameters() == parameters);
            QVERIFY(!page.button("undo").isEnabled());
        }
        QVERIFY(subject->parameters == parameters);
    }

    void keysNudge() {
        Page page(subjectOf({5, 3}));
        NudgeBars& bars = page.bars("weights");
        bars.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&bars, Qt::Key_Down);
        QTest::keyClick(&bars, Qt::Key_Down);
        QTest::keyClick(&bars, Qt::Key_Up);
        const auto before = page.desk().parameters();
        QTest::keyClick(&bars, Qt::Key_Return);
        const auto& after = page.desk().parameters();
        QVERIFY(after[2].W(0, 1) != before[2].W(0, 1));
        QCOMPARE(after[2].W(0, 0), before[2].W(0, 0));
        QCOMPARE(after[2].W(0, 2), before[2].W(0, 2));
    }

    void buttonsNudgeAllInProportion() {
        const auto subject = subjectOf({5, 3});
        Page page(subject);
        page.setUnit(2, 0);
        const Wishes wishes = wishesBy(*subject, 0, {2, 0});
        page.button("weights").click();
        const Vector<double> change =
            (page.desk().parameters()[1].W.row(0) - subject->parameters[1].W.row(0)).transpose();
        QVERIFY((change * wishes.w(0) - wishes.w * change(0)).norm() < 1e-12);
        QVERIFY(change.dot(wishes.w) > 0);

        page.button("undo").click();
        const Vector<double> a = page.desk().activations(1);
        page.button("activations").click();
        const Vector<double> changeOfA = page.desk().activations(1) - a;
        QVERIFY((changeOfA * wishes.a(0) - wishes.a * changeOfA(0)).norm() < 1e-12);
        QVERIFY(changeOfA.dot(wishes.a) > 0);
        page.setExample(1); // has activations of its own
        page.setExample(0);
        QVERIFY((page.desk().activations(1) - a - changeOfA).norm() < 1e-15);
    }

    void wishesAreHandedOnToTheInput() {
        const auto subject = subjectOf({5, 3});
        Page page(subject);
        QSignalSpy chosen(&page, &NudgesPage::unitChosen);
        NudgeBars& bars = page.bars("activations");
        bars.setFocus();
        UnitPlace unit{3, 0};
        QString path = QStringLiteral("layer 3 unit 1");
        while (unit.layer > 1) {
            Eigen::Index strongest = 0;
            wishesBy(*subject, 0, unit).a.cwiseAbs().maxCoeff(&strongest);
            unit = {unit.layer - 1, static_cast<int>(strongest)};
            QTest::keyClick(&bars, Qt::Key_Left, Qt::ShiftModifier);
            QCOMPARE(page.desk().unit(), unit);
            QCOMPARE(chosen.takeFirst(), (QVariantList{unit.layer, unit.unit}));
            path += QStringLiteral(" ← layer %1 unit %2").arg(unit.layer).arg(unit.unit + 1);
            QCOMPARE(page.path(), path);
            QCOMPARE(page.field("layer").value(), unit.layer);
            QCOMPARE(page.field("unit").value(), unit.unit + 1);
        }
        QVERIFY(!page.button("activations").isEnabled()); // the input is given
        page.click("activations", 0);
        QCOMPARE(page.desk().nudges(), 0);
        page.button("backwards").click();
        QVERIFY(page.sentence().contains("the input"));
        QVERIFY(page.path().startsWith(path + QStringLiteral(" ← x")));
        QVERIFY(!page.button("backwards").isEnabled());
        QVERIFY(chosen.isEmpty()); // still that of layer 1

        QTest::keyClick(&bars, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(page.path(), path);
        QTest::keyClick(&bars, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(page.desk().unit().layer, 2);
        emit page.findChild<NudgePath*>()->linkActivated(QStringLiteral("0"));
        QCOMPARE(page.desk().unit(), (UnitPlace{3, 0}));
        QCOMPARE(page.path(), QStringLiteral("layer 3 unit 1"));
    }

    void averagesAreTheGradients() {
        const auto subject = subjectOf({5, 3}, 700);
        const Objective objective{subject->architecture, subject->X, subject->Y};
        const Parameters<double> gradients = *gradientsOf(objective, subject->parameters);
        Page page(subject);
        page.setUnit(2, 2);
        page.showAverage();
        const auto close = [](double a, double b) { return std::abs(a - b) < 1e-12; };
        QVERIFY(close(page.bars("bias").bars().front().wish, -gradients[1].b(2)));
        for (int i = 0; i < 5; ++i) {
            const double wish = page.bars("weights").bars()[static_cast<std::size_t>(i)].wish;
            QVERIFY(close(wish, -gradients[1].W(2, i)));
        }
        QVERIFY(page.sentence().contains("−dW[2]"));
        QVERIFY(page.sentence().contains(QStringLiteral("700")));
        QVERIFY(!page.button("activations").isEnabled()); // each point has its own

        const double cost = costOf(objective, subject->parameters);
        QVERIFY(page.text("loss").contains(numberText(cost)));
        page.click("weights", 0);
        QTRY_VERIFY(page.desk().wishes());
        const double costNow = costOf(objective, page.desk().parameters());
        QVERIFY(costNow < cost);
        QCOMPARE(page.text("loss").section(QStringLiteral("  ("), 0, 0),
                 QStringLiteral("(1/m) Σ ℒ  %1 → %2").arg(numberText(cost), numberText(costNow)));
        QVERIFY(page.sentence().contains(numberText(costNow)));
        page.button("undo").click();
        QTRY_VERIFY(page.desk().wishes());
        QVERIFY(page.text("loss").endsWith(numberText(cost)));
    }

    /// What is still being averaged is never taken for the average of other parameters.
    void anAverageThatIsTooLateIsNotShown() {
        const auto subject = subjectOf({60, 60}, 3000);
        Page page(subject);
        page.findChild<QToolButton*>(QStringLiteral("average"))->click();
        page.findChild<QToolButton*>(QStringLiteral("thisPoint"))->click();
        page.click("bias", 0);
        page.showAverage();
        const Objective objective{subject->architecture, subject->X, subject->Y};
        const Parameters<double> gradients = *gradientsOf(objective, page.desk().parameters());
        QVERIFY(std::abs(page.bars("bias").bars().front().wish + gradients[2].b(0)) < 1e-12);
    }

    void pointAndUnitAreChosenHereOrElsewhere() {
        Page page(subjectOf({5, 3}));
        QSignalSpy units(&page, &NudgesPage::unitChosen);
        QSignalSpy examples(&page, &NudgesPage::exampleChosen);
        page.setExample(3);
        page.setUnit(1, 4);
        QCOMPARE(page.field("point").value(), 4);
        QCOMPARE(page.field("layer").value(), 1);
        QCOMPARE(page.field("unit").value(), 5);
        QVERIFY(units.isEmpty() && examples.isEmpty()); // whoever says it knows it
        page.field("point").setValue(9);
        QCOMPARE(examples.takeFirst(), (QVariantList{QVariant::fromValue(Eigen::Index{8})}));
        page.field("layer").setValue(2);
        QCOMPARE(units.takeFirst(), (QVariantList{2, 0}));
        page.field("unit").setValue(3);
        QCOMPARE(units.takeFirst(), (QVariantList{2, 2}));
        QCOMPARE(page.field("unit").maximum(), 3);
        page.setUnit(2, 3); // there is none
        page.setUnit(0, 0);
        page.setExample(kPoints);
        QCOMPARE(page.desk().unit(), (UnitPlace{2, 2}));
        QCOMPARE(page.desk().example(), Eigen::Index{8});
    }

    void nothingToNudgeIsASentence() {
        Page page;
        QLabel* sentence = page.findChild<QLabel*>(QStringLiteral("nothingToNudge"));
        for (const auto& nothing : {NudgeSubjectPtr(), subjectOf({3}, 0)}) {
            page.setSubject(nothing);
            QVERIFY(sentence->isVisible());
            QVERIFY(!page.button("weights").isVisible());
            QTest::keyClick(&page, Qt::Key_Left, Qt::ShiftModifier);
            page.setExample(2);
            page.setUnit(1, 0);
            page.grab();
        }
        page.setSubject(subjectOf({3}));
        QVERIFY(!sentence->isVisible());
        QVERIFY(page.button("weights").isVisible());
        page.showAverage();
        page.setSubject(nullptr);
        QVERIFY(sentence->isVisible());
    }

    void anotherSubjectTakesTheNudgesAway() {
        Page page(subjectOf({5, 3}));
        page.setExample(20);
        page.setUnit(2, 1);
        page.click("bias", 0);
        const auto trainedOn = subjectOf({5, 3}, 10, Task::binary, 8);
        page.setSubject(trainedOn);
        QCOMPARE(page.desk().nudges(), 0);
        QVERIFY(page.desk().parameters() == trainedOn->parameters);
        QCOMPARE(page.desk().unit(), (UnitPlace{2, 1})); // where one was
        QCOMPARE(page.desk().example(), Eigen::Index{9});
        QCOMPARE(page.bars("bias").bars().front().wish, wishesBy(*trainedOn, 9, {2, 1}).b);
        page.setSubject(subjectOf({2}));
        QCOMPARE(page.desk().unit(), (UnitPlace{2, 0})); // its output
        QCOMPARE(page.bars("weights").bars().size(), std::size_t{2});
    }

    void aNeuronAloneHasItsInputs() {
        Page page(subjectOf({}));
        QCOMPARE(page.bars("weights").bars().front().name, QStringLiteral("w₁"));
        QCOMPARE(page.bars("activations").bars().back().name, QStringLiteral("x₂"));
        page.button("backwards").click();
        QVERIFY(page.path().startsWith(QStringLiteral("layer 1 unit 1 ← x")));
    }

    void manyUnitsScrollToTheKeyboard() {
        Page page(subjectOf(std::vector<int>(12, 128)));
        NudgeBars& bars = page.bars("activations");
        bars.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&bars, Qt::Key_End);
        QVERIFY(bars.visibleRegion().contains(bars.rowOf(127).center()));
        QTest::keyClick(&bars, Qt::Key_Home);
        QVERIFY(bars.visibleRegion().contains(bars.rowOf(0).center()));
        for (int i = 0; i < 13; ++i) {
            page.button("backwards").click();
        }
        auto* path = page.findChild<NudgePath*>();
        QTextDocument shown; // as much of it as there is room for
        shown.setHtml(path->text());
        QVERIFY(path->fontMetrics().horizontalAdvance(shown.toPlainText()) <= path->width());
        QVERIFY(shown.toPlainText().contains(QStringLiteral("a[1]")));
        page.grab();
    }

    void everythingFitsInBothLanguages() {
        QTranslator korean;
        QVERIFY(korean.load(QStringLiteral(":/i18n/perceptible_ko.qm")));
        for (const bool inKorean : {false, true}) {
            if (inKorean) {
                qApp->installTranslator(&korean);
            }
            Page page(subjectOf({6, 4}), {640, 250});
            QCOMPARE(page.button("undo").text(),
                     inKorean ? QStringLiteral("밀기 되돌리기") : QStringLiteral("Undo nudges"));
            QCOMPARE(page.path(), inKorean ? QStringLiteral("3층 유닛 1") : QStringLiteral("layer 3 unit 1"));
            page.click("weights", 1);
            for (QPushButton* button : page.findChildren<QPushButton*>()) {
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
                QVERIFY(!button->accessibleName().isEmpty() && !button->accessibleDescription().isEmpty());
            }
            for (QLabel* label : page.findChildren<QLabel*>()) {
                const bool wraps = label->wordWrap() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
                QTRY_VERIFY2(wraps || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
            auto* whole = page.findChildren<QScrollArea*>(QString(), Qt::FindDirectChildrenOnly).first();
            QCOMPARE(whole->horizontalScrollBar()->maximum(), 0);
            QCOMPARE(whole->verticalScrollBar()->maximum(), 0);
        }
        qApp->removeTranslator(&korean);
    }
};

QTEST_MAIN(NudgesPageTest)
#include "nudges_page_test.moc"
