#pragma once

#include <QMainWindow>

namespace perceptible {

class AppMenu;
class Laboratory;
struct Preferences;

/// Places the panels around the laboratory, and nothing else. It is built anew when the language or the text size
/// changes; the laboratory, and the training in it, goes on.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Laboratory& laboratory, const Preferences& preferences);

    AppMenu& menu() { return *menu_; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* settingsColumn();
    QWidget* networkColumn();

    Laboratory& laboratory_;
    AppMenu* menu_;
};

} // namespace perceptible
