#include "ui/backprop/equation/matrix_grid.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/backprop/equation/entry_text.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kPadding = 5;
constexpr int kCellMargin = 8;              ///< a row's height beyond that of its numbers
constexpr int kHeaderGap = 8;               ///< from a row's number to its first entry
constexpr Eigen::Index kFewRows = 1;        ///< there is always room for it
constexpr Eigen::Index kMostSamples = 4096; ///< entries that are looked at for the colours' scale

/// The largest finite |entry|, or 1 for a matrix of zeros. Of a large matrix, over evenly chosen entries.
double largest(const Operand& operand) {
    const Eigen::Index count = operand.rows.count * operand.columns.count;
    const Eigen::Index stride = std::max<Eigen::Index>(1, (count / kMostSamples) | 1);
    double result = 0;
    for (Eigen::Index i = 0; i < count; i += stride) {
        const double value = std::abs(operand.at(i / operand.columns.count, i % operand.columns.count));
        result = std::isfinite(value) ? std::max(result, value) : result;
    }
    return result > 0 ? result : 1;
}

} // namespace

int MatrixGrid::headerGap() { return scaled(kHeaderGap); }

MatrixGrid::MatrixGrid(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setFont(fontFor(TextRole::caption));
}

void MatrixGrid::show(const Operand& operand, int digits) {
    const bool sameShape = operand.rows == operand_.rows && operand.columns == operand_.columns;
    operand_ = operand;
    digits_ = digits;
    full_ = largest(operand_);
    lit_.clear();
    if (!sameShape) {
        hovered_ = {};
        chosen_ = {};
        cursor_ = {};
        horizontalScrollBar()->setValue(0);
        verticalScrollBar()->setValue(0);
    }
    measure();
    setAccessibleName(QString::fromStdString(operand_.symbol()));
    viewport()->update();
}

void MatrixGrid::setFullColour(double size) {
    full_ = size;
    viewport()->update();
}

void MatrixGrid::setHeaded(bool headed) {
    isHeaded_ = headed;
    measure();
}

void MatrixGrid::setPixelSize(int size) {
    if (size != font().pixelSize()) {
        QFont font = this->font();
        font.setPixelSize(size);
        setFont(font);
        measure();
    }
}

MatrixGrid::Measure MatrixGrid::measureOf(const QFont& font) const {
    const QFontMetrics metrics(font);
    const int widest = std::max(metrics.horizontalAdvance(entryText(-0.888888888, digits_)),
                                metrics.horizontalAdvance(entryText(-8.88e-8, digits_)));
    const int rowNumber = metrics.horizontalAdvance(QString::number(operand_.rows.count)) + headerGap();
    return {{widest + scaled(2 * kPadding), font.pixelSize() + scaled(kCellMargin)},
            operand_.rows.count > 1 ? rowNumber : 0,
            isHeaded_ || operand_.columns.of != Axis::Of::one ? metrics.height() : 0};
}

QSize MatrixGrid::roomFor(int pixelSize, Eigen::Index rows, Eigen::Index columns) const {
    QFont font = this->font();
    font.setPixelSize(pixelSize);
    const Measure measure = measureOf(font);
    const auto shown = [](Eigen::Index some, Eigen::Index all) { return static_cast<int>(std::min(some, all)); };
    return {measure.rowHeader + shown(columns, operand_.columns.count) * measure.cell.width() + 1,
            measure.columnHeader + shown(rows, operand_.rows.count) * measure.cell.height() + 1};
}

void MatrixGrid::measure() {
    const Measure measure = measureOf(font());
    cell_ = measure.cell;
    rowHeader_ = measure.rowHeader;
    columnHeader_ = measure.columnHeader;
    const int scrollBar = horizontalScrollBar()->sizeHint().height();
    const bool mayScroll = operand_.rows.count > kFewRows;
    setMaximumSize(sizeHint() + QSize(mayScroll ? scrollBar : 0, scrollBar));
    updateScrollBars();
    updateGeometry();
}

QSize MatrixGrid::sizeHint() const {
    const auto columns = static_cast<int>(std::min<Eigen::Index>(operand_.columns.count, 5000));
    const auto rows = static_cast<int>(std::min<Eigen::Index>(operand_.rows.count, 1000));
    return {rowHeader_ + columns * cell_.width() + 1, columnHeader_ + rows * cell_.height() + 1};
}

QSize MatrixGrid::minimumSizeHint() const {
    const int columns = operand_.columns.count > 1 ? 2 : 1;
    return {rowHeader_ + columns * cell_.width() + 1, columnHeader_ + cell_.height() + 1};
}

