#include "ui/backprop/walk/code_panel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/walk/numpy_lines.h"
#include "ui/backprop/walk/script_button.h"
#include "ui/backprop/walk/walk.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

namespace perceptible {

CodePanel::CodePanel(Walk& walk, Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , walk_(walk)
    , text_(new QPlainTextEdit(this))
    , script_(new ScriptButton(walk, laboratory, this)) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(fontFor(TextRole::caption).pixelSize());
    text_->setFont(font);
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setFocusPolicy(Qt::TabFocus);
    text_->setAccessibleName(tr("The sub-step in NumPy"));
    text_->setObjectName(QStringLiteral("code"));
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setFocusPolicy(Qt::TabFocus);
    explain(*copy, tr("Copy these lines"), tr("Puts the lines on the clipboard."));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(code()); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(script_);
    buttons->addStretch(1);
    buttons->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing / 2);
    column->addWidget(text_, 1);
    column->addLayout(buttons);
    connect(&walk_, &Walk::changed, this, &CodePanel::follow);
}

QSize CodePanel::sizeHint() const { return {scaled(34 * kSpacing), scaled(14 * kSpacing)}; }

QString CodePanel::code() const { return text_->toPlainText(); }

void CodePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
}

void CodePanel::follow() {
    if (!isVisible() || !walk_.iteration()) {
        return;
    }
    const auto lines = [this](ExampleChoice example) {
        return QString::fromStdString(
            numpyLines<float>(*walk_.iteration(), walk_.subStep(), walk_.isUnfolded(), example));
    };
    QStringList parts;
    if (walk_.scope() == WalkScope::one || (walk_.scope() == WalkScope::both && !walk_.isOfAll())) {
        parts << lines(walk_.column());
    }
    if (walk_.scope() != WalkScope::one) {
        parts << lines({});
    }
    parts.removeDuplicates();
    text_->setPlainText(parts.join(QStringLiteral("\n\n")));
}

} // namespace perceptible
