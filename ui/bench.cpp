#include "ui/bench.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/backprop/backprop_bench.h"
#include "ui/backprop/walk/walk.h"
#include "ui/plots/layers_bench.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

enum Face { layersFace, backpropFace };

} // namespace

Bench::Bench(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , walk_(new Walk(laboratory, this))
    , tabs_(new QTabBar(this))
    , faces_(new QStackedWidget(this))
    , layers_(new LayersBench(laboratory, faces_))
    , backprop_(new BackpropBench(*walk_, laboratory, faces_)) {
    tabs_->addTab(tr("Layers"));
    tabs_->addTab(tr("Backprop"));
    tabs_->setTabToolTip(layersFace, tr("Every layer's activations, live"));
    tabs_->setTabToolTip(backpropFace, tr("Pauses, and walks through the next iteration number by number (B)"));
    tabs_->setFocusPolicy(Qt::TabFocus);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Bench"));
    faces_->addWidget(layers_);
    auto* scroll = new QScrollArea(faces_); // large text in a small window
    scroll->setWidget(backprop_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    backprop_->setAutoFillBackground(false);
    faces_->addWidget(scroll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * kSpacing, 0, 2 * kSpacing, 0);
    head->addWidget(tabs_, 1);
    head->addWidget(&backprop_->pageButtons(), 0, Qt::AlignVCenter);
    backprop_->pageButtons().hide();
    column->addLayout(head);
    column->addWidget(faces_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &Bench::showFace);
    addKeys();
}

void Bench::addKeys() {
    auto* toggle = new QAction(tr("Backprop"), this);
    toggle->setShortcut(Qt::Key_B);
    toggle->setAutoRepeat(false);
    connect(toggle, &QAction::triggered, this, [this] {
        // While the training goes on B pauses it also where the bench is open already.
        const bool isLeft = walk_->isActive() && walk_->missing() != Walk::Missing::running;
        tabs_->setCurrentIndex(isLeft ? layersFace : backpropFace);
        if (!isLeft) {
            walk_->begin();
        }
    });
    auto* leave = new QAction(tr("Leave the walk"), this);
    leave->setShortcut(Qt::Key_Escape);
    leave->setEnabled(false);
    connect(leave, &QAction::triggered, this, [this] { tabs_->setCurrentIndex(layersFace); });
    connect(walk_, &Walk::activeChanged, leave, [this, leave] { leave->setEnabled(walk_->isActive()); });
    addActions({toggle, leave});
}

void Bench::showWhat(const Bench& other) {
    if (other.walk_->isActive()) {
        backprop_->showLike(*other.backprop_);
        walk_->beginWhere(*other.walk_);
        tabs_->setCurrentIndex(backpropFace);
    }
}

void Bench::showFace(int face) {
    faces_->setCurrentIndex(face);
    backprop_->pageButtons().setVisible(face == backpropFace);
    if (face == backpropFace) {
        walk_->begin();
    } else {
        walk_->end();
    }
}

} // namespace perceptible
