#pragma once

#include <QCoreApplication>
#include <QString>
#include <cstdint>

namespace perceptible {

/// Counts, costs and shares as the window shows them.
class NumberText {
    Q_DECLARE_TR_FUNCTIONS(NumberText)

public:
    static QString none(); ///< for what has no value

    static QString count(std::int64_t value); ///< "12,345"
    static QString cost(double value);        ///< "0.1085", "∞", or none
    /// "96.0 %", rounded, except that only a perfect score reads 100 and only none reads 0.
    static QString accuracy(double share);
    /// Three figures and a thousands' letter: "950", "12.3k", "1.25M".
    static QString brief(double value);
};

} // namespace perceptible
