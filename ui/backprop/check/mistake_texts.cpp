#include "ui/backprop/check/mistake_texts.h"

namespace perceptible {

QString MistakeTexts::name(GradientMistake mistake) {
    switch (mistake) {
    case GradientMistake::none:
        return tr("no mistake");
    case GradientMistake::forgottenMean:
        return tr("1/m forgotten");
    case GradientMistake::wrongSign:
        return tr("wrong sign");
    case GradientMistake::missingDerivative:
        return tr("g′ missing");
    case GradientMistake::wrongTranspose:
        return tr("wrong transpose");
    }
    return {};
}

QString MistakeTexts::formula(GradientMistake mistake) {
    switch (mistake) {
    case GradientMistake::none:
        return {};
    case GradientMistake::forgottenMean:
        return QStringLiteral("dW[l] = dZ[l] A[l−1]ᵀ");
    case GradientMistake::wrongSign:
        return QStringLiteral("dZ[L] = Y − A[L]");
    case GradientMistake::missingDerivative:
        return QStringLiteral("dZ[l] = dA[l]");
    case GradientMistake::wrongTranspose:
        return QStringLiteral("dW = 1/m A dZᵀ, dA = W dZ");
    }
    return {};
}

QString MistakeTexts::whyHidden(GradientMistake mistake) {
    switch (mistake) {
    case GradientMistake::forgottenMean:
        return tr("1/m is 1 with a single example.");
    case GradientMistake::missingDerivative:
        return tr("There is no hidden layer with another g′ than 1.");
    case GradientMistake::wrongTranspose:
        return tr("Every W[l] is one row or one column.");
    case GradientMistake::none:
    case GradientMistake::wrongSign:
        break;
    }
    return {};
}

} // namespace perceptible
