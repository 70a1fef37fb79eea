#pragma once

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace perceptible {

class Figure;
class Laboratory;

/// Starts and stops the training, and shows where it stands. Its four actions can be put into menus too.
class PlaybackBar : public QWidget {
    Q_OBJECT

public:
    explicit PlaybackBar(Laboratory& laboratory, QWidget* parent = nullptr);

    /// What the button at the far right opens; without a menu there is no button.
    void setMenu(QMenu* menu);

    QAction* playAction() const { return play_; }
    QAction* stepAction() const { return step_; }
    QAction* resetAction() const { return reset_; }
    QAction* newWeightsAction() const { return newWeights_; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void makeActions();
    void addButtons(QHBoxLayout& row);
    void addFigures(QHBoxLayout& row);
    void addMenuButton(QHBoxLayout& row);
    void followRunning();
    void followPicture();

    Laboratory& laboratory_;
    QAction* play_;
    QAction* step_;
    QAction* reset_;
    QAction* newWeights_;
    Figure* iteration_;
    Figure* cost_;
    Figure* trainAccuracy_;
    Figure* testAccuracy_;
    QToolButton* menuButton_ = nullptr;
};

} // namespace perceptible
