#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/data/generators.h"
#include "core/network/activation.h"
#include "core/network/initialization.h"

namespace perceptible {

/// How the window calls and explains the choices of core, whose own names are the command line's.
class Names {
    Q_DECLARE_TR_FUNCTIONS(Names)

public:
    static QString of(Activation activation);
    static QString of(Initialization initialization);
    static QString of(Generator generator);

    /// One sentence each.
    static QString explain(Activation activation);
    static QString explain(Initialization initialization);
};

} // namespace perceptible
