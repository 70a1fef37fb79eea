#include "ui/backprop/equation/matrix_row.h"

#include <QLabel>
#include <QScrollBar>
#include <algorithm>
#include <numeric>

#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kLeastWidth = 200;
constexpr Eigen::Index kLeastRows = 1;
constexpr int kSizes[] = {20, 17, 14}; ///< of numbers, in pixels, before that of a caption

/// The room of a sign with the air around it.
int gapOf(const QLabel& sign) { return sign.text().isEmpty() ? kSpacing : sign.sizeHint().width() + 2 * kSpacing; }

} // namespace

MatrixRow::MatrixRow(QWidget* parent)
    : QWidget(parent)
    , signs_{new QLabel(this)} {
    setMinimumWidth(scaled(kLeastWidth));
}

/// A matrix that the mouse leaves while the row goes has nobody to tell any more.
MatrixRow::~MatrixRow() {
    for (OperandView* operand : operands_) {
        operand->grid().disconnect(this);
    }
}

void MatrixRow::addOperand() {
    const std::size_t k = operands_.size();
    auto* operand = operands_.emplace_back(new OperandView(this));
    signs_.push_back(new QLabel(this));
    connect(operand, &OperandView::folded, this, &MatrixRow::place);
    connect(&operand->grid(), &MatrixGrid::hovered, this,
            [this, k](const std::optional<MatrixGrid::Place>& at) { emit hovered(k, at); });
    connect(&operand->grid(), &MatrixGrid::chosen, this,
            [this, k](const MatrixGrid::Place& at) { emit chosen(k, at); });
}

void MatrixRow::show(const Equation& equation, int decimals) {
    shown_ = equation.operands.size();
    while (operands_.size() < shown_) {
        addOperand();
    }
    for (std::size_t k = 0; k < signs_.size(); ++k) {
        signs_[k]->setVisible(k <= shown_);
        signs_[k]->setText(k <= shown_ ? QString::fromStdString(equation.signs[k]).trimmed() : QString());
    }
    for (std::size_t k = 0; k < shown_; ++k) {
        operands_[k]->show(equation.operands[k], decimals);
    }
    shareColours(equation);
    const bool isHeaded = std::ranges::any_of(
        equation.operands, [](const Operand& operand) { return operand.columns.of != Axis::Of::one; });
    for (std::size_t k = 0; k < shown_; ++k) {
        grid(k).setHeaded(isHeaded);
    }
    for (std::size_t k = 0; k < operands_.size(); ++k) {
        operands_[k]->setVisible(k < shown_);
    }
    int least = 0;
    for (std::size_t k = 0; k < shown_; ++k) {
        least = std::max(least, grid(k).roomFor(fontFor(TextRole::caption).pixelSize(), kLeastRows, 1).height());
    }
    setMinimumHeight(OperandView::headHeight() + least + scrollBarHeight());
    place();
}

void MatrixRow::matchSizes(MatrixRow& other) {
    matched_ = &other;
    other.matched_ = this;
}

int MatrixRow::scrollBarHeight() const { return shown_ > 0 ? grid(0).horizontalScrollBar()->sizeHint().height() : 0; }

/// The same parameters before and after have the same colours.
void MatrixRow::shareColours(const Equation& equation) {
    for (std::size_t k = 1; k < shown_; ++k) {
        if (equation.operands[k].symbol() == equation.result().symbol()) {
            const double full = std::max(grid(0).fullColour(), grid(k).fullColour());
            grid(0).setFullColour(full);
            grid(k).setFullColour(full);
        }
    }
}

/// The largest numbers with which every matrix is seen.
int MatrixRow::fittingPixelSize(int room) const {
    for (const int size : kSizes) {
        int width = 0;
        int height = 0;
        for (std::size_t k = 0; k < shown_; ++k) {
            const QSize least = operands_[k]->leastRoom(scaled(size));
            width += least.width();
            height = std::max(height, least.height());
        }
        if (width <= room && height + scrollBarHeight() <= this->height()) {
            return scaled(size);
        }
    }
    return fontFor(TextRole::caption).pixelSize();
}

std::vector<int> MatrixRow::widths(int room) const {
    std::vector<std::size_t> order(shown_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [this](std::size_t k) { return operands_[k]->neededWidth(); });
    std::vector<int> result(shown_);
    for (std::size_t i = 0; i < shown_; ++i) {
        const int share = std::max(0, room / static_cast<int>(shown_ - i));
        result[order[i]] = std::min(operands_[order[i]]->neededWidth(), share);
        room -= result[order[i]];
    }
    return result;
}

void MatrixRow::place() {
    int room = width();
    for (std::size_t k = 1; k <= shown_; ++k) {
        room -= gapOf(*signs_[k]);
    }
    if (const int fitting = fittingPixelSize(room); fitting != fitting_) {
        fitting_ = fitting;
        if (matched_) {
            matched_->place();
        }
    }
    const bool isMatched = matched_ && matched_->isVisibleTo(window()) && matched_->fitting_ > 0;
    const int pixelSize = isMatched ? std::min(fitting_, matched_->fitting_) : fitting_;
    for (std::size_t k = 0; k < shown_; ++k) {
        grid(k).setPixelSize(pixelSize);
    }
    const std::vector<int> wide = widths(room);
    int x = 0;
    for (std::size_t k = 0; k < shown_; ++k) {
        operands_[k]->setGeometry(x, 0, wide[k], height());
        x += wide[k];
        QLabel& sign = *signs_[k + 1];
        sign.setGeometry(x + kSpacing, 0, sign.sizeHint().width(), OperandView::titleHeight());
        x += gapOf(sign);
    }
}

void MatrixRow::resizeEvent(QResizeEvent*) { place(); }

} // namespace perceptible
