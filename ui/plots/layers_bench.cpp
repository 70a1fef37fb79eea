#include "ui/plots/layers_bench.h"

#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/live/laboratory.h"
#include "ui/panels/elided_label.h"
#include "ui/plots/layer_cards.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kSentenceHeight = 18; // of any script, so that nothing jumps from one sentence to the next

} // namespace

LayersBench::LayersBench(Laboratory& laboratory, QWidget* parent)
    : LayersBench(parent) {
    connect(&laboratory, &Laboratory::pictureChanged, this, [this, &laboratory] { showPicture(laboratory.picture()); });
    showPicture(laboratory.picture());
}

LayersBench::LayersBench(QWidget* parent)
    : QWidget(parent)
    , sentence_(new ElidedLabel(this))
    , scroll_(new QScrollArea(this))
    , cards_(new LayerCards) {
    sentence_->setFont(fontFor(TextRole::caption));
    sentence_->setProperty("quiet", true);
    sentence_->setFixedHeight(scaled(kSentenceHeight));
    scroll_->setWidget(cards_); // takes ownership
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->viewport()->setAutoFillBackground(false);
    cards_->setAutoFillBackground(false);

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, kSpacing);
    column->setSpacing(kSpacing / 2);
    column->addWidget(sentence_);
    column->addWidget(scroll_, 1);

    connect(cards_, &LayerCards::inspected, this, &LayersBench::explain);
    connect(cards_, &LayerCards::cellNeedsToBeSeen, scroll_, [this](const QRect& place) {
        scroll_->ensureVisible(place.center().x(), place.center().y(), 4 * kSpacing, 0);
    });
}

QSize LayersBench::minimumSizeHint() const { return {40 * kSpacing, scaled(18 * kSpacing)}; }

void LayersBench::showPicture(PicturePtr picture) {
    picture_ = std::move(picture);
    refresh();
}

void LayersBench::refresh() {
    // A bench that nobody sees costs nothing; it catches up when it is shown.
    if (!picture_ || !isVisible()) {
        return;
    }
    const bool empty = picture_->shownExamples.empty();
    scroll_->setVisible(!empty);
    if (!empty) {
        cards_->showPicture(picture_);
        cards_->setViewport(scroll_->contentsRect().size() -
                            QSize(0, scroll_->horizontalScrollBar()->sizeHint().height()));
    }
    if (empty || !inspecting_) {
        sentence_->setText(sentence());
    }
}

QString LayersBench::sentence() const {
    const auto shown = static_cast<qlonglong>(picture_->shownExamples.size());
    const auto m = static_cast<qlonglong>(picture_->snapshot->data->count(Role::train));
    if (shown == 0) {
        return tr("There are no training examples yet, so there are no activations to show.");
    }
    const QLocale locale;
    return shown < m ? tr("Columns: %1 of %2 training examples, evenly chosen, sorted by class. Rows: units.")
                           .arg(locale.toString(shown), locale.toString(m))
                     : tr("Columns: all %1 training examples, sorted by class. Rows: units.").arg(locale.toString(m));
}

void LayersBench::explain(const QString& inspected) {
    if (inspecting_ == inspected.isEmpty()) {
        inspecting_ = !inspecting_;
        sentence_->setProperty("quiet", !inspecting_); // a number that was asked for is not quiet
        sentence_->style()->unpolish(sentence_);
        sentence_->style()->polish(sentence_);
    }
    sentence_->setText(inspecting_ ? inspected : sentence());
}

void LayersBench::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refresh();
}

void LayersBench::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

} // namespace perceptible
