#pragma once

#include <QMenu>

#include "ui/preferences.h"

namespace perceptible {

class Laboratory;

/// What belongs to the whole program: undo, the look, the language, leaving.
class AppMenu : public QMenu {
    Q_OBJECT

public:
    AppMenu(Laboratory& laboratory, const Preferences& preferences, QWidget* window);

signals:
    void preferencesChosen(const Preferences& preferences);

private:
    void addUndo(Laboratory& laboratory);
    void addTheme();
    void addLanguage();
    void addWindowActions();
    void showAbout();

    Preferences preferences_;
};

} // namespace perceptible
