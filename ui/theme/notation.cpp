#include "ui/theme/notation.h"

#include <QCoreApplication>
#include <cmath>

namespace perceptible {

namespace {

constexpr QChar kMinus(0x2212);
constexpr double kSmallestWithFourDecimals = 0.0005;
constexpr double kLargestWithFourDecimals = 100'000;

class Notation {
    Q_DECLARE_TR_FUNCTIONS(Notation)
};

/// NaN and the infinities in words and signs.
QString notFiniteText(double value) {
    if (std::isnan(value)) {
        return Notation::tr("not a number");
    }
    return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
}

QString withRealMinus(QString text) { return text.replace(QLatin1Char('-'), kMinus); }

} // namespace

QString numberText(double value) {
    if (!std::isfinite(value)) {
        return notFiniteText(value);
    }
    const double size = std::abs(value);
    const bool plain = value == 0 || (size >= kSmallestWithFourDecimals && size < kLargestWithFourDecimals);
    return withRealMinus(plain ? QString::number(value, 'f', 4) : QString::number(value, 'e', 2));
}

QString shortNumberText(double value) {
    return std::isfinite(value) ? withRealMinus(QString::number(value, 'g', 3)) : notFiniteText(value);
}

QString subscript(int number) {
    QString text = QString::number(number);
    for (QChar& digit : text) {
        digit = QChar(0x2080 + digit.digitValue());
    }
    return text;
}

QString formulaOf(Activation activation) {
    switch (activation) {
    case Activation::sigmoid:
        return QStringLiteral("σ(z)");
    case Activation::tanh:
        return QStringLiteral("tanh(z)");
    case Activation::relu:
        return QStringLiteral("max(0, z)");
    case Activation::leakyRelu:
        return QStringLiteral("max(%1 z, z)").arg(leakyReluSlope);
    case Activation::elu:
        return QStringLiteral("z > 0 ? z : eᶻ − 1");
    case Activation::softplus:
        return QStringLiteral("log(1 + eᶻ)");
    case Activation::silu:
        return QStringLiteral("z σ(z)");
    case Activation::sine:
        return QStringLiteral("sin(z)");
    case Activation::linear:
        return QStringLiteral("z");
    case Activation::softmax:
        return QStringLiteral("softmax(z)");
    }
    return {};
}

} // namespace perceptible
