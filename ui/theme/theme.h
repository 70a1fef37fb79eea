#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QRgb>
#include <array>

class QApplication;

namespace perceptible {

/// One spacing unit: every margin and gap is a multiple or half of it.
inline constexpr int kSpacing = 8;

/// The colours of the window. Views read current() when they paint and repaint on QEvent::PaletteChange.
/// Colour means one thing everywhere: class0 (orange) is class 0 and negative, class1 (blue) is class 1 and positive,
/// neutral is zero.
struct Theme {
    bool dark;
    QColor ground, panel, line, strongLine, text, quietText, accent, onAccent, accentWash, warning;
    QColor class0, class1, neutral, testCurve;

    static const Theme& current();
};

enum class ThemeChoice { system, light, dark };

/// How large text can be, in percent of its designed size.
inline constexpr std::array kTextSizes{100, 125, 150};

/// Sets palette, style sheet and fonts of the whole application, and again whenever the system's palette changes
/// while the choice is `system`. Widgets take the text size when they are made.
void applyTheme(QApplication& application, ThemeChoice choice, int textSize = kTextSizes.front());
ThemeChoice themeChoice();
int textSize();

/// A length that belongs to text, such as a row's height or a field's width, at the text size in force.
int scaled(int pixels);
double scaled(double pixels);

/// The type scale; its fonts follow the text size.
enum class TextRole {
    caption, ///< units, shapes, axis labels
    body,    ///< controls
    line,    ///< the numbers of an equation
    heading, ///< capital panel headings, quiet and spaced
    figure,  ///< the numbers at the top
};
QFont fontFor(TextRole role);

/// −1 → class 0's orange, 0 → neutral, +1 → class 1's blue; clamped; NaN → the line colour.
QRgb diverging(float value);

/// What an icon stands on decides its ink.
enum class IconGround { panel, accent };

/// An icon of resources/icons by its file name without ".svg". It is drawn at paint time in the theme's text colour,
/// in the accent when checked, quiet when disabled; always in `onAccent` when it stands on the accent.
QIcon themedIcon(const char* name, IconGround ground = IconGround::panel);

} // namespace perceptible
