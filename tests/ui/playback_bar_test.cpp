#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>
#include <memory>

#include "ui/live/laboratory.h"
#include "ui/panels/figure.h"
#include "ui/panels/number_text.h"
#include "ui/panels/playback_bar.h"
#include "ui/theme/theme.h"

using namespace perceptible;

class PlaybackBarTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeChoice::light);
    }

    void init() {
        laboratory_ = std::make_unique<Laboratory>();
        window_ = std::make_unique<QWidget>();
        bar_ = new PlaybackBar(*laboratory_, window_.get());
        spin_ = new QSpinBox(window_.get());
        combo_ = new QComboBox(window_.get());
        combo_->addItems({QStringLiteral("tanh"), QStringLiteral("ReLU")});
        button_ = new QPushButton(QStringLiteral("other"), window_.get());
        auto* column = new QVBoxLayout(window_.get());
        for (QWidget* widget : std::initializer_list<QWidget*>{bar_, spin_, combo_, button_}) {
            column->addWidget(widget);
        }
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QApplication::setActiveWindow(window_.get());
        window_->setFocus();
    }

    void cleanup() {
        window_.reset();
        laboratory_.reset();
    }

    void spacePlaysAndPauses() {
        QTest::keyClick(window_.get(), Qt::Key_Space);
        QVERIFY(laboratory_->isRunning());
        QCOMPARE(bar_->playAction()->text(), QStringLiteral("Pause"));
        QTest::keyClick(window_.get(), Qt::Key_Space);
        QVERIFY(!laboratory_->isRunning());
        QCOMPARE(bar_->playAction()->text(), QStringLiteral("Play"));
    }

    void rightIsOneStepAndResetGoesBack() {
        QTest::keyClick(window_.get(), Qt::Key_Right);
        QTRY_COMPARE(iteration(), 1);
        QTRY_COMPARE(figure(0), QStringLiteral("1"));
        QTest::keyClick(window_.get(), Qt::Key_Right);
        QTRY_COMPARE(iteration(), 2);
        QTest::keyClick(window_.get(), Qt::Key_R);
        QTRY_COMPARE(iteration(), 0);
    }

    void nTakesTheNextSeed() {
        const std::uint64_t seed = laboratory_->hyperparameters().seed;
        QTest::keyClick(window_.get(), Qt::Key_N);
        QCOMPARE(laboratory_->hyperparameters().seed, seed + 1);
    }

    void aFieldKeepsTheKeysItNeeds() {
        spin_->setFocus();
        spin_->setValue(5);
        QTest::keyClick(spin_, Qt::Key_Right);
        QTest::keyClick(spin_, Qt::Key_Space);
        QVERIFY(!laboratory_->isRunning());
        QVERIFY(!laboratory_->picture() || iteration() == 0);

        combo_->setFocus();
        const std::uint64_t seed = laboratory_->hyperparameters().seed;
        QTest::keyClick(combo_, Qt::Key_R); // searches the list
        QCOMPARE(combo_->currentText(), QStringLiteral("ReLU"));
        QTest::keyClick(combo_, Qt::Key_N);
        QCOMPARE(laboratory_->hyperparameters().seed, seed);
    }

    void spacePressesTheButtonThatHasTheFocus() {
        const QSignalSpy pressed(button_, &QPushButton::clicked);
        button_->setFocus();
        QTest::keyClick(button_, Qt::Key_Space);
        QCOMPARE(pressed.count(), 1);
        QVERIFY(!laboratory_->isRunning());
        QTest::keyClick(button_, Qt::Key_N); // other shortcuts still hold
        QCOMPARE(laboratory_->hyperparameters().seed, std::uint64_t{2});
    }

    void aClickLeavesSpaceToPlay() {
        for (auto* button : bar_->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("New weights")) {
                QTest::mouseClick(button, Qt::LeftButton);
                QVERIFY(!button->hasFocus());
            }
        }
        QTest::keyClick(window_.get(), Qt::Key_Space);
        QVERIFY(laboratory_->isRunning());
    }

    void theSpeedSliderEndsWithNoLimit() {
        auto* slider = bar_->findChild<QSlider*>(QStringLiteral("speed"));
        slider->setValue(slider->minimum());
        QCOMPARE(laboratory_->speed(), std::optional(1.0));
        slider->setValue(slider->maximum() - 1);
        QCOMPARE(laboratory_->speed(), std::optional(10000.0));
        slider->setValue(slider->maximum());
        QVERIFY(!laboratory_->speed());
        laboratory_->setSpeed(20);
        QCOMPARE(slider->value(), 4);

        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(laboratory_->speed(), std::optional(50.0));
        QVERIFY(!laboratory_->picture() || iteration() == 0);
    }

    void theFiguresAreTheSnapshots() {
        bar_->stepAction()->trigger();
        QTRY_COMPARE(iteration(), 1);
        const Snapshot& snapshot = *laboratory_->picture()->snapshot;
        QCOMPARE(figure(1), NumberText::cost(snapshot.train->cost));
        QCOMPARE(figure(2), NumberText::accuracy(*snapshot.train->accuracy));
        QCOMPARE(figure(3), NumberText::accuracy(*snapshot.test->accuracy));
        laboratory_->setTestShare(0);
        QTRY_COMPARE(figure(3), NumberText::none());
    }

    void playKeepsItsWidth() {
        QPushButton* play = nullptr;
        for (auto* button : bar_->findChildren<QPushButton*>()) {
            play = button->text() == QStringLiteral("Play") ? button : play;
        }
        QVERIFY(play);
        const int width = play->width();
        laboratory_->play();
        QCOMPARE(play->text(), QStringLiteral("Pause"));
        QCOMPARE(play->width(), width);
        QVERIFY(play->minimumSizeHint().width() <= width);
    }

    void theBarFitsASmallWindow() {
        QMenu menu;
        bar_->setMenu(&menu);
        QVERIFY(bar_->minimumSizeHint().width() <= 1280);
        QVERIFY(bar_->findChildren<QToolButton*>().last()->isVisible());
    }

    void numbersAreTrue() {
        QCOMPARE(NumberText::accuracy(1), QStringLiteral("100 %"));
        QCOMPARE(NumberText::accuracy(0.9999), QStringLiteral("99.9 %")); // 100 would not be true
        QCOMPARE(NumberText::accuracy(0.29), QStringLiteral("29.0 %"));
        QCOMPARE(NumberText::accuracy(239.0 / 300), QStringLiteral("79.7 %"));
        QCOMPARE(NumberText::accuracy(0.7964), QStringLiteral("79.6 %"));
        QCOMPARE(NumberText::accuracy(1e-5), QStringLiteral("0.1 %")); // nor would 0
        QCOMPARE(NumberText::accuracy(0), QStringLiteral("0.0 %"));
        QCOMPARE(NumberText::brief(0), QStringLiteral("0"));
        QCOMPARE(NumberText::brief(950), QStringLiteral("950"));
        QCOMPARE(NumberText::brief(12345), QStringLiteral("12.3k"));
        QCOMPARE(NumberText::brief(999'600), QStringLiteral("1M"));
        QCOMPARE(NumberText::brief(1.5e6), QStringLiteral("1.5M"));
        QCOMPARE(NumberText::cost(std::numeric_limits<double>::quiet_NaN()), NumberText::none());
    }

private:
    std::int64_t iteration() const { return laboratory_->picture() ? laboratory_->picture()->snapshot->iteration : -1; }
    QString figure(int index) const { return bar_->findChildren<Figure*>()[index]->text(); }

    std::unique_ptr<Laboratory> laboratory_;
    std::unique_ptr<QWidget> window_;
    PlaybackBar* bar_ = nullptr;
    QSpinBox* spin_ = nullptr;
    QComboBox* combo_ = nullptr;
    QPushButton* button_ = nullptr;
};

QTEST_MAIN(PlaybackBarTest)
#include "playback_bar_test.moc"
