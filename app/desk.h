#pragma once

#include <QObject>
#include <QTimer>
#include <QTranslator>
#include <memory>

#include "ui/main_window.h"
#include "ui/preferences.h"

class QApplication;

namespace perceptible {

/// Shows the window in the language, theme and text size a person chose, and again when they choose others or the
/// screen asks for another text size.
class Desk : public QObject {
public:
    Desk(QApplication& application, Laboratory& laboratory, Preferences preferences);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openWindow();
    void showWindow();
    void translate(QTranslator& translator, const QString& file);
    void watchScreen();
    int wantedTextSize() const;
    void use(const Preferences& preferences);
    void refresh();

    QApplication& application_;
    Laboratory& laboratory_;
    Preferences preferences_;
    QString language_;
    QTranslator programs_;
    QTranslator qts_;
    QTimer screenTimer_;
    std::unique_ptr<MainWindow> window_;
};

} // namespace perceptible
