#include "ui/theme/style_sheet.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include "ui/theme/theme.h"

namespace perceptible {

QString styleSheetFor(const Theme& theme) {
    QFile file(QStringLiteral(":/theme.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The style sheet is missing from the resources");
    }
    const QString text = QString::fromUtf8(file.readAll());
    const QHash<QString, QString> values{
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
        {QStringLiteral("mode"), theme.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };

    static const QRegularExpression place(QStringLiteral("@(\\w+)"));
    QString result;
    qsizetype end = 0;
    for (auto matches = place.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        Q_ASSERT(values.contains(match.captured(1)));
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += values.value(match.captured(1));
        end = match.capturedEnd();
    }
    result += QStringView(text).mid(end);
    return result;
}

} // namespace perceptible
