#pragma once

#include <QString>
#include <optional>

#include "ui/theme/theme.h"

namespace perceptible {

/// What a person chose for the window; kept from one start to the next.
struct Preferences {
    QString language; ///< "en", "ko"; empty: the system's
    ThemeChoice theme = ThemeChoice::system;
    std::optional<int> textSize; ///< one of kTextSizes; none: as large as the screen asks for

    static Preferences load();
    void save() const;

    /// "en" or "ko".
    QString effectiveLanguage() const;
    /// One of kTextSizes for a window on a screen of this available height.
    int effectiveTextSize(int screenHeight) const;
};

/// "system", "light", "dark"; an unknown name is `system`.
ThemeChoice themeChoiceFrom(const QString& name);
QString nameOf(ThemeChoice choice);

/// The languages the window speaks: "en", "ko".
const QStringList& languages();

} // namespace perceptible
