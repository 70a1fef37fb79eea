#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitterHandle>
#include <QToolButton>
#include <QTranslator>
#include <QtTest>
#include <memory>

#include "ui/live/laboratory.h"
#include "ui/main_window.h"
#include "ui/panels/app_menu.h"
#include "ui/panels/elided_label.h"
#include "ui/plots/cost_plot.h"
#include "ui/preferences.h"

using namespace perceptible;

namespace {

constexpr QSize kSizes[] = {{1280, 720}, {1440, 900}, {1920, 1080}};
constexpr QSize kSmallestRoom(1280, 660); // of 1280 × 720, what a desktop's bars leave
constexpr int kLowestPlot = 150;
constexpr int kPatience = 60'000;   // on a busy machine under a sanitizer
constexpr int kToolButtonSlack = 3; // Qt's style sheets ask so much more than the box of a tool button takes

QString nameOf(const QWidget& widget) {
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return QStringLiteral("%1 “%2”").arg(QString::fromLatin1(widget.metaObject()->className()),
                                         label    ? label->text()
                                         : button ? button->text()
                                                  : widget.objectName());
}

/// What scrolls may lie outside what is seen of it.
bool scrolls(const QWidget& widget) {
    const QWidget* viewport = widget.parentWidget();
    return viewport && qobject_cast<const QAbstractScrollArea*>(viewport->parentWidget());
}

bool isCut(const QWidget& widget) {
    const QSize needed = widget.sizeHint();
    if (qobject_cast<const ElidedLabel*>(&widget)) {
        return widget.height() < needed.height();
    }
    const int slack = qobject_cast<const QToolButton*>(&widget) ? kToolButtonSlack : 0;
    const bool written = qobject_cast<const QLabel*>(&widget) || qobject_cast<const QAbstractButton*>(&widget);
    return written && (widget.width() < needed.width() - slack || widget.height() < needed.height() - slack);
}

bool isSqueezed(const QWidget& widget) {
    const QSize least(widget.minimumWidth() > 0 ? widget.minimumWidth() : widget.minimumSizeHint().width(),
                      widget.minimumHeight() > 0 ? widget.minimumHeight() : widget.minimumSizeHint().height());
    const bool field = qobject_cast<const QAbstractSpinBox*>(&widget) || qobject_cast<const QComboBox*>(&widget);
    const bool judged =
        !field && !qobject_cast<const QAbstractButton*>(&widget) && !qobject_cast<const QLabel*>(&widget);
    return judged && (widget.width() < least.width() || widget.height() < least.height());
}

std::vector<const QWidget*> visibleParts(const QWidget& parent) {
    std::vector<const QWidget*> parts;
    for (const QWidget* child : parent.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        const bool isPart = child->isVisible() && !child->isWindow() && !qobject_cast<const QSplitterHandle*>(child);
        if (isPart) {
            parts.push_back(child);
        }
    }
    return parts;
}

/// What is cut, or squeezed, or leaves its parent, or covers its neighbour.
QStringList faults(const QWidget& parent) {
    QStringList found;
    const std::vector<const QWidget*> parts = visibleParts(parent);
    for (const QWidget* part : parts) {
        if (isCut(*part) || isSqueezed(*part)) {
            found << QStringLiteral("%1 needs %2×%3, has %4×%5")
                         .arg(nameOf(*part))
                         .arg(part->sizeHint().width())
                         .arg(part->sizeHint().height())
                         .arg(part->width())
                         .arg(part->height());
        }
        if (!scrolls(*part) && !parent.rect().contains(part->geometry())) {
            found << nameOf(*part) + QStringLiteral(" leaves ") + nameOf(parent);
        }
        for (const QWidget* other : parts) {
            if (other < part && other->geometry().intersects(part->geometry())) {
                found << nameOf(*part) + QStringLiteral(" covers ") + nameOf(*other);
            }
        }
        if (!qobject_cast<const QAbstractSpinBox*>(part)) {
            found << faults(*part);
        }
    }
    return found;
}

} // namespace

class WindowFitTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() {
        window_.reset();
        laboratory_.reset();
        QApplication::removeTranslator(&translator_);
    }

    void nothingIsCut_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("textSize");
        for (const QString& language : languages()) {
            for (const QSize size : kSizes) {
                for (const int textSize : kTextSizes) {
                    QTest::addRow("%s, %d×%d, %d %%", qPrintable(language), size.width(), size.height(), textSize)
                        << language << size << textSize;
                }
            }
        }
    }
    void nothingIsCut() {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(int, textSize);
        open(language, size, textSize);
        QCOMPARE(window_->size(), size);
        QTRY_VERIFY_WITH_TIMEOUT(laboratory_->picture(), kPatience);
        const QStringList found = faults(*window_);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
        QVERIFY(window_->findChild<CostPlot*>()->height() >= kLowestPlot);
    }

    void theSmallestScreenHoldsTheWindow_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("textSize");
        for (const QString& language : languages()) {
            for (const int textSize : kTextSizes) {
                QTest::addRow("%s, %d %%", qPrintable(language), textSize) << language << textSize;
            }
        }
    }
    void theSmallestScreenHoldsTheWindow() {
        QFETCH(QString, language);
        QFETCH(int, textSize);
        open(language, kSmallestRoom, textSize);
        QCOMPARE(window_->size(), kSmallestRoom);
        const QSize least = window_->minimumSizeHint();
        QVERIFY2(least.width() <= kSmallestRoom.width() && least.height() <= kSmallestRoom.height(),
                 qPrintable(QStringLiteral("%1×%2").arg(least.width()).arg(least.height())));
    }

    void theSettingsAreWholeWhereTheyCanBe_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("layers");
        for (const QString& language : languages()) {
            QTest::addRow("%s, at first on the smallest screen", qPrintable(language))
                << language << kSmallestRoom << 2;
            QTest::addRow("%s, six layers", qPrintable(language)) << language << kSizes[1] << 6;
            QTest::addRow("%s, all layers", qPrintable(language)) << language << kSizes[2] << 12;
        }
    }
    void theSettingsAreWholeWhereTheyCanBe() {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(int, layers);
        open(language, size, 100);
        Hyperparameters h = laboratory_->hyperparameters();
        h.hiddenLayers.resize(static_cast<std::size_t>(layers), h.hiddenLayers.back());
        laboratory_->setHyperparameters(h);
        const QScrollArea& area = settingsArea();
        QTRY_COMPARE(area.verticalScrollBar()->maximum(), 0);
        const QStringList found = faults(*area.widget());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void manySettingsScrollInOnePlace() {
        open(QStringLiteral("en"), kSizes[0], 100);
        Hyperparameters h = laboratory_->hyperparameters();
        h.hiddenLayers.resize(12, h.hiddenLayers.back());
        laboratory_->setHyperparameters(h);
        QTRY_VERIFY(settingsArea().verticalScrollBar()->maximum() > 0);
        QVERIFY(settingsArea().widget()->findChildren<QScrollArea*>().isEmpty());
    }

    void keysStepThroughTheTextSizes_data() {
        QTest::addColumn<int>("textSize");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<std::optional<int>>("chosen");
        QTest::newRow("larger") << 100 << Qt::Key_Plus << std::optional(125);
        QTest::newRow("larger, without Shift") << 125 << Qt::Key_Equal << std::optional(150);
        QTest::newRow("smaller") << 125 << Qt::Key_Minus << std::optional(100);
        QTest::newRow("automatic") << 150 << Qt::Key_0 << std::optional<int>();
    }
    void keysStepThroughTheTextSizes() {
        QFETCH(int, textSize);
        QFETCH(Qt::Key, key);
        QFETCH(std::optional<int>, chosen);
        open(QStringLiteral("en"), kSizes[0], textSize);
        QSignalSpy choices(&window_->menu(), &AppMenu::preferencesChosen);
        QTest::keyClick(window_.get(), key, Qt::ControlModifier);
        QCOMPARE(choices.count(), 1);
        QCOMPARE(choices.front().front().value<Preferences>().textSize, chosen);
    }

    void theTextSizesEnd() {
        open(QStringLiteral("en"), kSizes[0], kTextSizes.back());
        QSignalSpy choices(&window_->menu(), &AppMenu::preferencesChosen);
        QTest::keyClick(window_.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(choices.count(), 0);
        window_.reset();
        open(QStringLiteral("en"), kSizes[0], kTextSizes.front());
        QSignalSpy others(&window_->menu(), &AppMenu::preferencesChosen);
        QTest::keyClick(window_.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(others.count(), 0);
    }

private:
    const QScrollArea& settingsArea() const {
        for (const auto* area : window_->findChildren<QScrollArea*>()) {
            if (area->isAncestorOf(window_->findChild<QSpinBox*>(QStringLiteral("hiddenLayers")))) {
                return *area;
            }
        }
        qFatal("the settings do not scroll");
    }

    void open(const QString& language, QSize size, int textSize) {
        QLocale::setDefault(QLocale(language));
        if (translator_.load(QStringLiteral(":/i18n/perceptible_") + language)) {
            QApplication::installTranslator(&translator_);
        }
        applyTheme(*qApp, ThemeChoice::light, textSize);
        laboratory_ = std::make_unique<Laboratory>();
        Preferences preferences;
        preferences.textSize = textSize;
        window_ = std::make_unique<MainWindow>(*laboratory_, preferences);
        window_->setWindowState(Qt::WindowNoState);
        window_->resize(size);
        window_->show();
        QApplication::setActiveWindow(window_.get());
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }

    QTranslator translator_;
    std::unique_ptr<Laboratory> laboratory_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(WindowFitTest)
#include "window_fit_test.moc"
