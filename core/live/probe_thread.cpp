#include "core/live/probe_thread.h"

#include "core/live/probe.h"

namespace perceptible {

ProbeThread::ProbeThread(Mailbox<Snapshot>& snapshots, Mailbox<Picture>& pictures, const View& view)
    : snapshots_(snapshots)
    , pictures_(pictures)
    , view_(view)
    , thread_([this](const std::stop_token& stop) { work(stop); }) {}

ProbeThread::~ProbeThread() = default; // std::jthread requests the stop, which ends the wait or the picture

void ProbeThread::setView(const View& view) {
    {
        const std::lock_guard lock(mutex_);
        view_ = view;
        viewChanged_ = true;
    }
    woken_.notify_one();
}

void ProbeThread::wake() {
    { const std::lock_guard lock(mutex_); } // not between the thread's look at the mailboxes and its wait
    woken_.notify_one();
}

void ProbeThread::work(const std::stop_token& stop) {
    Probe probe;
    SnapshotPtr snapshot;
    while (!stop.stop_requested()) {
        View view;
        {
            std::unique_lock lock(mutex_);
            woken_.wait(lock, stop, [&] {
                return pictures_.empty() && (!snapshots_.empty() || (viewChanged_ && snapshot != nullptr));
            });
            view = view_;
            viewChanged_ = false;
        }
        if (SnapshotPtr newer = snapshots_.take()) {
            snapshot = std::move(newer);
        }
        if (snapshot) {
            if (PicturePtr picture = probe.picture(snapshot, view, stop)) {
                pictures_.put(std::move(picture));
            }
        }
    }
}

} // namespace perceptible
