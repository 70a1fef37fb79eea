#include "ui/theme/style_sheet.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kWidestBorder = 2; // lines stay fine however large the text is
constexpr int kGroove = 4;       // of a slider, as the style sheet has them
constexpr int kHandle = 12;

QString inPixels(int length) { return QStringLiteral("%1px").arg(length); }

QHash<QString, QString> valuesOf(const Theme& theme) {
    const int handle = scaled(kHandle) + 2 * kWidestBorder; // of a slider: as high as it is wide
    return {
        {QStringLiteral("ground"), theme.ground.name()},
        {QStringLiteral("panel"), theme.panel.name()},
        {QStringLiteral("line"), theme.line.name()},
        {QStringLiteral("strongLine"), theme.strongLine.name()},
        {QStringLiteral("text"), theme.text.name()},
        {QStringLiteral("quietText"), theme.quietText.name()},
        {QStringLiteral("accent"), theme.accent.name()},
        {QStringLiteral("accentHover"), (theme.dark ? theme.accent.lighter(110) : theme.accent.lighter(118)).name()},
        {QStringLiteral("accentPressed"), theme.accent.darker(115).name()},
        {QStringLiteral("onAccent"), theme.onAccent.name()},
        {QStringLiteral("accentWash"), theme.accentWash.name()},
        {QStringLiteral("warning"), theme.warning.name()},
        {QStringLiteral("mode"), theme.dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QStringLiteral("handleReach"), inPixels((handle - scaled(kGroove)) / 2)},
        {QStringLiteral("handleRadius"), inPixels(handle / 2)}, // a larger one would be ignored
    };
}

/// Replaces every match by what `replacementOf` makes of it.
template <class Replacement>
QString replaced(const QString& text, const QRegularExpression& pattern, Replacement replacementOf) {
    QString result;
    qsizetype end = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += replacementOf(match.captured(1));
        end = match.capturedEnd();
    }
    return result += QStringView(text).mid(end);
}

/// An odd length is an even one less the pixel that the wider border of a focused control takes: that doesn't grow.
int scaledLength(int pixels) {
    const int border = pixels % 2;
    return pixels <= kWidestBorder ? pixels : scaled(pixels + border) - border;
}

} // namespace

QString styleSheetFor(const Theme& theme) {
    QFile file(QStringLiteral(":/theme.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The style sheet is missing from the resources");
    }
    static const QRegularExpression length(QStringLiteral("(\\d+)px"));
    static const QRegularExpression place(QStringLiteral("@(\\w+)"));
    const QString sheet = replaced(QString::fromUtf8(file.readAll()), length,
                                   [](const QString& pixels) { return inPixels(scaledLength(pixels.toInt())); });
    return replaced(sheet, place, [values = valuesOf(theme)](const QString& name) {
        Q_ASSERT(values.contains(name));
        return values.value(name);
    });
}

} // namespace perceptible
