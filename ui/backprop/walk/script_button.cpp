#include "ui/backprop/walk/script_button.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QtConcurrentRun>

#include "ui/backprop/walk/walk.h"
#include "ui/live/files.h"
#include "ui/live/laboratory.h"
#include "ui/panels/form.h"

namespace perceptible {

ScriptButton::ScriptButton(Walk& walk, Laboratory& laboratory, QWidget* parent)
    : QToolButton(parent)
    , walk_(walk)
    , laboratory_(laboratory) {
    setText(tr("Whole script"));
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    explain(*this, tr("Whole script"),
            tr("The whole training as a program that runs by itself: data, initial parameters, hyperparameters."));
    auto* menu = new QMenu(this);
    addActions(*menu, PythonLibrary::numpy, QStringLiteral("NumPy"));
    menu->addSeparator();
    addActions(*menu, PythonLibrary::pytorch, QStringLiteral("PyTorch"));
    menu->addSeparator();
    fromHere_ = menu->addAction(tr("Begin with the present parameters"));
    fromHere_->setCheckable(true);
    fromHere_->setToolTip(tr("Else the script begins at iteration 0, as after Reset."));
    menu->setToolTipsVisible(true);
    setMenu(menu);
}

void ScriptButton::addActions(QMenu& menu, PythonLibrary library, const QString& name) {
    connect(menu.addAction(tr("Copy as %1").arg(name)), &QAction::triggered, this,
            [this, library, name] { copy(library, name); });
    connect(menu.addAction(tr("Save as %1…").arg(name)), &QAction::triggered, this,
            [this, library] { askWhere(library); });
}

/// Of the walk's iteration: its parameters fit no later data and hyperparameters. None where there is no iteration.
std::optional<Session> ScriptButton::session() const {
    const SnapshotPtr& snapshot = walk_.snapshot();
    if (!snapshot) {
        return std::nullopt;
    }
    Session session;
    session.precision = Precision::float32;
    session.data = snapshot->data;
    session.hyperparameters = snapshot->next->hyperparameters;
    session.state = convert<double>(snapshot->next->before);
    return session;
}

void ScriptButton::copy(PythonLibrary library, const QString& name) {
    if (auto session = this->session()) {
        QtConcurrent::run([session = std::move(*session), library, start = start()] {
            return pythonScript(session, library, start);
        }).then(&laboratory_, [laboratory = &laboratory_, name](const std::string& script) {
            QGuiApplication::clipboard()->setText(QString::fromStdString(script));
            laboratory->say(tr("The whole training is on the clipboard as a %1 script.").arg(name));
        });
    }
}

void ScriptButton::askWhere(PythonLibrary library) {
    auto* dialog = new QFileDialog(this, tr("Save the script"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("py"));
    dialog->setNameFilter(tr("Python files (*.py)"));
    dialog->selectFile(QStringLiteral("training.py"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, library](const QString& file) { save(library, file); });
    dialog->open();
}

void ScriptButton::save(PythonLibrary library, const QString& file) {
    auto session = this->session();
    if (!session) {
        return;
    }
    writeInBackground(
        [session = std::move(*session), library, start = start()] { return pythonScript(session, library, start); },
        file)
        .then(&laboratory_, [laboratory = &laboratory_, file](const QString& error) {
            if (error.isEmpty()) {
                laboratory->say(tr("The script was saved to %1. Run it with: python3 %1").arg(file));
            } else {
                laboratory->say(tr("%1 was not saved: %2. What was there before is unchanged.").arg(file, error), true);
            }
        });
}

} // namespace perceptible
