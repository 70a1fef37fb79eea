#include "ui/backprop/walk/walk_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/walk/notation.h"
#include "ui/backprop/equation/equation_panel.h"
#include "ui/backprop/walk/block_chain.h"
#include "ui/backprop/walk/code_panel.h"
#include "ui/backprop/walk/walk.h"
#include "ui/backprop/walk/walk_bar.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kMostDigits = 6;
constexpr int kFirstDigits = 2;
constexpr int kWideEnoughForTwo = 1000; ///< equations beside each other
constexpr int kHighEnoughForCode = 460; ///< below an equation in full size

} // namespace

WalkPage::WalkPage(Walk& walk, Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , walk_(walk)
    , chain_(new BlockChain(walk, this))
    , title_(new QLabel(this))
    , unfold_(new QToolButton(this))
    , showCode_(new QToolButton(this))
    , digits_(new QComboBox(this))
    , one_(new EquationPanel(this))
    , all_(new EquationPanel(this))
    , code_(new CodePanel(walk, laboratory, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, kSpacing / 2);
    column->setSpacing(kSpacing / 2);
    column->addWidget(new WalkBar(walk, laboratory, this));
    column->addWidget(chain_);
    column->addWidget(titleRow());
    auto* both = new QWidget;
    panels_ = new QBoxLayout(QBoxLayout::TopToBottom, both);
    panels_->setContentsMargins(0, 0, 0, 0);
    panels_->setSpacing(kSpacing);
    panels_->addWidget(one_, 1);
    panels_->addWidget(all_, 1);
    auto* scroll = new QScrollArea(this); // in a low window the second equation is scrolled to
    scroll->setWidget(both);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    both->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    column->addWidget(code_);
    code_->hide();
    one_->matchSizes(*all_);
    for (EquationPanel* panel : {one_, all_}) {
        connect(panel, &EquationPanel::lookedAt, this, [this, panel] { light(*panel); });
        connect(panel, &EquationPanel::exampleChosen, &walk_, &Walk::setColumn);
        connect(panel, &EquationPanel::parameterChosen, this, &WalkPage::parameterChosen);
    }
    connect(&walk_, &Walk::changed, this, &WalkPage::follow);
    follow();
}

WalkPage::~WalkPage() {
    one_->disconnect(this);
    all_->disconnect(this);
}

QWidget* WalkPage::titleRow() {
    title_->setFont(fontFor(TextRole::caption));
    title_->setProperty("quiet", true);
    unfold_->setText(tr("unfold dZ[L]"));
    unfold_->setCheckable(true);
    unfold_->setFocusPolicy(Qt::TabFocus);
    showCode_->setText(QStringLiteral("NumPy"));
    showCode_->setCheckable(true);
    showCode_->setFocusPolicy(Qt::TabFocus);
    explain(*showCode_, QStringLiteral("NumPy"), tr("The same sub-step as lines of NumPy beside the numbers."));
    connect(showCode_, &QToolButton::toggled, this, [this](bool shown) {
        code_->setVisible(shown);
        follow();
        emit codeShown(shown);
    });
    explain(*unfold_, tr("Unfold dZ[L]"),
            tr("dZ[L] = A[L] − Y in two sub-steps: dA[L] of the loss, times the derivative of the output's activation. "
               "The program computes the collapsed form, which cannot overflow."));
    connect(unfold_, &QToolButton::toggled, &walk_, &Walk::setUnfolded);
    for (int digits = 1; digits <= kMostDigits; ++digits) {
        digits_->addItem(QString::number(0.0, 'f', digits), digits);
    }
    digits_->setCurrentIndex(kFirstDigits - 1);
    digits_->setObjectName(QStringLiteral("decimals"));
    calmInput(*digits_);
    explain(*digits_, tr("Decimals"), tr("How many decimals the matrices show; the line of numbers shows more."));
    connect(digits_, &QComboBox::currentIndexChanged, this, &WalkPage::follow);
    auto* result = new QWidget(this);
    auto* row = new QHBoxLayout(result);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title_, 1);
    row->addWidget(unfold_);
    row->addWidget(showCode_);
    row->addWidget(digits_);
    return result;
}

void WalkPage::showLike(const WalkPage& other) {
    digits_->setCurrentIndex(other.digits_->currentIndex());
    showCode_->setChecked(other.showCode_->isChecked());
}

int WalkPage::digits() const { return digits_->currentData().toInt(); }

