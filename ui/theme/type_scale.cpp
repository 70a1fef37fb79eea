#include <QFontDatabase>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr double kHeadingSpacing = 0.8; // capitals need air between them

/// Inter where it is installed, else the system's; Korean from Noto, which has the same weight beside it.
QStringList families() {
    QStringList result;
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(inter)) {
        result << inter;
    }
    result << QFontDatabase::systemFont(QFontDatabase::GeneralFont).family() << QStringLiteral("Noto Sans CJK KR");
    return result;
}

int pixels(TextRole role) {
    switch (role) {
    case TextRole::caption:
    case TextRole::heading:
        return 11;
    case TextRole::body:
        return 13;
    case TextRole::line:
        return 15;
    case TextRole::figure:
        return 18;
    }
    return 13;
}

} // namespace

double scaled(double pixels) { return pixels * textSize() / 100; }

int scaled(int pixels) { return static_cast<int>(std::lround(scaled(static_cast<double>(pixels)))); }

QFont fontFor(TextRole role) {
    static const QStringList installed = families();
    QFont font;
    font.setFamilies(installed);
    font.setPixelSize(scaled(pixels(role)));
    if (role == TextRole::heading) {
        font.setWeight(QFont::DemiBold);
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::AbsoluteSpacing, scaled(kHeadingSpacing));
    } else if (role == TextRole::figure) {
        font.setWeight(QFont::DemiBold);
    }
    return font;
}

} // namespace perceptible
