#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QTranslator>
#include <QtTest>
#include <memory>

#include "tests/ui/check_subjects.h"
#include "ui/backprop/check/cost_section_plot.h"
#include "ui/backprop/check/error_plot.h"
#include "ui/backprop/check/gradient_check_page.h"
#include "ui/backprop/check/mistake_texts.h"
#include "ui/backprop/check/named_number.h"
#include "ui/backprop/check/parameter_name.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

using namespace perceptible;

class GradientCheckPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }
    void init() { open(); }
    void cleanup() {
        page_.reset();
        QApplication::removeTranslator(&translator_);
    }

    void numbersAreCores() {
        const CheckSubjectPtr subject = subjectOf({4, 3});
        const Parameters<double> gradients = *gradientsOf(subject->objective, subject->parameters);
        page_->setSubject(subject);
        for (const Eigen::Index i : {0, 9, 13, 30}) {
            page_->choose(i);
            QCOMPARE(page_->parameter(), i);
            answered();
            const CheckedParameter checked = checkParameter(subject->objective, subject->parameters, gradients, i);
            QCOMPARE(number("tangent"), preciseText(checked.backward));
            QCOMPARE(number("chord"), preciseText(checked.numeric));
            QCOMPARE(number("relativeError"), shortNumberText(checked.relativeError()));
            QVERIFY(text("parameterName")
                        .contains(nameOf(placeOf(subject->parameters.units(), i)) + QStringLiteral(" = ") +
                                  numberText(subject->parameters.values()[i])));
            QVERIFY(text("finding").startsWith(QStringLiteral("✓")));
        }
    }

    void namesAreTheLectures() {
        QCOMPARE(nameOf({2, false, 0, 2}), QStringLiteral("W[2]₁₃"));
        QCOMPARE(nameOf({1, false, 11, 2}), QStringLiteral("W[1]₁₂,₃"));
        QCOMPARE(nameOf({1, false, 0, 22}), QStringLiteral("W[1]₁,₂₃"));
        QCOMPARE(nameOf({3, true, 11, 0}), QStringLiteral("b[3]₁₂"));
    }

    void theFieldsPickEveryParameter() {
        const CheckSubjectPtr subject = subjectOf({4, 3});
        page_->setSubject(subject);
        QSignalSpy chosen(page_.get(), &GradientCheckPage::chosen);
        const std::vector<int>& units = subject->parameters.units();
        for (Eigen::Index i = 0; i < subject->parameters.values().size(); ++i) {
            page_->choose(i);
            const ParameterPlace place = placeOf(units, i);
            QCOMPARE(spin("layer").value(), place.layer);
            QCOMPARE(find<QComboBox>("kind").currentIndex(), place.isBias ? 1 : 0);
            QCOMPARE(spin("row").value(), place.row + 1);
            QCOMPARE(spin("column").isVisible(), !place.isBias);
            if (!place.isBias) {
                QCOMPARE(spin("column").value(), place.column + 1);
            }
        }
        QCOMPARE(chosen.count(), 0); // who chose it knows

        page_->choose(0);
        spin("layer").setValue(2);
        find<QComboBox>("kind").setCurrentIndex(1);
        spin("row").setValue(3);
        QCOMPARE(chosen.count(), 3);
        QCOMPARE(chosen.last().first().value<Eigen::Index>(), indexOf(units, {2, true, 2, 0}));
        QCOMPARE(page_->parameter(), indexOf(units, {2, true, 2, 0}));
        spin("layer").setValue(3); // has one row
        QCOMPARE(spin("row").value(), 1);
        QCOMPARE(page_->parameter(), subject->parameters.values().size() - 1);
    }

    void aParameterThatIsNotThereIsNotTaken() {
        page_->choose(3); // without a subject
        const CheckSubjectPtr subject = subjectOf({4});
        page_->setSubject(subject);
        page_->choose(5);
        page_->choose(-1);
        page_->choose(subject->parameters.values().size());
        QCOMPARE(page_->parameter(), Eigen::Index{5});
        page_->setSubject(subjectOf({1})); // W[1] has one row now: the same column of that
        QCOMPARE(page_->parameter(), Eigen::Index{1});
        answered();
    }

    void theSliderShowsBothWaysToFail() {
        const CheckSubjectPtr subject = subjectOf({4, 3});
        page_->setSubject(subject);
        page_->choose(3);
        answered();
        find<QSlider>("epsilon").setFocus();
        QTest::keyClick(&find<QSlider>("epsilon"), Qt::Key_End);
        QCOMPARE(number("epsilonNumber"), QStringLiteral("1"));
        answered();
        QVERIFY(text("finding").contains(QStringLiteral("too large")));
        QVERIFY(find<QLabel>("finding").property("warning").toBool());
        QTest::keyClick(&find<QSlider>("epsilon"), Qt::Key_Home);
        QCOMPARE(number("epsilonNumber"), QStringLiteral("1e−12"));
        answered();
        QVERIFY(text("finding").contains(QStringLiteral("rounding")));
        const Parameters<double> gradients = *gradientsOf(subject->objective, subject->parameters);
        QCOMPARE(number("chord"),
                 preciseText(checkParameter(subject->objective, subject->parameters, gradients, 3, 1e-12).numeric));
        QTest::keyClick(&find<QSlider>("epsilon"), Qt::Key_PageUp);
        QCOMPARE(number("epsilonNumber"), QStringLiteral("1e−11"));
    }

    void theErrorPlotTakesEpsilonByMouse() {
        page_->setSubject(subjectOf({4}));
        auto& plot = *page_->findChild<ErrorPlot*>();
        const QPoint place(static_cast<int>(plot.xAxis->coordToPixel(1e-2)), plot.height() / 2);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, place);
        QCOMPARE(number("epsilonNumber"), QStringLiteral("0.01"));
        QCOMPARE(find<QSlider>("epsilon").value(), placeOfEpsilon(1e-2));
        QTRY_COMPARE(plot.graph(0)->data()->size(), kEpsilons);
    }

    void thePlotShowsTangentAndChord() {
        const CheckSubjectPtr subject = subjectOf({4});
        page_->setSubject(subject);
        find<QSlider>("epsilon").setValue(placeOfEpsilon(0.1));
        auto& plot = *page_->findChild<CostSectionPlot*>();
        answered();
        const double offsets[] = {-0.1, 0, 0.1};
        const auto costs = *costAlong(subject->objective, subject->parameters, 0, offsets);
        const auto height = [&](int graph, int point) { return plot.graph(graph)->data()->at(point)->value; };
        for (const int point : {0, 1, 2}) { // J(w − ε), J(w), J(w + ε)
            const double cost = costs[static_cast<std::size_t>(point)];
            QCOMPARE(height(3, point), cost - costs[1]);
            QVERIFY(plot.toolTip().contains(QString::number(cost, 'g', 17))); // to check the chord by hand
        }
        const double g = gradientsOf(subject->objective, subject->parameters)->values()[0];
        QCOMPARE((height(1, 1) - height(1, 0)) / (2 * CostSection::kReach), g * 0.1);
        QCOMPARE(height(2, 1) - height(2, 0), costs[2] - costs[0]);

        find<QToolButton>("withoutTangent").click();
        QCOMPARE(height(1, 0), 0.0);
        QCOMPARE(height(3, 2), costs[2] - costs[1] - g * 0.1);
        QVERIFY(plot.yAxis->label().contains(QStringLiteral("tangent")));
    }

    void theWholeNetworkPassesAndTheWorstIsNamed() {
        const CheckSubjectPtr subject = subjectOf({4, 3});
        const auto expected = checkGradients(subject->objective, subject->parameters,
                                             *gradientsOf(subject->objective, subject->parameters));
        page_->setSubject(subject);
        QVERIFY(text("verdict").contains(QStringLiteral("Not checked")));
        find<QPushButton>("checkAll").click();
        checked();
        QVERIFY(text("verdict").startsWith(QStringLiteral("✓ Passed")));
        QVERIFY(text("verdict").contains(shortNumberText(expected->relativeError)));
        QVERIFY(text("compared").contains(QString::number(expected->compared)));
        for (const Agreement& layer : expected->layers) {
            QVERIFY(text("layerErrors").contains(shortNumberText(layer.relativeError)));
        }
        QVERIFY(find<QPushButton>("worst").text().contains(
            nameOf(placeOf(subject->parameters.units(), expected->worst.index))));
        page_->choose(expected->worst.index == 0 ? 1 : 0);
        QSignalSpy chosen(page_.get(), &GradientCheckPage::chosen);
        find<QPushButton>("worst").click();
        QCOMPARE(page_->parameter(), expected->worst.index);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(text("verdict").startsWith(QStringLiteral("✓ Passed"))); // another parameter is no other network
    }

    void kinksAreLeftOutAndSaidSo() {
        auto subject = std::make_shared<CheckSubject>(*subjectOf({4}, Activation::relu));
        subject->parameters[0].W.row(1).setZero(); // z = 0 for every example
        subject->parameters[0].b[1] = 0;
        const auto expected = checkGradients(subject->objective, subject->parameters,
                                             *gradientsOf(subject->objective, subject->parameters));
        QVERIFY(expected->atKinks > 0);
        page_->setSubject(subject);
        find<QPushButton>("checkAll").click();
        checked();
        QVERIFY(text("compared").contains(QStringLiteral("kink")));
        QVERIFY(text("compared").contains(QString::number(expected->atKinks)));
        page_->choose(indexOf(subject->parameters.units(), {1, true, 1, 0}));
        answered();
        QVERIFY(text("finding").contains(QStringLiteral("kink")));
    }

    void aLayerOfWhichNothingWasComparedIsNotTakenForRight() {
        auto subject = std::make_shared<CheckSubject>(*subjectOf({4}, Activation::relu));
        subject->parameters.values().setZero(); // z[1] = 0 for every example
        page_->setSubject(subject);
        find<QPushButton>("checkAll").click();
        checked();
        QVERIFY(text("layerErrors").contains(QStringLiteral("1:\u00a0–")));
        QVERIFY(text("layerErrors").contains(QStringLiteral("2:\u00a0✓")));
        QVERIFY(text("verdict").startsWith(QStringLiteral("✓ Passed")));
        QVERIFY(text("verdict").endsWith(QStringLiteral("; layer 1 not checked")));
    }

    void everyMistakeIsCaught() {
        const CheckSubjectPtr subject = subjectOf({4, 3});
        const Parameters<double> before = subject->parameters;
        page_->setSubject(subject);
        for (const GradientMistake mistake : allGradientMistakes) {
            find<QPushButton>("checkAll").click();
            checked();
            chooseMistake(mistake);
            QVERIFY(text("verdict").contains(QStringLiteral("Not checked"))); // that was another copy
            QVERIFY(text("mistakeNote").contains(MistakeTexts::formula(mistake)));
            QVERIFY(text("mistakeNote").contains(QStringLiteral("Training is not touched")));
            QVERIFY(find<QLabel>("mistakeNote").property("warning").toBool());
            find<QPushButton>("checkAll").click();
            checked();
            QVERIFY(text("verdict").startsWith(QStringLiteral("✗ Failed")));
            QVERIFY(find<QLabel>("verdict").property("warning").toBool());
            find<QPushButton>("worst").click();
            answered();
            QVERIFY(text("finding").contains(QStringLiteral("g is wrong")));
        }
        chooseMistake(GradientMistake::none);
        QVERIFY(!find<QLabel>("mistakeNote").property("warning").toBool());
        answered();
        QVERIFY(text("finding").startsWith(QStringLiteral("✓")));
        QCOMPARE(subject->parameters, before);
    }

    void aMistakeThatCannotShowSaysWhy() {
        page_->setSubject(subjectOf({}));
        for (const GradientMistake mistake : {GradientMistake::missingDerivative, GradientMistake::wrongTranspose}) {
            chooseMistake(mistake);
            QVERIFY(text("mistakeNote").contains(MistakeTexts::whyHidden(mistake)));
            answered();
            QVERIFY(text("finding").startsWith(QStringLiteral("✓")));
        }
        page_->setSubject(subjectOf({3})); // where it can
        QVERIFY(text("mistakeNote").contains(MistakeTexts::formula(GradientMistake::wrongTranspose)));
        page_->setSubject(subjectOf({3}, Activation::tanh, 1));
        chooseMistake(GradientMistake::forgottenMean);
        QVERIFY(text("mistakeNote").contains(MistakeTexts::whyHidden(GradientMistake::forgottenMean)));
    }

    void aCheckCanBeStopped() {
        page_->setSubject(largeSubject());
        find<QPushButton>("checkAll").click();
        QVERIFY(find<QPushButton>("stopCheck").isVisible());
        QTRY_VERIFY(page_->findChild<QProgressBar*>()->isVisible() && !text("compared").startsWith(QLatin1Char('0')));
        find<QPushButton>("stopCheck").click();
        QVERIFY(text("verdict").contains(QStringLiteral("Stopped")));
        QVERIFY(find<QPushButton>("checkAll").isVisible());
        QVERIFY(!page_->findChild<QProgressBar*>()->isVisible());
    }

    void anotherSubjectEndsTheCheck() {
        page_->setSubject(largeSubject());
        find<QPushButton>("checkAll").click();
        QTRY_VERIFY(!text("compared").startsWith(QLatin1Char('0')));
        const CheckSubjectPtr small = subjectOf({3});
        page_->setSubject(small);
        QVERIFY(text("verdict").contains(QStringLiteral("Not checked")));
        QVERIFY(text("compared").startsWith(QString::number(small->parameters.values().size())));
        find<QPushButton>("checkAll").click();
        checked();
        QVERIFY(text("verdict").startsWith(QStringLiteral("✓ Passed")));
        page_->setSubject(largeSubject());
        find<QPushButton>("checkAll").click();
        page_.reset(); // while it checks
    }

    void withoutASubjectItSaysWhatToDo() {
        QVERIFY(find<QLabel>("nothing").isVisible());
        QVERIFY(text("nothing").contains(QStringLiteral("training points")));
        page_->setSubject(subjectOf({3}));
        QVERIFY(!find<QLabel>("nothing").isVisible());
        answered();
        find<QPushButton>("checkAll").click();
        page_->setSubject(nullptr);
        QVERIFY(find<QLabel>("nothing").isVisible());
        page_->setSubject(subjectOf({3}, Activation::tanh, 0)); // without examples there is no J
        QVERIFY(find<QLabel>("nothing").isVisible());
    }

    void aPageThatNobodySeesAsksWhenItIsShown() {
        page_->hide();
        page_->setSubject(subjectOf({3}));
        QTest::qWait(0);
        QCOMPARE(number("tangent"), QStringLiteral("–"));
        page_->show();
        answered();
        QVERIFY(number("tangent") != QStringLiteral("–"));
    }

    void whatIsNotFiniteIsSaid() {
        auto subject = std::make_shared<CheckSubject>(*subjectOf({3}));
        subject->parameters.values()[0] = std::numeric_limits<double>::quiet_NaN();
        page_->setSubject(subject);
        answered();
        QVERIFY(text("finding").contains(QStringLiteral("not finite")));
        find<QPushButton>("checkAll").click();
        checked();
        QVERIFY(text("verdict").startsWith(QStringLiteral("✗ Failed")));
    }

    void everythingWorksWithTheKeyboardAlone() {
        const CheckSubjectPtr subject = subjectOf({4, 3});
        page_->setSubject(subject);
        QApplication::setActiveWindow(page_.get());
        spin("layer").setFocus(Qt::TabFocusReason);
        QTest::keyClick(focus(), Qt::Key_Up);
        QCOMPARE(page_->parameter(), indexOf(subject->parameters.units(), {2, false, 0, 0}));
        tabTo("kind");
        QTest::keyClick(focus(), Qt::Key_Down);
        tabTo("row");
        QTest::keyClick(focus(), Qt::Key_Up);
        QCOMPARE(page_->parameter(), indexOf(subject->parameters.units(), {2, true, 1, 0}));
        tabTo("mistake");
        QTest::keyClick(focus(), Qt::Key_Down);
        QVERIFY(text("mistakeNote").contains(MistakeTexts::formula(GradientMistake::forgottenMean)));
        tabTo("withTangent");
        QTest::keyClick(focus(), Qt::Key_Right);
        QVERIFY(find<QToolButton>("withoutTangent").isChecked());
        tabTo("epsilon");
        QTest::keyClick(focus(), Qt::Key_Left);
        QCOMPARE(number("epsilonNumber"), QStringLiteral("5.62e−06"));
        tabTo("checkAll");
        QTest::keyClick(focus(), Qt::Key_Space);
        checked();
        QCOMPARE(focus(), &find<QPushButton>("checkAll")); // the focus is where it was
        tabTo("worst");
        QTest::keyClick(focus(), Qt::Key_Space);
        answered();
        QVERIFY(text("finding").contains(QStringLiteral("g is wrong")));
    }

    void everyControlHasANameAndAnExplanation() {
        page_->setSubject(subjectOf({4, 3}));
        int controls = 0;
        for (const QWidget* control : page_->findChildren<QWidget*>()) {
            if (control->isVisible() && control->focusPolicy() != Qt::NoFocus &&
                !control->objectName().startsWith("qt_")) {
                ++controls;
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
                QVERIFY2(!control->accessibleDescription().isEmpty(), qPrintable(control->objectName()));
            }
        }
        QVERIFY(controls >= 8);
    }

    void nothingIsCutOff_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<GradientMistake>("mistake");
        for (const char* language : {"en", "ko"}) {
            for (const QSize size : {QSize(640, 250), QSize(780, 330)}) {
                for (const GradientMistake mistake : allGradientMistakes) {
                    QTest::addRow("%s %d %d", language, size.width(), static_cast<int>(mistake))
                        << QString::fromLatin1(language) << size << mistake;
                }
            }
        }
    }

    void nothingIsCutOff() {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QFETCH(const GradientMistake, mistake);
        open(language, size);
        page_->setSubject(subjectOf({8, 8, 8, 8, 8, 8}));
        chooseMistake(mistake);
        find<QPushButton>("checkAll").click();
        checked();
        answered();
        QCOMPARE(text("verdict").contains(QStringLiteral("실패")), language == QStringLiteral("ko"));
        verifyThatAllIsSeen();
        page_->setSubject(subjectOf({}, Activation::tanh, 1)); // where not every mistake can show
        answered();
        verifyThatAllIsSeen();
    }

    void theLargestNetworkFitsToo() {
        for (const char* language : {"en", "ko"}) {
            open(QString::fromLatin1(language), {640, 250});
            page_->setSubject(subjectOf({128, 128}, Activation::relu, 2));
            page_->choose(page_->parameter() + 128);
            answered();
            verifyThatAllIsSeen();
            QApplication::removeTranslator(&translator_);
        }
    }

    void largeTextNeverScrollsSideways() {
        for (const int percent : {125, 150}) {
            applyTheme(*qApp, ThemeChoice::light, percent);
            for (const int width : {480, 560, 640, 780, 1100}) {
                open(QStringLiteral("en"), {width, 250});
                page_->setSubject(subjectOf({4, 3}));
                find<QPushButton>("checkAll").click();
                checked();
                QApplication::processEvents(); // the layout
                QCOMPARE(page_->findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0);
            }
        }
        applyTheme(*qApp, ThemeChoice::light);
    }

    void anotherThemeRepaintsThePlots() {
        page_->setSubject(subjectOf({4}));
        answered();
        applyTheme(*qApp, ThemeChoice::dark);
        const QColor ground = page_->findChild<ErrorPlot*>()->grab().toImage().pixelColor(0, 0);
        const QColor expected = Theme::current().panel;
        applyTheme(*qApp, ThemeChoice::light);
        QCOMPARE(ground, expected);
    }

