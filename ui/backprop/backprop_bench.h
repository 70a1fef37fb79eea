#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace perceptible {

class Laboratory;
class Walk;
class WalkPage;

/// The bench's second face: backpropagation of the next iteration, and a sentence where there is none to walk through.
class BackpropBench : public QWidget {
    Q_OBJECT

public:
    BackpropBench(Walk& walk, Laboratory& laboratory, QWidget* parent = nullptr);

    WalkPage& walkPage() const { return *page_; }
    QString sentence() const;

private:
    QWidget* missingPage();
    void follow();

    Walk& walk_;
    Laboratory& laboratory_;
    QStackedLayout* stack_;
    WalkPage* page_;
    QLabel* sentence_;
    QPushButton* pause_;
};

} // namespace perceptible
