#include "ui/backprop/equation/equation_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/backprop/equation/entry_text.h"
#include "ui/backprop/equation/equation_text.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kMoreDigits = 4; ///< significant ones of the line of numbers, beyond the decimals of the matrices

} // namespace

EquationPanel::EquationPanel(QWidget* parent)
    : QWidget(parent)
    , text_(new QLabel(this))
    , caption_(new QLabel(this))
    , lineLabel_(new QLabel(this))
    , matrices_(new MatrixRow(this)) {
    lineLabel_->setTextFormat(Qt::RichText);
    lineLabel_->setAlignment(Qt::AlignTop);
    for (QLabel* label : {text_, lineLabel_}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    caption_->setFont(fontFor(TextRole::caption));
    caption_->setProperty("quiet", true);
    auto* head = new QHBoxLayout;
    head->addWidget(text_, 1);
    head->addWidget(caption_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing / 2);
    column->addLayout(head);
    column->addWidget(lineLabel_);
    column->addWidget(matrices_, 1);
    setCompact(false);
    connect(matrices_, &MatrixRow::hovered, this, &EquationPanel::hover);
    connect(matrices_, &MatrixRow::chosen, this, &EquationPanel::takeChoice);
}

/// A matrix that the mouse leaves while the panel goes has nobody to tell any more.
EquationPanel::~EquationPanel() { matrices_->disconnect(this); }

QString EquationPanel::equationText() const { return text_->text(); }

void EquationPanel::show(const Equation& equation, int decimals, std::optional<Eigen::Index> example) {
    const Operand& result = equation.result();
    const bool isSameShape = !equation_.operands.empty() && result.rows == equation_.result().rows &&
                             result.columns == equation_.result().columns;
    if (!isSameShape) {
        hovered_ = {}; // the grid forgets it too
    }
    chosen_ = {std::min(chosen_.row, result.rows.count - 1), std::min(chosen_.column, result.columns.count - 1)};
    equation_ = equation;
    decimals_ = decimals;
    example_ = example;
    matrices_->show(equation_, decimals);
    text_->setText(QString::fromStdString(equation_.text()));
    look();
}

void EquationPanel::setCompact(bool compact) {
    lines_ = compact ? 1 : 2;
    QFont letters = fontFor(compact ? TextRole::line : TextRole::figure);
    letters.setWeight(QFont::DemiBold);
    text_->setFont(letters);
    lineLabel_->setFont(fontFor(compact ? TextRole::body : TextRole::line));
    lineLabel_->setFixedHeight(lines_ * QFontMetrics(lineLabel_->font()).lineSpacing());
}

void EquationPanel::choose(const MatrixGrid::Place& place) {
    chosen_ = place;
    hovered_ = {};
    look();
}

void EquationPanel::hover(std::size_t operand, const std::optional<MatrixGrid::Place>& place) {
    if (operand == 0) {
        hovered_ = place;
    }
    if (operand != 0 && place) {
        grid(operand).choose(place);
        sayOperandEntry(operand, *place);
    } else {
        look();
    }
}

void EquationPanel::takeChoice(std::size_t operand, const MatrixGrid::Place& place) {
    if (operand == 0) {
        choose(place);
    }
    const Operand o = equation_.operands[operand]; // whoever hears of the choice may show another equation
    if (o.columns.of == Axis::Of::examples) {
        emit exampleChosen(place.column);
    } else if (o.rows.of == Axis::Of::examples) {
        emit exampleChosen(place.row);
    } else if (const auto parameter = o.parameterAt(place.row, place.column)) {
        emit parameterChosen(*parameter);
    }
    if (operand != 0 && operand < equation_.operands.size() && o.symbol() == equation_.operands[operand].symbol()) {
        grid(operand).choose(place);
        sayOperandEntry(operand, place);
    }
}

void EquationPanel::look() {
    const auto [row, column] = entry();
    const Derivation derivation = equation_.derive(row, column);
    light(derivation);
    const int digits = decimals_ + kMoreDigits;
    setLine(entryLines(equation_, derivation, row, column, digits),
            significantText(equation_.result().at(row, column), digits - 2)); // what the digits before it can support
    emit lookedAt(entry());
}

/// Frames the entry, and lights the numbers that it is made of: those of its terms from the first to the last.
void EquationPanel::light(const Derivation& derivation) {
    std::vector<std::vector<MatrixGrid::Stretch>> lit(matrices_->count());
    const auto placeOf = [](const Cell& cell) { return MatrixGrid::Place{cell.row, cell.column}; };
    const auto collect = [&](const std::vector<Piece>& from, const std::vector<Piece>& to) {
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (from[i].cell) {
                lit[from[i].cell->operand].push_back({placeOf(*from[i].cell), placeOf(*to[i].cell)});
            }
        }
    };
    collect(derivation.before, derivation.before);
    if (derivation.terms > 0) {
        collect(derivation.term(0), derivation.term(derivation.terms - 1));
    }
    collect(derivation.after, derivation.after);
    grid(0).choose(entry(), !hovered_);
    for (std::size_t k = 1; k < lit.size(); ++k) {
        grid(k).choose({});
        grid(k).light(std::move(lit[k]), true);
    }
    if (derivation.termsAreExamples && example_ && *example_ < derivation.terms) {
        for (const Piece& piece : derivation.term(*example_)) {
            if (piece.cell) {
                grid(piece.cell->operand).choose(placeOf(*piece.cell), true);
            }
        }
    }
}

void EquationPanel::resizeEvent(QResizeEvent*) {
    if (equation_.derive) {
        look();
    }
}

void EquationPanel::sayOperandEntry(std::size_t operand, const MatrixGrid::Place& place) {
    const Operand& o = equation_.operands[operand];
    setLine({QString::fromStdString(o.entry(place.row, place.column))},
            significantText(o.at(place.row, place.column), decimals_ + kMoreDigits));
}

/// Says the first of the texts that fits, and the value in any case.
void EquationPanel::setLine(const QStringList& texts, const QString& value) {
    QFont bold = lineLabel_->font();
    bold.setBold(true);
    const QString end = QStringLiteral(" = ") + value;
    const int endWidth = QFontMetrics(bold).horizontalAdvance(end);
    QStringList lines;
    for (const QString& text : texts) {
        lines = brokenText(text, QFontMetrics(lineLabel_->font()), lineLabel_->width(), endWidth);
        if (lines.size() <= lines_) {
            break;
        }
    }
    line_ = texts.first() + end;
    lineLabel_->setText(
        lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")) +
        QStringLiteral(" = <b>%1</b>").arg(value));
    lineLabel_->setToolTip(line_);
    lineLabel_->setAccessibleName(line_);
}

} // namespace perceptible
