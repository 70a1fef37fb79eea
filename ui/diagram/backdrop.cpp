#include "ui/diagram/backdrop.h"

#include <QCoreApplication>
#include <QPainter>
#include <cmath>

#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

class Backdrop {
    Q_DECLARE_TR_FUNCTIONS(Backdrop)
};

constexpr double kLineSpacing = 1.25;
constexpr int kSmallestType = 9;            // still read from near
constexpr double kNameWidth = 5 * kSpacing; // of x₁ and ŷ

void paintCaption(QPainter& painter, const LayerCaption& caption, const QRectF& place) {
    const Theme& theme = Theme::current();
    QRectF line(place.left(), place.top(), place.width(), captionTitleHeight());
    painter.setFont(captionTitleFont());
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignCenter, caption.title);
    painter.setFont(caption.small ? captionSmallFont() : captionDetailFont());
    painter.setPen(theme.quietText);
    line.translate(0, line.height());
    line.setHeight(captionDetailHeight());
    for (const QString& detail : caption.details) {
        painter.drawText(line, Qt::AlignCenter, detail);
        line.translate(0, line.height());
    }
}

void paintNames(QPainter& painter, const DiagramLayout& layout) {
    QFont font = fontFor(TextRole::body);
    font.setItalic(true);
    font.setPixelSize(font.pixelSize() + scaled(2));
    painter.setFont(font);
    painter.setPen(Theme::current().text);
    const double nameWidth = scaled(kNameWidth);
    const auto& inputs = layout.layers.front().tiles;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const QRectF place(inputs[i].left() - kSpacing - nameWidth, inputs[i].top(), nameWidth, inputs[i].height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         QLatin1Char('x') + subscript(static_cast<int>(i) + 1));
    }
    const QRectF& output = layout.layers.back().tiles.front();
    painter.drawText(QRectF(output.right() + kSpacing, output.top(), nameWidth, output.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("ŷ"));
}

void paintFolded(QPainter& painter, const LayerColumn& column) {
    if (column.folded == 0) {
        return;
    }
    const QString sentence = Backdrop::tr("+ %1 more").arg(column.folded);
    // With air on both sides, so that neighbouring columns don't read as one line.
    const double needed = QFontMetricsF(painter.font()).horizontalAdvance(sentence) + 2 * kSpacing;
    const bool fits = needed <= column.foldedLabel.width();
    painter.drawText(column.foldedLabel, Qt::AlignHCenter | Qt::AlignBottom,
                     fits ? sentence : QStringLiteral("+%1").arg(column.folded));
}

} // namespace

QFont captionTitleFont() {
    QFont font = fontFor(TextRole::body);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont captionDetailFont() { return fontFor(TextRole::caption); }

QFont captionSmallFont() {
    QFont font = captionDetailFont();
    font.setPixelSize(scaled(kSmallestType));
    return font;
}

double captionTitleHeight() { return std::ceil(QFontMetricsF(captionTitleFont()).height() * kLineSpacing); }

double captionDetailHeight() { return std::ceil(QFontMetricsF(captionDetailFont()).height() * kLineSpacing); }

void paintBackdrop(QImage& image, const DiagramLayout& layout, const std::vector<LayerCaption>& captions) {
    image.fill(Theme::current().ground);
    QPainter painter(&image);
    for (std::size_t l = 0; l < layout.layers.size(); ++l) {
        paintCaption(painter, captions[l], layout.layers[l].caption);
    }
    painter.setFont(captionDetailFont());
    painter.setPen(Theme::current().quietText);
    for (const LayerColumn& column : layout.layers) {
        paintFolded(painter, column);
    }
    paintNames(painter, layout);
}

} // namespace perceptible
