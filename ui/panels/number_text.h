#pragma once

#include <QCoreApplication>
#include <QString>
#include <cstdint>

namespace perceptible {

/// Numbers as the window shows them, in the user's locale.
class NumberText {
    Q_DECLARE_TR_FUNCTIONS(NumberText)

public:
    static QString none(); ///< for what has no value

    static QString count(std::int64_t value); ///< "12,345"
    /// Four decimals; fewer for large values, a power of ten for tiny ones.
    static QString cost(double value);
    /// "96.0 %", rounded down, so that only a perfect score reads 100.
    static QString accuracy(double share);
    /// Three figures and a thousands' letter: "950", "12.3k", "1.25M".
    static QString brief(double value);
};

} // namespace perceptible
