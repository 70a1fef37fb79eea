#pragma once

namespace perceptible {

struct Theme;

/// Fills the table behind diverging() with the theme's colours.
void buildDivergingMap(const Theme& theme);

} // namespace perceptible