QString WalkPage::title() const { return title_->text(); }

void WalkPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

/// Two equations stand beside each other where there is room, else one above the other in smaller letters, as
/// beside the code in little height.
void WalkPage::arrange() {
    const bool isWide = width() >= scaled(kWideEnoughForTwo);
    panels_->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const bool isLow = !code_->isHidden() && height() < scaled(kHighEnoughForCode);
    const bool areStacked = !isWide && !one_->isHidden() && !all_->isHidden();
    for (EquationPanel* panel : {one_, all_}) {
        panel->setCompact(areStacked || isLow);
    }
}

void WalkPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow(); // and light up what it shows
}

void WalkPage::follow() {
    if (!walk_.iteration()) {
        return;
    }
    unfold_->setChecked(walk_.isUnfolded());
    const bool showsOne = walk_.scope() == WalkScope::one || (walk_.scope() == WalkScope::both && !walk_.isOfAll());
    const bool showsAll = walk_.scope() != WalkScope::one;
    one_->setVisible(showsOne);
    all_->setVisible(showsAll);
    arrange();
    // The one that shows all comes last: it says what is lit.
    const Equation one = walk_.equation(walk_.column());
    const Equation all = walk_.equation({});
    title_->setText(titleOf(showsAll ? all : one));
    sayWhatEachIsOf(showsOne && showsAll);
    if (showsOne) {
        one_->show(one, digits());
    }
    if (showsAll) {
        all_->show(all, digits(), showsOne ? std::optional(walk_.column()) : std::nullopt);
    }
    revealColumn();
}

/// Where both are seen: which is whose, and that the one of all is the mean.
void WalkPage::sayWhatEachIsOf(bool areBoth) {
    const auto step = walk_.subStep();
    const bool isMean = step && (step->operation == Operation::linearBackwardWeights ||
                                 step->operation == Operation::linearBackwardBias);
    const QString m = QLocale().toString(static_cast<qlonglong>(walk_.iteration()->m()));
    one_->setCaption(areBoth ? tr("one example: i = %1").arg(walk_.column() + 1) : QString());
    all_->setCaption(!areBoth ? QString()
                     : isMean ? tr("all m = %1: the mean over i = 1 … %1").arg(m)
                              : tr("all m = %1").arg(m));
}

/// "LINEAR backward, layer 2: dW[2]"
QString WalkPage::titleOf(const Equation& equation) const {
    const auto step = walk_.subStep();
    if (!step) {
        return tr("The mini-batch");
    }
    const auto& blocks = chain_->blocks();
    const auto block = std::ranges::find_if(blocks, [this](const Block& b) { return walk_.position() <= b.last; });
    const QString title =
        tr("%1: %2", "a block and what it gives")
            .arg(block->name(walk_.iteration()->architecture), QString::fromStdString(equation.result().symbol()));
    return walk_.isOfAll() && walk_.scope() != WalkScope::all ? title + tr(" (of all m examples of the mini-batch)")
                                                              : title;
}

/// An example that was chosen elsewhere is looked at as soon as a matrix with a column for each is seen.
void WalkPage::revealColumn() {
    const bool canShow = all_->isVisible() && all_->grid(0).operand().columns.of == Axis::Of::examples;
    if (canShow && walk_.column() != shownColumn_) {
        shownColumn_ = walk_.column();
        all_->choose({all_->entry().row, shownColumn_});
    }
}

/// The unit or weight, and the example, of the entry that is looked at.
void WalkPage::light(const EquationPanel& panel) {
    if (!isVisible() || !walk_.iteration()) {
        return;
    }
    const Operand& result = panel.grid(0).operand();
    const MatrixGrid::Place entry = panel.entry();
    Walk::Lit lit;
    lit.layer = result.rows.of == Axis::Of::units ? result.rows.layer : walk_.iteration()->architecture.layers();
    lit.unit = result.rows.of == Axis::Of::units ? entry.row : 0;
    if (result.columns.of == Axis::Of::units) {
        lit.from = entry.column;
    }
    const auto& examples = walk_.iteration()->examples;
    const auto column = static_cast<std::size_t>(entry.column);
    if (result.columns.of == Axis::Of::examples && column < examples.size()) { // else still of the iteration before
        lit.example = examples[column];
    } else if (walk_.scope() != WalkScope::all) {
        lit.example = walk_.example();
    }
    walk_.light(lit);
}

} // namespace perceptible
