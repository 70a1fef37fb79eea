#include "ui/backprop/walk/code_panel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

#include "core/walk/numpy_lines.h"
#include "ui/backprop/walk/script_button.h"
#include "ui/backprop/walk/walk.h"
#include "ui/live/laboratory.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr int kLines = 2; ///< seen at once: few sub-steps have more

} // namespace

CodePanel::CodePanel(Walk& walk, Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , walk_(walk)
    , text_(new QPlainTextEdit(this))
    , script_(new ScriptButton(walk, laboratory, this)) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(fontFor(TextRole::body).pixelSize());
    text_->setFont(font);
    text_->setFixedHeight(kLines * QFontMetrics(font).lineSpacing() +
                          text_->horizontalScrollBar()->sizeHint().height() + 2 * kSpacing);
    text_->setReadOnly(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setFocusPolicy(Qt::TabFocus);
    text_->setAccessibleName(tr("The sub-step in NumPy"));
    text_->setObjectName(QStringLiteral("code"));
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setFocusPolicy(Qt::TabFocus);
    explain(*copy, tr("Copy these lines"), tr("Puts the lines on the clipboard."));
    connect(copy, &QPushButton::clicked, this, [this, &laboratory] {
        QGuiApplication::clipboard()->setText(code());
        laboratory.say(tr("These lines of NumPy are on the clipboard."));
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(text_, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    row->addWidget(script_, 0, Qt::AlignTop);
    connect(&walk_, &Walk::changed, this, &CodePanel::follow);
}

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
    text_->setPlainText(parts.join(QLatin1Char('\n')));
}

} // namespace perceptible
