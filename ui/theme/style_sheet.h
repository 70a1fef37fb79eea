#pragma once

#include <QString>

namespace perceptible {

struct Theme;

/// resources/theme.qss with the theme's colours in the places that it names with an at sign, and its lengths at the
/// text size in force.
QString styleSheetFor(const Theme& theme);

} // namespace perceptible
