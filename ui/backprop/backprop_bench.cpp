#include "ui/backprop/backprop_bench.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/backprop/walk.h"
#include "ui/backprop/walk_page.h"
#include "ui/live/laboratory.h"
#include "ui/theme/theme.h"

namespace perceptible {

BackpropBench::BackpropBench(Walk& walk, Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , walk_(walk)
    , laboratory_(laboratory)
    , stack_(new QStackedLayout(this))
    , page_(new WalkPage(walk, laboratory, this))
    , sentence_(new QLabel)
    , pause_(new QPushButton(tr("Pause and walk through the next iteration"))) {
    stack_->addWidget(page_);
    stack_->addWidget(missingPage());
    connect(pause_, &QPushButton::clicked, &laboratory_, &Laboratory::pause);
    connect(&walk_, &Walk::changed, this, &BackpropBench::follow);
    connect(&walk_, &Walk::activeChanged, this, &BackpropBench::follow);
    follow();
}

QWidget* BackpropBench::missingPage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, kSpacing);
    column->addStretch(1);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    sentence_->setProperty("quiet", true);
    column->addWidget(sentence_);
    column->addWidget(pause_, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

QString BackpropBench::sentence() const { return walk_.iteration() ? QString() : sentence_->text(); }

void BackpropBench::follow() {
    stack_->setCurrentIndex(walk_.iteration() ? 0 : 1);
    if (walk_.iteration()) {
        return;
    }
    switch (walk_.missing()) {
    case Walk::Missing::running:
        sentence_->setText(tr("The network is training. Backpropagation can be walked through when it stands still."));
        break;
    case Walk::Missing::noExamples:
        sentence_->setText(tr("There are no training examples yet: draw some points, and walk through what the network "
                              "learns from them."));
        break;
    case Walk::Missing::tooLarge:
        sentence_->setText(tr("Every number of an iteration over so many examples and units would fill the memory. "
                              "Choose fewer points, smaller layers, or a mini-batch."));
        break;
    case Walk::Missing::notYet:
        sentence_->clear();
        break;
    }
    pause_->setVisible(walk_.missing() == Walk::Missing::running);
}

} // namespace perceptible
