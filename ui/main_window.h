#pragma once

#include <QMainWindow>

class QSplitter;

namespace perceptible {

class AppMenu;
class Bench;
class DataColumn;
class Laboratory;
class NetworkDiagram;
class PlaybackBar;
struct Preferences;

/// Places the panels around the laboratory, and nothing else. It is built anew when the language or the text size
/// changes; the laboratory, and the training in it, goes on.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Laboratory& laboratory, const Preferences& preferences);

    AppMenu& menu() { return *menu_; }
    Bench& bench() { return *bench_; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* settingsColumn();
    QWidget* networkColumn();
    void giveBenchRoom();
    void joinWalk(PlaybackBar& playback, DataColumn& dataColumn);

    Laboratory& laboratory_;
    AppMenu* menu_;
    NetworkDiagram* diagram_ = nullptr;
    Bench* bench_ = nullptr;
    QSplitter* rows_ = nullptr; ///< the network above the bench
    enum class BenchRoom { activations, equation, twoEquations } benchRoom_ = BenchRoom::activations;
    QList<int> sizesBefore_; ///< of rows_, before a walk
};

} // namespace perceptible