private:
    void open(const QString& language = QStringLiteral("en"), QSize size = {780, 330}) {
        if (language != QStringLiteral("en")) {
            QVERIFY(translator_.load(QStringLiteral(":/i18n/perceptible_") + language));
            QApplication::installTranslator(&translator_);
        }
        page_ = std::make_unique<GradientCheckPage>();
        page_->resize(size);
        page_->show();
    }

    template <class Widget>
    Widget& find(const char* name) {
        auto* const found = page_->findChild<Widget*>(QString::fromLatin1(name));
        if (!found) {
            qFatal("There is no %s", name);
        }
        return *found;
    }
    QSpinBox& spin(const char* name) { return find<QSpinBox>(name); }
    QString text(const char* label) { return find<QLabel>(label).text(); }
    QString number(const char* name) { return find<NamedNumber>(name).value(); }

    void chooseMistake(GradientMistake mistake) {
        auto& field = find<QComboBox>("mistake");
        field.setCurrentIndex(field.findData(static_cast<int>(mistake)));
    }

    void answered() { QTRY_VERIFY(page_->isAnswered()); }
    void checked() { QTRY_VERIFY(find<QPushButton>("checkAll").isVisible() && find<QPushButton>("worst").isVisible()); }

    /// Nothing scrolls, and no text is wider or higher than its place.
    void verifyThatAllIsSeen() {
        QApplication::processEvents(); // the layout
        const auto& area = *page_->findChild<QScrollArea*>();
        QCOMPARE(area.verticalScrollBar()->maximum(), 0);
        QCOMPARE(area.horizontalScrollBar()->maximum(), 0);
        for (const QLabel* label : page_->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                const int needed =
                    label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= needed, qPrintable(label->text()));
                QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
        }
        for (const QWidget* part : page_->findChildren<QWidget*>()) {
            const bool hasText = qobject_cast<const QPushButton*>(part) || qobject_cast<const QToolButton*>(part) ||
                                 qobject_cast<const QSpinBox*>(part) || qobject_cast<const NamedNumber*>(part);
            if (part->isVisible() && hasText) {
                QVERIFY2(part->width() >= part->sizeHint().width(), qPrintable(QStringLiteral("%1: %2 of %3")
                                                                                   .arg(part->objectName())
                                                                                   .arg(part->width())
                                                                                   .arg(part->sizeHint().width())));
            }
        }
    }

    QWidget* focus() { return QApplication::focusWidget(); }
    void tabTo(const char* name) {
        const QWidget* const wanted = &find<QWidget>(name);
        for (int i = 0; i < 20 && focus() != wanted; ++i) {
            QTest::keyClick(focus(), Qt::Key_Tab);
        }
        QCOMPARE(focus(), wanted);
    }

    QTranslator translator_;
    std::unique_ptr<GradientCheckPage> page_;
};

QTEST_MAIN(GradientCheckPageTest)
#include "gradient_check_page_test.moc"
