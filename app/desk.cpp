#include "desk.h"

#include <QApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QScreen>
#include <QWindow>
#include <chrono>

#include "ui/bench.h"
#include "ui/live/laboratory.h"
#include "ui/panels/app_menu.h"

namespace perceptible {
namespace {

using namespace std::chrono_literals;
constexpr auto kScreenPause = 500ms; // a window that is being dragged to another screen must not vanish from the hand

} // namespace

Desk::Desk(QApplication& application, Laboratory& laboratory, Preferences preferences)
    : application_(application)
    , laboratory_(laboratory)
    , preferences_(std::move(preferences)) {
    screenTimer_.setSingleShot(true);
    screenTimer_.setInterval(kScreenPause);
    connect(&screenTimer_, &QTimer::timeout, this, [this] {
        if (wantedTextSize() != textSize()) {
            refresh();
        }
    });
    applyTheme(application_, preferences_.theme, wantedTextSize());
    openWindow();
    showWindow();
}

void Desk::openWindow() {
    language_ = preferences_.effectiveLanguage();
    QLocale::setDefault(QLocale(language_));
    translate(programs_, QStringLiteral(":/i18n/perceptible_") + language_);
    translate(qts_, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + language_);
    window_ = std::make_unique<MainWindow>(laboratory_, preferences_);
    window_->installEventFilter(this);
    connect(&window_->menu(), &AppMenu::preferencesChosen, this, &Desk::use,
            Qt::QueuedConnection); // not while the old window's menu is still closing
}

void Desk::translate(QTranslator& translator, const QString& file) {
    QApplication::removeTranslator(&translator);
    if (translator.load(file)) {
        QApplication::installTranslator(&translator);
    }
}

void Desk::showWindow() {
    window_->show();
    watchScreen();
    connect(window_->windowHandle(), &QWindow::screenChanged, this, [this] {
        watchScreen();
        screenTimer_.start();
    });
}

void Desk::watchScreen() {
    connect(window_->screen(), &QScreen::availableGeometryChanged, &screenTimer_, qOverload<>(&QTimer::start),
            Qt::UniqueConnection);
}

bool Desk::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Move && screenTimer_.isActive()) {
        screenTimer_.start();
    }
    return QObject::eventFilter(watched, event);
}

int Desk::wantedTextSize() const {
    const QScreen* screen = window_ ? window_->screen() : QGuiApplication::primaryScreen();
    return preferences_.effectiveTextSize(screen->availableSize().height());
}

void Desk::use(const Preferences& preferences) {
    preferences_ = preferences;
    preferences_.save();
    refresh();
}

void Desk::refresh() {
    const int size = wantedTextSize();
    const bool sameWindow = preferences_.effectiveLanguage() == language_ && size == textSize();
    applyTheme(application_, preferences_.theme, size);
    if (sameWindow) {
        return;
    }
    const std::unique_ptr<MainWindow> old = std::move(window_);
    openWindow();
    window_->setGeometry(old->geometry());
    window_->setWindowState(old->windowState());
    showWindow();
    window_->bench().showWhat(old->bench());
}

} // namespace perceptible
