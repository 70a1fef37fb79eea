#include "ui/backprop/equation_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/form.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr std::size_t kTermsWrittenOut = 6;
constexpr int kMoreDigits = 4; ///< significant ones of the line of numbers, beyond the decimals of the matrices
constexpr int kTitleHeight = 22;
constexpr int kLines = 2; ///< for the line of numbers
constexpr QSize kLeastMatrices(200, 96);
constexpr int kLongWord = 16; ///< characters between two spaces of a line

QString axisText(const Axis& axis) {
    switch (axis.of) {
    case Axis::Of::units:
        return QStringLiteral("n[%1]").arg(axis.layer);
    case Axis::Of::examples:
        return QStringLiteral("m");
    case Axis::Of::one:
        break;
    }
    return QStringLiteral("1");
}

/// A hyperparameter or m: as it was set, without trailing zeros.
QString plainText(double value) { return QString::number(value, 'g', 6).replace(QLatin1Char('-'), QChar(0x2212)); }

/// After an operator a negative number stands in brackets, if it doesn't already.
QString pieceText(const Piece& piece, int digits, const QString& before) {
    if (!piece.number) {
        return QString::fromStdString(piece.text);
    }
    const QString number = piece.cell ? significantText(*piece.number, digits) : plainText(*piece.number);
    const bool isBare = before.isEmpty() || before.endsWith(QLatin1Char('('));
    return *piece.number < 0 && !isBare ? QStringLiteral("(%1)").arg(number) : number;
}

void append(const std::vector<Piece>& pieces, int digits, QString& text) {
    for (const Piece& piece : pieces) {
        text += pieceText(piece, digits, text);
    }
}

/// How many of `count` terms to write out: all of a few, else fewer and fewer until the line fits.
std::vector<std::size_t> termsToTry(std::size_t count) {
    std::vector<std::size_t> result{std::min(count, kTermsWrittenOut)};
    for (const std::size_t fewer : {3, 2}) {
        if (fewer < result.back()) {
            result.push_back(fewer);
        }
    }
    return result;
}

} // namespace

QString shapeText(const Operand& operand) {
    return QStringLiteral("(%1, %2) = %3 × %4")
        .arg(axisText(operand.rows), axisText(operand.columns))
        .arg(operand.rows.count)
        .arg(operand.columns.count);
}

QString numbersText(const Derivation& derivation, int digits, std::size_t terms) {
    QString text;
    append(derivation.before, digits, text);
    const std::size_t count = derivation.terms.size();
    for (std::size_t i = 0; i < count; ++i) {
        text += i > 0 ? QStringLiteral(" + ") : QString();
        if (i > 0 && i + 1 == terms && terms < count) {
            text += QStringLiteral("… + ");
            i = count - 1;
        }
        append(derivation.terms[i], digits, text);
    }
    append(derivation.after, digits, text);
    return text;
}

EquationPanel::EquationPanel(QWidget* parent)
    : QWidget(parent)
    , lastSign_(new QLabel(this))
    , text_(new QLabel(this))
    , lineLabel_(new QLabel(this))
    , matrices_(new QWidget(this)) {
    QFont bold = fontFor(TextRole::body);
    bold.setWeight(QFont::DemiBold);
    text_->setFont(bold);
    text_->setTextInteractionFlags(Qt::NoTextInteraction);
    lineLabel_->setFont(fontFor(TextRole::body));
    lineLabel_->setTextFormat(Qt::RichText);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    lineLabel_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    lineLabel_->setWordWrap(true);
    lineLabel_->setAlignment(Qt::AlignTop);
    lineLabel_->setFixedHeight(kLines * QFontMetrics(lineLabel_->font()).lineSpacing());
    lastSign_->setParent(matrices_);
    matrices_->setMinimumSize(scaled(kLeastMatrices.width()), scaled(kLeastMatrices.height()));
    matrices_->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing / 2);
    column->addWidget(text_);
    column->addWidget(lineLabel_);
    column->addWidget(matrices_, 1);
}

/// A matrix that the mouse leaves while the panel goes has nobody to tell any more.
EquationPanel::~EquationPanel() {
    matrices_->removeEventFilter(this);
    for (const View& view : views_) {
        view.grid->disconnect(this);
    }
}

