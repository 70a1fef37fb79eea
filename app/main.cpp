#include <QApplication>

#include "ui/live/laboratory.h"
#include "ui/theme/theme.h"

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    perceptible::applyTheme(application, perceptible::ThemeChoice::system);
    perceptible::Laboratory laboratory;
    return QApplication::exec();
}
