#include "ui/backprop/nudges/nudge_path.h"

#include <QEvent>

#include "ui/backprop/nudges/nudge_words.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

const QString& arrow() {
    static const QString text = QStringLiteral(" ← ");
    return text;
}

const QString& omission() {
    static const QString text = QStringLiteral("… ← ");
    return text;
}

} // namespace

NudgePath::NudgePath(QWidget* parent)
    : QLabel(parent) {
    setFont(fontFor(TextRole::caption));
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(this, &QLabel::linkActivated, this, [this](const QString& link) {
        const auto step = static_cast<std::size_t>(link.toInt());
        if (step < path_.size()) {
            emit chosen(path_[step]);
        }
    });
}

void NudgePath::setPath(std::vector<UnitPlace> path, const QString& end) {
    path_ = std::move(path);
    end_ = end;
    setToolTip(plainText());
    setAccessibleDescription(plainText());
    fit();
}

QStringList NudgePath::names(bool brief) const {
    QStringList result;
    for (const UnitPlace& unit : path_) {
        result << (brief ? QStringLiteral("a[%1]%2").arg(QString::number(unit.layer), subscript(unit.unit + 1))
                         : NudgeWords::unit(unit));
    }
    return end_.isEmpty() ? result : result << end_;
}

QString NudgePath::plainText() const { return names(false).join(arrow()); }

/// The fullest wording for which there is room; the last name, where one is, in bold and no link.
void NudgePath::fit() {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    QStringList shown = names(metrics.horizontalAdvance(plainText()) > width());
    qsizetype left = 0;
    while (shown.size() - left > 1 &&
           metrics.horizontalAdvance((left > 0 ? omission() : QString()) + shown.mid(left).join(arrow())) > width()) {
        ++left;
    }
    const QString ink = Theme::current().accent.name();
    for (qsizetype i = left; i + 1 < shown.size(); ++i) {
        shown[i] = QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>")
                       .arg(QString::number(i), ink, shown[i]);
    }
    if (!shown.isEmpty()) {
        shown.back() = QStringLiteral("<b>%1</b>").arg(shown.back());
    }
    setText((left > 0 ? omission() : QString()) + shown.mid(left).join(arrow()));
}

void NudgePath::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void NudgePath::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        fit();
    }
}

} // namespace perceptible
