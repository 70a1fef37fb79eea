#include "ui/plots/layer_cards.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <algorithm>
#include <cmath>

#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr double kNarrowestCard = 16 * kSpacing; // or its caption
constexpr double kLineSpacing = 1.4;

QStringList captionsOf(const Picture& picture) {
    QStringList captions;
    for (int l = 0; l < static_cast<int>(picture.activations.size()); ++l) {
        captions << layerCardCaption(picture, l);
    }
    return captions;
}

} // namespace

LayerCards::LayerCards(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Activations of every layer"));
}

void LayerCards::showPicture(PicturePtr picture) {
    picture_ = std::move(picture);
    scales_ = valueScales(*picture_);
    cards_.resize(picture_->activations.size());
    isStale_.assign(cards_.size(), true);
    if (QStringList captions = captionsOf(*picture_); captions != captions_) {
        captions_ = std::move(captions);
        place();
    }
    const bool cellIsGone =
        cell_ && (cell_->layer >= static_cast<int>(cards_.size()) || cell_->unit >= activations(cell_->layer).rows() ||
                  cell_->column >= activations(cell_->layer).cols());
    if (cellIsGone) {
        inspect(std::nullopt);
    } else if (cell_) {
        emit inspected(describe(*cell_));
    }
    update();
}

void LayerCards::setViewport(QSize size) {
    if (size != viewport_) {
        viewport_ = size;
        place();
    }
}

void LayerCards::place() {
    if (cards_.empty()) {
        return;
    }
    const QFontMetricsF metrics(fontFor(TextRole::caption));
    const double line = std::ceil(metrics.height() * kLineSpacing);
    double narrowest = kNarrowestCard;
    for (const QString& caption : captions_) {
        narrowest = std::max(narrowest, std::ceil(metrics.horizontalAdvance(caption)));
    }
    places_ = placeLayerCards(static_cast<int>(cards_.size()), viewport_, narrowest, line, line);
    resize(static_cast<int>(std::max<double>(viewport_.width(), places_.back().whole().right())), viewport_.height());
    isStale_.assign(cards_.size(), true);
    update();
}

void LayerCards::paintEvent(QPaintEvent* event) {
    if (!picture_) {
        return;
    }
    QPainter painter(this);
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        if (!places_[i].whole().intersects(event->rect())) {
            continue;
        }
        if (isStale_[i]) {
            const QSize pixels = (places_[i].heatMap.size() * devicePixelRatioF()).toSize();
            cards_[i].show(*picture_, static_cast<int>(i), scales_[i], pixels);
            isStale_[i] = false;
        }
        cards_[i].paint(painter, places_[i], captions_[static_cast<qsizetype>(i)]);
    }
    if (cell_) {
        painter.setPen(QPen(Theme::current().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rectOf(*cell_).adjusted(-2, -1, 2, 1));
    }
}

void LayerCards::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        place();
    }
    QWidget::changeEvent(event);
}

std::optional<LayerCards::Cell> LayerCards::cellAt(QPointF point) const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const QRectF& map = places_[i].heatMap;
        if (map.contains(point)) {
            const Matrix<float>& A = activations(static_cast<int>(i));
            const auto share = [](double offset, double length, Eigen::Index count) {
                const int index = static_cast<int>(offset / length * static_cast<double>(count));
                return std::clamp(index, 0, static_cast<int>(count) - 1);
            };
            return Cell{static_cast<int>(i), share(point.y() - map.top(), map.height(), A.rows()),
                        share(point.x() - map.left(), map.width(), A.cols())};
        }
    }
    return std::nullopt;
}

QRectF LayerCards::rectOf(const Cell& cell) const {
    const QRectF& map = places_[static_cast<std::size_t>(cell.layer)].heatMap;
    const Matrix<float>& A = activations(cell.layer);
    const double width = map.width() / static_cast<double>(A.cols());
    const double height = map.height() / static_cast<double>(A.rows());
    return {map.left() + cell.column * width, map.top() + cell.unit * height, width, height};
}

QString LayerCards::describe(const Cell& cell) const {
    const int example = picture_->shownExamples[static_cast<std::size_t>(cell.column)];
    const int label = picture_->snapshot->data->examples()[static_cast<std::size_t>(example)].label();
    return tr("A[%1] unit %2, example %3 (class %4): a = %5")
        .arg(QString::number(cell.layer), QString::number(cell.unit + 1), QString::number(example + 1),
             QString::number(label), numberText(activations(cell.layer)(cell.unit, cell.column)));
}

void LayerCards::inspect(const std::optional<Cell>& cell) {
    if (cell != cell_) {
        cell_ = cell;
        emit inspected(cell ? describe(*cell) : QString());
        update();
    }
}

void LayerCards::mouseMoveEvent(QMouseEvent* event) {
    if (picture_) {
        inspect(cellAt(event->position()));
    }
}

void LayerCards::leaveEvent(QEvent*) { inspect(std::nullopt); }

void LayerCards::focusInEvent(QFocusEvent* event) {
    // Who came by the keyboard sees where the keyboard is.
    if (picture_ && !cell_ && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)) {
        inspect(Cell{});
    }
    QWidget::focusInEvent(event);
}

void LayerCards::focusOutEvent(QFocusEvent* event) {
    inspect(std::nullopt);
    QWidget::focusOutEvent(event);
}

void LayerCards::keyPressEvent(QKeyEvent* event) {
    if (picture_ && event->modifiers().testFlag(Qt::ControlModifier) && walk(*event)) {
        return;
    }
    if (event->key() == Qt::Key_Escape && cell_) {
        inspect(std::nullopt);
        return;
    }
    QWidget::keyPressEvent(event);
}

/// Ctrl and an arrow key: the next unit or example; with Shift: the next layer.
bool LayerCards::walk(const QKeyEvent& event) {
    if (event.key() < Qt::Key_Left || event.key() > Qt::Key_Down) {
        return false;
    }
    Cell next = cell_.value_or(Cell{});
    const int step = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? -1 : 1;
    const bool sideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    if (!cell_) {
        // The first key only says where one is.
    } else if (sideways && event.modifiers().testFlag(Qt::ShiftModifier)) {
        next.layer = std::clamp(next.layer + step, 0, static_cast<int>(cards_.size()) - 1);
    } else if (sideways) {
        next.column += step;
    } else {
        next.unit += step;
    }
    next.unit = std::clamp(next.unit, 0, static_cast<int>(activations(next.layer).rows()) - 1);
    next.column = std::clamp(next.column, 0, static_cast<int>(activations(next.layer).cols()) - 1);
    inspect(next);
    setAccessibleDescription(describe(next));
    emit cellNeedsToBeSeen(rectOf(next).toAlignedRect());
    return true;
}

} // namespace perceptible
