#pragma once

#include <QWidget>
#include <functional>

#include "ui/backprop/nudges/nudge_desk.h"
#include "ui/plots/calm_scale.h"

class QLabel;
class QLayout;
class QPushButton;
class QScrollArea;

namespace perceptible {

class NudgeChooser;
class NudgeGroup;
class NudgePath;
class NudgeResults;

/// Propagate backwards (S5): for one point and one unit the three ways to change its activation, with the direction and
/// size that the point wishes; a click nudges a copy of the network, and the wishes are handed on layer by layer.
/// ↑ ↓ and Return in the bars, Shift+← and Shift+→ along the path.
class NudgesPage : public QWidget {
    Q_OBJECT

public:
    explicit NudgesPage(QWidget* parent = nullptr);
    ~NudgesPage() override;

    /// Null or without examples: the page says what to do.
    void setSubject(NudgeSubjectPtr subject);
    void setExample(Eigen::Index example);
    void setUnit(int layer, int unit); ///< layer 1…L, unit from 0

    const NudgeDesk& desk() const { return *desk_; }
    QString sentence() const; ///< the line below the bars

signals:
    // Chosen on this page.
    void exampleChosen(Eigen::Index example);
    void unitChosen(int layer, int unit);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addShortcut(const QKeySequence& key, const std::function<void()>& choice);
    QWidget* makeContent();
    QLayout* makePathRow(QWidget& content);
    QWidget* makeWays();
    void makeGroups();
    void follow();
    void showSentence();
    void choose(const std::function<void()>& choice);

    NudgeDesk* desk_;
    QLabel* empty_;
    QScrollArea* whole_;
    NudgeChooser* chooser_;
    NudgePath* path_;
    QPushButton* undo_;
    QPushButton* backwards_;
    std::vector<NudgeGroup*> groups_;
    NudgeResults* results_;
    QScrollArea* scroll_;
    QLabel* sentence_;
    CalmScale parameterScale_, activationScale_;
    std::optional<std::pair<Nudge::Way, int>> inspected_; ///< the bar at the pointer or the keyboard
    enum class Says { state, bar, nudge } says_ = Says::state;
};

} // namespace perceptible
