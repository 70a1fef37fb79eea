#include "ui/panels/app_menu.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMessageBox>
#include <algorithm>
#include <iterator>

#include "ui/live/laboratory.h"

namespace perceptible {

namespace {

/// "English" without its country, "한국어": each in itself.
QString languageName(const QString& code) {
    return code == QLatin1String("en") ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
}

} // namespace

AppMenu::AppMenu(Laboratory& laboratory, const Preferences& preferences, QWidget* window)
    : QMenu(window)
    , preferences_(preferences) {
    addUndo(laboratory);
    addSeparator();
    addTheme();
    addTextSize();
    addLanguage();
    addSeparator();
    addWindowActions();
    window->addActions(actions()); // so that their shortcuts work while the menu is closed
}

void AppMenu::addUndo(Laboratory& laboratory) {
    QAction* undo = laboratory.undoStack().createUndoAction(this);
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(themedIcon("undo"));
    addAction(undo);
    QAction* redo = laboratory.undoStack().createRedoAction(this);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    redo->setIcon(themedIcon("redo"));
    addAction(redo);
}

void AppMenu::addTheme() {
    QMenu* menu = addMenu(tr("Theme"));
    auto* group = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[] = {
        {ThemeChoice::system, tr("As the system")}, {ThemeChoice::light, tr("Light")}, {ThemeChoice::dark, tr("Dark")}};
    for (const auto& [choice, text] : choices) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(choice == preferences_.theme);
        connect(action, &QAction::triggered, this, [this, theme = choice] {
            preferences_.theme = theme;
            emit preferencesChosen(preferences_);
        });
    }
}

void AppMenu::addTextSize() {
    QMenu* menu = addMenu(tr("Text size"));
    auto* group = new QActionGroup(this);
    const auto addChoice = [&](const QString& text, std::optional<int> size) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(size == preferences_.textSize);
        connect(action, &QAction::triggered, this, [this, size] { chooseTextSize(size); });
        return action;
    };
    addChoice(tr("Automatic", "text size"), std::nullopt)->setShortcut(Qt::CTRL | Qt::Key_0);
    for (const int size : kTextSizes) {
        addChoice(tr("%1 %", "text size").arg(size), size);
    }
    menu->addSeparator();
    addTextSizeStep(*menu, tr("Larger"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, 1);
    addTextSizeStep(*menu, tr("Smaller"), {Qt::CTRL | Qt::Key_Minus}, -1);
}

void AppMenu::addTextSizeStep(QMenu& menu, const QString& name, const QList<QKeySequence>& shortcuts,
                              std::ptrdiff_t step) {
    const auto place = std::ranges::find(kTextSizes, textSize()) - kTextSizes.begin() + step;
    const bool exists = place >= 0 && place < std::ssize(kTextSizes);
    QAction* action = menu.addAction(name);
    action->setShortcuts(shortcuts);
    action->setEnabled(exists);
    if (exists) {
        connect(action, &QAction::triggered, this,
                [this, size = kTextSizes[static_cast<std::size_t>(place)]] { chooseTextSize(size); });
    }
}

void AppMenu::chooseTextSize(std::optional<int> size) {
    preferences_.textSize = size;
    emit preferencesChosen(preferences_);
}

void AppMenu::addLanguage() {
    QMenu* menu = addMenu(tr("Language"));
    auto* group = new QActionGroup(this);
    for (const QString& language : languages()) {
        QAction* action = group->addAction(menu->addAction(languageName(language)));
        action->setCheckable(true);
        action->setChecked(language == preferences_.effectiveLanguage());
        connect(action, &QAction::triggered, this, [this, language] {
            preferences_.language = language;
            emit preferencesChosen(preferences_);
        });
    }
}

void AppMenu::addWindowActions() {
    QAction* fullScreen = addAction(tr("Full screen"));
    fullScreen->setShortcut(Qt::Key_F11);
    connect(fullScreen, &QAction::triggered, parentWidget(),
            [window = parentWidget()] { window->setWindowState(window->windowState() ^ Qt::WindowFullScreen); });
    connect(addAction(tr("About Perceptible")), &QAction::triggered, this, &AppMenu::showAbout);
    QAction* quit = addAction(tr("Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, parentWidget(), &QWidget::close);
}

void AppMenu::showAbout() {
    auto* box = new QMessageBox(parentWidget());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Perceptible"));
    box->setStandardButtons(QMessageBox::Close);
    box->button(QMessageBox::Close)->setIcon({});
    box->setText(tr("Perceptible %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("A laboratory in which one watches a neural network learn.\n\nFree software under the "
                               "GNU General Public License, version 3 or later."));
    box->setModal(false);
    box->show();
}

} // namespace perceptible
