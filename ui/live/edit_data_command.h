#pragma once

#include <QUndoCommand>

#include "ui/live/laboratory.h"

namespace perceptible {

/// One entry of the undo history: the document before and after. The edits of one stroke merge.
class EditDataCommand : public QUndoCommand {
public:
    EditDataCommand(Laboratory& laboratory, DataDocument after, const QString& name, int stroke)
        : QUndoCommand(name)
        , laboratory_(laboratory)
        , before_(laboratory.document_)
        , after_(std::move(after))
        , stroke_(stroke) {}

    void undo() override {
        laboratory_.show(before_);
        laboratory_.say(Laboratory::tr("Undone: %1.").arg(text()));
    }

    /// Also called when the edit is made, which needs no sentence.
    void redo() override {
        laboratory_.show(after_);
        if (made_) {
            laboratory_.say(Laboratory::tr("Redone: %1.").arg(text()));
        }
        made_ = true;
    }

    int id() const override { return 1; } // without an id, Qt does not try to merge

    bool mergeWith(const QUndoCommand* other) override {
        const auto& later = static_cast<const EditDataCommand&>(*other); // only this class has the id
        if (stroke_ == 0 || later.stroke_ != stroke_) {
            return false;
        }
        after_ = later.after_;
        return true;
    }

private:
    Laboratory& laboratory_;
    DataDocument before_;
    DataDocument after_;
    int stroke_;
    bool made_ = false;
};

} // namespace perceptible
