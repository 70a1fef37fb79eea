#pragma once

#include <QtTest>
#include <memory>
#include <vector>

#include "ui/canvas/boundary_canvas.h"
#include "ui/live/laboratory.h"
#include "ui/main_window.h"

class QAbstractButton;

namespace perceptible {

/// For how long a condition may take to come true on a busy machine under a sanitizer. It measures nothing: what
/// comes sooner is not waited for.
inline constexpr int kPatience = 60'000;
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatience)

/// The program in a person's hands: the real window around the real laboratory. Keys and mouse go in where the window
/// system hands them over, so whatever lies in their way is hit instead.
class WindowInUse {
public:
    WindowInUse();
    ~WindowInUse();

    /// Shows the window and waits for the first picture; false when there is none.
    bool open();
    /// Gives the window the keyboard.
    bool activate();
    /// Builds the window anew around the same laboratory, as a change of language does.
    void rebuild();

    Laboratory& laboratory() { return *laboratory_; }
    MainWindow& window() { return *window_; }
    BoundaryCanvas& canvas() { return view<BoundaryCanvas>(); }

    // What there is to see

    const Snapshot& now() const { return *laboratory_->picture()->snapshot; }
    QString status() const;
    /// What the screen shows of a widget, which is older than what the widget would paint if it were asked to.
    QImage seen(const QWidget& widget) const;
    template <class View>
    View& view() const {
        return *window_->findChild<View*>();
    }
    template <class Field>
    Field& field(const char* name) const {
        return *window_->findChild<Field*>(QLatin1String(name));
    }

    /// Waits until everything ordered so far has been carried out and seen. It leaves an entry in the undo history.
    bool settle();
    /// Whether the network of the newest picture puts every point of the laboratory on its side of the boundary.
    bool separatesThePoints() const;

    // What hands do

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void click(QWidget& widget);
    void click(const QString& buttonText);
    /// Replaces what a field holds by the text, and commits it with Return.
    void type(const char* fieldName, const QByteArray& text);
    /// Types without Return; the field stays in use.
    void beginTyping(const char* fieldName, const QByteArray& text);

    void pressAt(PlanePoint place);
    void moveTo(PlanePoint place);
    void release(PlanePoint place);
    /// One stroke of the chosen tool along straight lines.
    void draw(const std::vector<PlanePoint>& way);
    /// Clears the plane and draws class 0 at the upper right and class 1 at the lower left.
    void drawTwoClouds();

private:
    QPoint inWindow(PlanePoint place);

    std::unique_ptr<Laboratory> laboratory_;
    std::unique_ptr<MainWindow> window_;
};

/// Watches a run through every picture the laboratory takes.
class RunRecord : public QObject {
public:
    explicit RunRecord(Laboratory& laboratory);

    std::int64_t pictures() const { return pictures_; }
    bool wasReset() const { return wasReset_; }               ///< another run, or an iteration that went back
    std::int64_t longestLeap() const { return longestLeap_; } ///< updates from one picture to the next

private:
    SnapshotPtr last_;
    std::int64_t pictures_ = 0;
    bool wasReset_ = false;
    std::int64_t longestLeap_ = 0;
};

/// The sentences said since it was made.
class Hearing : public QObject {
public:
    explicit Hearing(Laboratory& laboratory);

    bool heard(const QString& part) const;
    const QString& lastWarning() const { return lastWarning_; }

private:
    QStringList sentences_;
    QString lastWarning_;
};

} // namespace perceptible
