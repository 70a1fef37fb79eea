#pragma once

#include <QToolButton>

#include "core/session/python_export.h"

namespace perceptible {

class Laboratory;
class Walk;

/// The whole training as a Python script (data, initial parameters, hyperparameters): to be copied or saved.
class ScriptButton : public QToolButton {
    Q_OBJECT

public:
    ScriptButton(Walk& walk, Laboratory& laboratory, QWidget* parent = nullptr);

private:
    std::optional<Session> session() const;
    ScriptStart start() const { return fromHere_->isChecked() ? ScriptStart::present : ScriptStart::start; }
    void addActions(QMenu& menu, PythonLibrary library, const QString& name);
    void copy(PythonLibrary library, const QString& name);
    void askWhere(PythonLibrary library);
    void save(PythonLibrary library, const QString& file);

    Walk& walk_;
    Laboratory& laboratory_;
    QAction* fromHere_;
};

} // namespace perceptible
