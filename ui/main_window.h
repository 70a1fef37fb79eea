#pragma once

#include <QMainWindow>

namespace perceptible {

class AppMenu;
class Laboratory;
struct Preferences;

/// Places the panels around the laboratory, and nothing else. It is built anew when the language changes; the
/// laboratory, and the training in it, goes on.
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
    QWidget* dataColumn();

    Laboratory& laboratory_;
    AppMenu* menu_;
};

} // namespace perceptible
