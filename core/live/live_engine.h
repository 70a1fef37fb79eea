#pragma once

#include "core/live/probe_thread.h"
#include "core/live/trainer_thread.h"

namespace perceptible {

/// The two threads behind the window, joined: trainer → snapshots → probe → pictures.
class LiveEngine {
public:
    LiveEngine(DataSetPtr data, const Hyperparameters& hyperparameters, const View& view)
        : probe_(snapshots_, pictures_, view)
        , trainer_(std::move(data), hyperparameters, snapshots_, [this] { probe_.wake(); }) {}

    TrainerThread& trainer() { return trainer_; }
    void setView(const View& view) { probe_.setView(view); }

    /// The newest picture, or null when there is none since the last take.
    PicturePtr takePicture() {
        PicturePtr picture = pictures_.take();
        if (picture) {
            probe_.wake();
        }
        return picture;
    }

private:
    Mailbox<Snapshot> snapshots_;
    Mailbox<Picture> pictures_;
    ProbeThread probe_;
    TrainerThread trainer_; ///< last: it ends before the probe it wakes
};

} // namespace perceptible
