#pragma once

#include <QMenu>

#include "ui/preferences.h"

namespace perceptible {

class Laboratory;

/// What belongs to the whole program: undo, the look, the language, leaving. It is as old as its window, and so shows
/// the text size in force.
class AppMenu : public QMenu {
    Q_OBJECT

public:
    AppMenu(Laboratory& laboratory, const Preferences& preferences, QWidget* window);

signals:
    void preferencesChosen(const Preferences& preferences);

private:
    void addUndo(Laboratory& laboratory);
    void addTheme();
    void addTextSize();
    void addTextSizeStep(QMenu& menu, const QString& name, const QList<QKeySequence>& shortcuts, std::ptrdiff_t step);
    void addLanguage();
    void addWindowActions();
    void showAbout();
    void chooseTextSize(std::optional<int> size);

    Preferences preferences_;
};

} // namespace perceptible
