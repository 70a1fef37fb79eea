#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/network/gradient_mistake.h"

namespace perceptible {

/// What the window says about the classic mistakes.
class MistakeTexts {
    Q_DECLARE_TR_FUNCTIONS(MistakeTexts)

public:
    static QString name(GradientMistake mistake);
    static QString formula(GradientMistake mistake);   ///< as it is wrongly computed
    static QString whyHidden(GradientMistake mistake); ///< where canShow() is false
};

} // namespace perceptible
