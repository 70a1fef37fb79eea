#pragma once

#include <QWidget>

#include "ui/backprop/walk/walk.h"
#include "ui/diagram/hover_card.h"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace perceptible {

class GradientCheckPage;
class Laboratory;
class NudgesPage;
class WalkPage;

/// The bench's second face: backpropagation of the next iteration as a walk, as nudges, and checked against the slope
/// of J; and a sentence where there is none.
class BackpropBench : public QWidget {
    Q_OBJECT

public:
    BackpropBench(Walk& walk, Laboratory& laboratory, QWidget* parent = nullptr);

    enum Page { walkPart, nudgesPart, checkPart };
    void showPage(Page page);
    Page page() const;
    /// Takes over what another one shows and how.
    void showLike(const BackpropBench& other);
    /// Whether the walk is what one sees: then its keys are in force.
    bool showsWalk() const;
    /// The buttons that choose the page, for whoever has room for them.
    QWidget& pageButtons() const { return *buttons_; }

    WalkPage& walkPage() const { return *page_; }
    NudgesPage& nudgesPage() const { return *nudges_; }
    GradientCheckPage& checkPage() const { return *check_; }
    QString sentence() const;

    /// A unit or a weight was clicked on in the network.
    void choose(const DiagramTarget& target);

signals:
    void pageChanged();

private:
    void addPageButton(QHBoxLayout& row, Page page, const QString& name, const QString& explanation,
                       const char* segment);
    QWidget* missingPage();
    void joinNudges();
    void joinCheck();
    void follow();
    void followNudges();
    void followCheck();
    void chooseParameter(const ParameterPlace& place);
    void lightUnit();
    void sayWhatToDo();
    void lightParameter();

    Walk& walk_;
    Laboratory& laboratory_;
    QStackedLayout* stack_;
    WalkPage* page_;
    NudgesPage* nudges_;
    GradientCheckPage* check_;
    QLabel* sentence_;
    QPushButton* pause_;
    QWidget* buttons_;
    QButtonGroup* group_;
    IterationPtr nudged_, checked_; ///< what the pages' subjects were made of
};

} // namespace perceptible