EquationPanel::View& EquationPanel::view(std::size_t operand) {
    if (operand < views_.size()) {
        return views_[operand];
    }
    auto* frame = new QWidget(matrices_);
    View view{new QLabel(matrices_), frame, new QToolButton(frame), new QLabel(frame), new MatrixGrid(frame), false};
    view.title->setProperty("bare", true);
    view.title->setFont(text_->font());
    view.title->setFocusPolicy(Qt::TabFocus);
    view.shape->setFont(fontFor(TextRole::caption));
    view.shape->setProperty("quiet", true);
    view.title->setFixedHeight(scaled(kTitleHeight));
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpacing / 2);
    head->addWidget(view.title);
    head->addWidget(view.shape);
    head->addStretch(1);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(view.grid, 1);
    column->addStretch(0); // takes what the grid doesn't need
    connect(view.title, &QToolButton::clicked, this, [this, operand] {
        views_[operand].isFolded = !views_[operand].isFolded;
        fold(views_[operand]);
        place();
    });
    connect(view.grid, &MatrixGrid::hovered, this, [this, operand](const std::optional<MatrixGrid::Place>& place) {
        if (operand == 0) {
            hovered_ = place;
            look();
        } else if (place) {
            sayOperandEntry(operand, *place);
        } else {
            look();
        }
    });
    connect(view.grid, &MatrixGrid::chosen, this, [this, operand](const MatrixGrid::Place& place) {
        if (operand == 0) {
            choose(place);
        } else {
            views_[operand].grid->choose(place);
            sayOperandEntry(operand, place);
        }
        const Operand& o = equation_.operands[operand];
        if (o.columns.of == Axis::Of::examples) {
            emit exampleChosen(place.column);
        } else if (o.rows.of == Axis::Of::examples) {
            emit exampleChosen(place.row);
        } else if (const auto parameter = o.parameterAt(place.row, place.column)) {
            emit parameterChosen(*parameter);
        }
    });
    views_.push_back(view);
    return views_.back();
}

void EquationPanel::show(const Equation& equation, int digits) {
    equation_ = equation;
    digits_ = digits;
    shown_ = 0; // until all are there: showing one resizes the panel
    for (std::size_t k = 0; k < equation_.operands.size(); ++k) {
        showOperand(k, digits);
    }
    shown_ = equation_.operands.size();
    for (std::size_t k = shown_; k < views_.size(); ++k) {
        views_[k].sign->hide();
        views_[k].frame->hide();
    }
    lastSign_->setText(QString::fromStdString(equation_.signs.back()).trimmed());
    place();
    text_->setText(QString::fromStdString(equation_.text()));
    const Operand& result = equation_.result();
    chosen_ = {std::min(chosen_.row, result.rows.count - 1), std::min(chosen_.column, result.columns.count - 1)};
    if (hovered_ && (hovered_->row >= result.rows.count || hovered_->column >= result.columns.count)) {
        hovered_ = {};
    }
    look();
}

void EquationPanel::showOperand(std::size_t operand, int digits) {
    View& v = view(operand);
    const Operand& o = equation_.operands[operand];
    v.sign->setText(QString::fromStdString(equation_.signs[operand]).trimmed());
    v.sign->setVisible(!v.sign->text().isEmpty());
    const QString symbol = QString::fromStdString(o.symbol());
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
    explain(*v.title, symbol,
            shapeText(o) + QLatin1Char('\n') +
                tr("Rows: %1. Columns: %2. A click folds the matrix and gives its room to the others.")
                    .arg(meaning(o.rows), meaning(o.columns)));
    v.grid->show(o, digits);
    fold(v);
    v.frame->show();
}

/// Every matrix as wide as it needs, and where there is too little room, those that need the least first.
void EquationPanel::place() {
    const int titleHeight = scaled(kTitleHeight);
    int room = matrices_->width();
    std::vector<std::size_t> order;
    const auto gapOf = [](const QLabel& sign) {
        return sign.text().isEmpty() ? kSpacing : sign.sizeHint().width() + 2 * kSpacing;
    };
    for (std::size_t k = 0; k < shown_; ++k) {
        order.push_back(k);
        room -= k == 0 ? 0 : gapOf(*views_[k].sign);
    }
    room -= gapOf(*lastSign_);
    std::ranges::sort(order, {}, [this](std::size_t k) { return views_[k].frame->maximumWidth(); });
    std::vector<int> widths(shown_);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const int share = room / static_cast<int>(order.size() - i);
        widths[order[i]] = std::clamp(views_[order[i]].frame->maximumWidth(), 0, std::max(0, share));
        room -= widths[order[i]];
    }
    int x = 0;
    const auto placeSign = [&](QLabel& sign) {
        sign.setGeometry(x + (sign.text().isEmpty() ? 0 : kSpacing), 0, sign.sizeHint().width(), titleHeight);
        x += gapOf(sign);
    };
    for (std::size_t k = 0; k < shown_; ++k) {
        if (k > 0) {
            placeSign(*views_[k].sign);
        }
        views_[k].frame->setGeometry(x, 0, widths[k], matrices_->height());
        fitShape(views_[k], widths[k]);
        x += widths[k];
    }
    placeSign(*lastSign_);
}

