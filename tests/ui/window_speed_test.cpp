#include <QSlider>

#include "window_in_use.h"

using namespace perceptible;

/// The speed slider from single updates to the processor's limit.
class WindowSpeedTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
        use_->field<QSlider>("speed").setFocus(Qt::TabFocusReason);
    }
    void cleanup() { use_.reset(); }

    void atOnePerSecondUpdatesAppearOneByOne() {
        use_->press(Qt::Key_Home);
        QCOMPARE(use_->laboratory().speed(), std::optional(1.0));
        const RunRecord record(use_->laboratory());
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration == 3);
        QCOMPARE(record.longestLeap(), 1);
    }

    void atTheRightEndUpdatesAreMany() {
        use_->press(Qt::Key_End);
        QVERIFY(!use_->laboratory().speed());
        const RunRecord record(use_->laboratory());
        use_->press(Qt::Key_Space);
        EVENTUALLY(record.longestLeap() > 20);
    }

    void theSpeedChangesWhileItRuns() {
        use_->press(Qt::Key_End);
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 100);
        use_->press(Qt::Key_Home);
        QVERIFY(use_->settle());
        const RunRecord record(use_->laboratory());
        const std::int64_t then = use_->now().iteration;
        EVENTUALLY(use_->now().iteration > then);
        QCOMPARE(record.longestLeap(), 1);
        use_->press(Qt::Key_End);
        EVENTUALLY(record.longestLeap() > 20);
        QVERIFY(!record.wasReset());
    }

private:
    std::unique_ptr<WindowInUse> use_;
};

QTEST_MAIN(WindowSpeedTest)
#include "window_speed_test.moc"
