#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/live/mailbox.h"
#include "core/live/picture.h"

namespace perceptible {

/// Turns the newest snapshot into a picture, in a thread of its own: one whenever the last picture has been taken and
/// there is a newer snapshot or another view. So it works no faster than the screen takes.
class ProbeThread {
public:
    /// Both mailboxes must outlive this object.
    ProbeThread(Mailbox<Snapshot>& snapshots, Mailbox<Picture>& pictures, const View& view);
    ~ProbeThread();
    ProbeThread(const ProbeThread&) = delete;
    ProbeThread& operator=(const ProbeThread&) = delete;

    void setView(const View& view);
    /// To be called after a snapshot was put and after a picture was taken.
    void wake();

private:
    void work(const std::stop_token& stop);

    Mailbox<Snapshot>& snapshots_;
    Mailbox<Picture>& pictures_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    View view_;
    bool viewChanged_ = false;
    std::jthread thread_; ///< last, so that it ends first
};

} // namespace perceptible