/// "(n[2], n[1]) = 4 × 6", or what there is room for of it: "4 × 6", or nothing; the name's tooltip says it all.
void EquationPanel::fitShape(const View& view, int width) {
    const Operand& o = view.grid->operand();
    const int room = width - view.title->sizeHint().width() - kSpacing;
    const QFontMetrics metrics(view.shape->font());
    QString text;
    for (const QString& shape : {shapeText(o), QStringLiteral("%1 × %2").arg(o.rows.count).arg(o.columns.count)}) {
        if (text.isEmpty() && metrics.horizontalAdvance(shape) <= room) {
            text = shape;
        }
    }
    view.shape->setText(text);
}

bool EquationPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == matrices_ && event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

/// A folded matrix is only its name.
void EquationPanel::fold(const View& view) {
    const QString symbol = QString::fromStdString(view.grid->operand().symbol());
    view.title->setText(view.isFolded ? symbol + QStringLiteral(" ▸") : symbol);
    view.grid->setVisible(!view.isFolded);
    view.shape->setVisible(!view.isFolded);
    const int shape = QFontMetrics(view.shape->font()).horizontalAdvance(shapeText(view.grid->operand()));
    const int head = view.title->sizeHint().width() + (view.isFolded ? 0 : shape + 2 * kSpacing);
    view.frame->setMaximumWidth(view.isFolded ? head : std::max(head, view.grid->maximumWidth()));
}

void EquationPanel::choose(const MatrixGrid::Place& place) {
    chosen_ = place;
    hovered_ = {};
    look();
}

QString EquationPanel::equationText() const { return text_->text(); }

void EquationPanel::look() {
    const MatrixGrid::Place place = entry();
    const Derivation derivation = equation_.derive(place.row, place.column);
    std::vector<std::vector<MatrixGrid::Place>> lit(shown_);
    const auto collect = [&](const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            if (piece.cell) {
                lit[piece.cell->operand].push_back({piece.cell->row, piece.cell->column});
            }
        }
    };
    collect(derivation.before);
    for (const auto& term : derivation.terms) {
        collect(term);
    }
    collect(derivation.after);
    views_[0].grid->choose(place, !hovered_);
    for (std::size_t k = 1; k < shown_; ++k) {
        views_[k].grid->choose({});
        views_[k].grid->light(std::move(lit[k]), true);
    }
    const Operand& result = equation_.result();
    const QString name = QString::fromStdString(result.entry(place.row, place.column));
    const QString equals =
        equation_.signs[1].find(":=") == std::string::npos ? QStringLiteral(" = ") : QStringLiteral(" := ");
    const int digits = digits_ + kMoreDigits;
    QStringList texts;
    for (const QString& symbolic : {equals + QString::fromStdString(derivation.symbolic), QString()}) {
        for (const std::size_t terms : termsToTry(derivation.terms.size())) {
            texts << name + symbolic + (symbolic.isEmpty() ? equals : QStringLiteral(" = ")) +
                         numbersText(derivation, digits, terms);
        }
    }
    setLine(derivation.symbolic.empty() ? QStringList(name) : texts << name,
            significantText(result.at(place.row, place.column), digits - 2)); // what the digits before it can support
    emit lookedAt(place);
}

void EquationPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (shown_ > 0) {
        look();
    }
}

void EquationPanel::sayOperandEntry(std::size_t operand, const MatrixGrid::Place& place) {
    const Operand& o = equation_.operands[operand];
    setLine({QString::fromStdString(o.entry(place.row, place.column))},
            significantText(o.at(place.row, place.column), digits_ + kMoreDigits));
}

void EquationPanel::setLine(const QStringList& texts, const QString& value) {
    QFont bold = lineLabel_->font();
    bold.setBold(true);
    const QString end = QStringLiteral(" = ") + value;
    // A line may break before a long number, and then again.
    const int lost = kLines * QFontMetrics(bold).averageCharWidth() * kLongWord;
    const int room = kLines * lineLabel_->width() - QFontMetrics(bold).horizontalAdvance(end) - lost;
    const QFontMetrics metrics(lineLabel_->font());
    const auto fits = [&](const QString& text) { return metrics.horizontalAdvance(text) <= room; };
    const auto found = std::ranges::find_if(texts, fits);
    const QString text =
        found != texts.end() ? *found : metrics.elidedText(texts.value(texts.size() - 1), Qt::ElideRight, room);
    line_ = texts.value(0) + end;
    lineLabel_->setText(text.toHtmlEscaped() + QStringLiteral(" = <b>%1</b>").arg(value));
    lineLabel_->setToolTip(line_);
    lineLabel_->setAccessibleName(line_);
}

} // namespace perceptible
