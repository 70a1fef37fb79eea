#include "ui/backprop/equation/operand_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/backprop/equation/equation_text.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kTitleHeight = 22;
constexpr int kHeadGap = 2;
constexpr Eigen::Index kRowsSeen = 6;
constexpr Eigen::Index kColumnsSeen = 5;

} // namespace

int OperandView::titleHeight() { return scaled(kTitleHeight); }

int OperandView::headHeight() { return titleHeight() + kHeadGap; }

OperandView::OperandView(QWidget* parent)
    : QWidget(parent)
    , title_(new QToolButton(this))
    , shape_(new QLabel(this))
    , grid_(new MatrixGrid(this)) {
    QFont bold = fontFor(TextRole::body);
    bold.setWeight(QFont::DemiBold);
    title_->setFont(bold);
    title_->setProperty("bare", true);
    title_->setFocusPolicy(Qt::TabFocus);
    title_->setFixedHeight(titleHeight());
    shape_->setFont(fontFor(TextRole::caption));
    shape_->setProperty("quiet", true);
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpacing / 2);
    head->addWidget(title_);
    head->addWidget(shape_);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHeadGap);
    column->addLayout(head);
    column->addWidget(grid_, 1);
    column->addStretch(0); // takes what the grid doesn't need
    connect(title_, &QToolButton::clicked, this, [this] {
        isFolded_ = !isFolded_;
        follow();
        emit folded();
    });
}

void OperandView::show(const Operand& operand, int decimals) {
    grid_->show(operand, decimals);
    const auto meaning = [](const Axis& axis) {
        switch (axis.of) {
        case Axis::Of::units:
            return axis.layer == 0 ? tr("inputs") : tr("units of layer %1").arg(axis.layer);
        case Axis::Of::examples:
            return tr("examples of the mini-batch");
        case Axis::Of::one:
            break;
        }
        return tr("one");
    };
    explain(*title_, symbol(),
            shapeText(operand) + QLatin1Char('\n') +
                tr("Rows: %1. Columns: %2. A click folds the matrix and gives its room to the others.")
                    .arg(meaning(operand.rows), meaning(operand.columns)));
    follow();
}

int OperandView::neededWidth() const {
    return isFolded_ ? titleWidth() : std::max(titleWidth(), grid_->maximumWidth());
}

int OperandView::titleWidth() const {
    const int shape = QFontMetrics(shape_->font()).horizontalAdvance(shapeText(grid_->operand()));
    return title_->sizeHint().width() + (isFolded_ ? 0 : shape + 2 * kSpacing);
}

QSize OperandView::leastRoom(int pixelSize) const {
    const QSize grid = isFolded_ ? QSize() : grid_->roomFor(pixelSize, kRowsSeen, kColumnsSeen);
    return {std::max(titleWidth(), grid.width()), headHeight() + std::max(0, grid.height())};
}

/// Folded, it is only its name. The shape is "(n[2], n[1]) = 4 × 6", or what there is room for of it: "4 × 6", or
/// nothing; the name's tooltip says it all.
void OperandView::follow() {
    title_->setText(isFolded_ ? symbol() + QStringLiteral(" ▸") : symbol());
    grid_->setVisible(!isFolded_);
    shape_->setVisible(!isFolded_);
    const Operand& operand = grid_->operand();
    const QFontMetrics metrics(shape_->font());
    const int room = width() - title_->sizeHint().width() - kSpacing;
    const QString all = shapeText(operand);
    const QString counts = QStringLiteral("%1 × %2").arg(operand.rows.count).arg(operand.columns.count);
    shape_->setText(metrics.horizontalAdvance(all) <= room      ? all
                    : metrics.horizontalAdvance(counts) <= room ? counts
                                                                : QString());
}

void OperandView::resizeEvent(QResizeEvent*) { follow(); }

} // namespace perceptible
