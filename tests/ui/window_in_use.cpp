#include "window_in_use.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QScreen>
#include <QScrollArea>
#include <algorithm>

#include "core/live/probe.h"
#include "ui/panels/status_line.h"
#include "ui/preferences.h"

namespace perceptible {
namespace {

constexpr QSize kWindowSize(1440, 900);

/// As a person would scroll there.
void bringIntoView(QWidget& widget) {
    for (QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(&widget);
        }
    }
}

} // namespace

WindowInUse::WindowInUse() {
    QLocale::setDefault(QLocale::c()); // the tests read and type numbers
    applyTheme(*qApp, ThemeChoice::light);
    laboratory_ = std::make_unique<Laboratory>();
    window_ = std::make_unique<MainWindow>(*laboratory_, Preferences{});
}

WindowInUse::~WindowInUse() {
    window_.reset(); // it looks at the laboratory
}

bool WindowInUse::open() {
    window_->setWindowState(Qt::WindowNoState);
    window_->resize(kWindowSize);
    window_->show();
    return activate() && QTest::qWaitFor([this] { return laboratory_->picture() != nullptr; }, kPatience);
}

bool WindowInUse::activate() {
    window_->activateWindow();
    return QTest::qWaitForWindowActive(window_.get(), kPatience);
}

void WindowInUse::rebuild() {
    const std::unique_ptr<MainWindow> old = std::move(window_);
    window_ = std::make_unique<MainWindow>(*laboratory_, Preferences{});
    window_->setGeometry(old->geometry());
    window_->setWindowState(old->windowState());
    window_->show();
}

QString WindowInUse::status() const { return view<StatusLine>().text(); }

QImage WindowInUse::seen(const QWidget& widget) const {
    const QPoint corner = widget.mapTo(window_.get(), QPoint());
    return window_->screen()
        ->grabWindow(window_->winId(), corner.x(), corner.y(), widget.width(), widget.height())
        .toImage();
}

bool WindowInUse::settle() {
    const auto mark =
        std::make_shared<const DataSet>(*laboratory_->data()); // tells a later picture from an earlier one
    laboratory_->editData(mark, QStringLiteral("Mark"));
    return QTest::qWaitFor([&] { return now().data == mark; }, kPatience);
}

bool WindowInUse::separatesThePoints() const {
    return std::ranges::all_of(laboratory_->data()->examples(), [this](const Example& e) {
        return (outputLogit(now(), e.x1, e.x2) >= 0) == (e.label() == 1);
    });
}

void WindowInUse::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(window_->windowHandle(), key, modifiers);
}

void WindowInUse::click(QWidget& widget) {
    bringIntoView(widget);
    QTest::mouseClick(window_->windowHandle(), Qt::LeftButton, {}, widget.mapTo(window_.get(), widget.rect().center()));
}

void WindowInUse::click(const QString& buttonText) {
    for (QAbstractButton* button : window_->findChildren<QAbstractButton*>()) {
        if (button->text() == buttonText && button->isVisible()) {
            click(*button);
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("There is no button ") + buttonText));
}

void WindowInUse::beginTyping(const char* fieldName, const QByteArray& text) {
    click(field<QAbstractSpinBox>(fieldName));
    press(Qt::Key_A, Qt::ControlModifier);
    for (const char character : text) {
        QTest::keyClick(window_->windowHandle(), character);
    }
}

void WindowInUse::type(const char* fieldName, const QByteArray& text) {
    beginTyping(fieldName, text);
    press(Qt::Key_Return);
}

QPoint WindowInUse::inWindow(PlanePoint place) {
    return canvas().mapTo(window_.get(), canvas().mapping().toScreen(place).toPoint());
}

void WindowInUse::pressAt(PlanePoint place) {
    QTest::mousePress(window_->windowHandle(), Qt::LeftButton, {}, inWindow(place));
}

void WindowInUse::moveTo(PlanePoint place) { QTest::mouseMove(window_->windowHandle(), inWindow(place)); }

void WindowInUse::release(PlanePoint place) {
    QTest::mouseRelease(window_->windowHandle(), Qt::LeftButton, {}, inWindow(place));
}

void WindowInUse::draw(const std::vector<PlanePoint>& way) {
    pressAt(way.front());
    for (const PlanePoint& place : way) {
        moveTo(place);
    }
    release(way.back());
}

void WindowInUse::drawTwoClouds() {
    click(QStringLiteral("Clear"));
    press(Qt::Key_1);
    draw({{2, 4}, {4, 2}, {3, 3}});
    press(Qt::Key_2);
    draw({{-4, -2}, {-2, -4}, {-3, -3}});
}

RunRecord::RunRecord(Laboratory& laboratory)
    : last_(laboratory.picture() ? laboratory.picture()->snapshot : nullptr) {
    connect(&laboratory, &Laboratory::pictureChanged, this, [this, &laboratory] {
        const SnapshotPtr& next = laboratory.picture()->snapshot;
        if (last_) {
            wasReset_ = wasReset_ || next->run != last_->run || next->iteration < last_->iteration;
            longestLeap_ = std::max(longestLeap_, next->iteration - last_->iteration);
        }
        last_ = next;
        ++pictures_;
    });
}

Hearing::Hearing(Laboratory& laboratory) {
    connect(&laboratory, &Laboratory::said, this, [this](const QString& sentence, bool warning) {
        sentences_ += sentence;
        if (warning) {
            lastWarning_ = sentence;
        }
    });
}

bool Hearing::heard(const QString& part) const {
    return std::ranges::any_of(sentences_, [&](const QString& sentence) { return sentence.contains(part); });
}

} // namespace perceptible
