#pragma once

#include <QWidget>
#include <array>
#include <vector>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace perceptible {

class ActionButton;
class Figure;
class Laboratory;
class SpeedControl;

/// Starts and stops the training, and shows where it stands. Its four actions can be put into menus too. In a narrow
/// window it leaves out words, never a control or a number.
class PlaybackBar : public QWidget {
    Q_OBJECT

public:
    explicit PlaybackBar(Laboratory& laboratory, QWidget* parent = nullptr);

    /// What the button at the far right opens; without a menu there is no button.
    void setMenu(QMenu* menu);

    /// Space and → belong to somebody else for a while.
    void lendKeys(bool lent);

    QAction* playAction() const { return play_; }
    QAction* stepAction() const { return step_; }
    QAction* resetAction() const { return reset_; }
    QAction* newWeightsAction() const { return newWeights_; }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void makeActions();
    void setPlayFace();
    ActionButton* addButton(QHBoxLayout& row, QAction& action);
    void addButtons(QHBoxLayout& row);
    void addFigures(QHBoxLayout& row);
    void addMenuButton(QHBoxLayout& row);
    void measure();
    void shorten(std::size_t brevity);
    void followRunning();
    void followPicture();

    Laboratory& laboratory_;
    QAction* play_;
    ActionButton* playButton_ = nullptr;
    bool areKeysLent_ = false;
    QAction* step_;
    QAction* reset_;
    QAction* newWeights_;
    Figure* iteration_;
    Figure* cost_;
    Figure* trainAccuracy_;
    Figure* testAccuracy_;
    SpeedControl* speed_;
    QToolButton* menuButton_ = nullptr;
    std::vector<ActionButton*> shortenable_; ///< buttons whose icons speak for themselves
    std::array<int, 4> widths_{};            ///< that the bar needs from everything written out to only the icons
};

} // namespace perceptible