void MatrixGrid::updateScrollBars() {
    const QSize whole = {static_cast<int>(operand_.columns.count) * cell_.width() + 1,
                         static_cast<int>(operand_.rows.count) * cell_.height() + 1};
    const QSize room = viewport()->size() - QSize(rowHeader_, columnHeader_);
    horizontalScrollBar()->setRange(0, std::max(0, whole.width() - room.width()));
    horizontalScrollBar()->setPageStep(std::max(1, room.width()));
    horizontalScrollBar()->setSingleStep(cell_.width());
    verticalScrollBar()->setRange(0, std::max(0, whole.height() - room.height()));
    verticalScrollBar()->setPageStep(std::max(1, room.height()));
    verticalScrollBar()->setSingleStep(cell_.height());
}

void MatrixGrid::light(std::vector<Stretch> stretches, bool revealing) {
    lit_ = std::move(stretches);
    if (revealing && !lit_.empty()) {
        reveal(lit_.front().first);
    }
    viewport()->update();
}

void MatrixGrid::choose(std::optional<Place> place, bool revealing) {
    chosen_ = place;
    if (place && revealing) {
        reveal(*place);
    }
    viewport()->update();
}

void MatrixGrid::reveal(const Place& place) {
    const QRect rect = rectOf(place);
    const QRect room(rowHeader_, columnHeader_, viewport()->width() - rowHeader_, viewport()->height() - columnHeader_);
    const auto scroll = [](QScrollBar& bar, int low, int high, int roomLow, int roomHigh) {
        bar.setValue(bar.value() + (low < roomLow ? low - roomLow : std::max(0, high - roomHigh)));
    };
    scroll(*horizontalScrollBar(), rect.left(), rect.right(), room.left(), room.right());
    scroll(*verticalScrollBar(), rect.top(), rect.bottom(), room.top(), room.bottom());
}

QRect MatrixGrid::rectOf(const Place& place) const {
    return {rowHeader_ + static_cast<int>(place.column) * cell_.width() - horizontalScrollBar()->value(),
            columnHeader_ + static_cast<int>(place.row) * cell_.height() - verticalScrollBar()->value(), cell_.width(),
            cell_.height()};
}

std::optional<MatrixGrid::Place> MatrixGrid::placeAt(QPoint position) const {
    if (cell_.isEmpty() || position.x() < rowHeader_ || position.y() < columnHeader_) {
        return std::nullopt;
    }
    const Place place{(position.y() - columnHeader_ + verticalScrollBar()->value()) / cell_.height(),
                      (position.x() - rowHeader_ + horizontalScrollBar()->value()) / cell_.width()};
    return place.row < operand_.rows.count && place.column < operand_.columns.count ? std::optional(place)
                                                                                    : std::nullopt;
}

QString MatrixGrid::textAt(const Place& place) const {
    return entryText(operand_.at(place.row, place.column), digits_);
}

void MatrixGrid::resizeEvent(QResizeEvent*) { updateScrollBars(); }

void MatrixGrid::mouseMoveEvent(QMouseEvent* event) {
    const auto place = placeAt(event->pos());
    if (place != hovered_) {
        hovered_ = place;
        emit hovered(place);
    }
}

bool MatrixGrid::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && hovered_) {
        hovered_ = {};
        emit hovered({});
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void MatrixGrid::mousePressEvent(QMouseEvent* event) {
    if (const auto place = placeAt(event->pos()); place && event->button() == Qt::LeftButton) {
        cursor_ = *place;
        emit chosen(*place);
    }
}

/// The arrow keys are the grid's while it has the focus, and not the walk's.
bool MatrixGrid::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
    return QAbstractScrollArea::event(event);
}

void MatrixGrid::keyPressEvent(QKeyEvent* event) {
    Place place = chosen_.value_or(cursor_);
    switch (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier ? event->key() : 0) {
    case Qt::Key_Left:
        --place.column;
        break;
    case Qt::Key_Right:
        ++place.column;
        break;
    case Qt::Key_Up:
        --place.row;
        break;
    case Qt::Key_Down:
        ++place.row;
        break;
    default:
        event->ignore();
        return;
    }
    place = {std::clamp<Eigen::Index>(place.row, 0, operand_.rows.count - 1),
             std::clamp<Eigen::Index>(place.column, 0, operand_.columns.count - 1)};
    cursor_ = place;
    reveal(place);
    emit chosen(place);
}

} // namespace perceptible
