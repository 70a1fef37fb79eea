#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>
#include <optional>

#include "core/data/generators.h"
#include "core/live/live_engine.h"
#include "core/training/hyperparameters.h"

namespace perceptible {

/// What an undo of a data edit brings back.
struct DataDocument {
    DataSetPtr data;
    double testShare = 0.25;     ///< for what is generated, read or drawn: 0…0.9
    GeneratorSettings generator; ///< the last one used
    bool isGenerated = false;    ///< `data` is what `generator` makes, unedited
    Region region;               ///< what the plane shows
};

/// The document and the running experiment, as the window sees them: the data set with its undo history, the
/// hyperparameters, and the newest picture of the training. Views read it and connect to its signals; panels call its
/// functions. Lives in the GUI thread and never waits for the training.
class Laboratory : public QObject {
    Q_OBJECT

public:
    explicit Laboratory(QObject* parent = nullptr);
    ~Laboratory() override;

    const DataSetPtr& data() const { return document_.data; }
    double testShare() const { return document_.testShare; }
    const GeneratorSettings& generator() const { return document_.generator; }
    bool isGenerated() const { return document_.isGenerated; }
    const Hyperparameters& hyperparameters() const { return hyperparameters_; }
    /// The newest picture; null until the first has arrived. Compare picture()->snapshot->data with data() to know
    /// whether it already shows the last edit.
    const PicturePtr& picture() const { return picture_; }
    /// Whether the picture is of the present run and data; the hyperparameters may be newer.
    bool isPictureCurrent() const {
        return picture_ && picture_->snapshot->run == run_ && picture_->snapshot->data == document_.data;
    }
    /// What the plane shows: all points. It holds still while a stroke's points lie inside it.
    const Region& region() const { return view_.region; }
    QUndoStack& undoStack() { return undoStack_; }

    /// True between play() and the end of the training, whoever ends it.
    bool isRunning() const { return running_; }
    /// Steps per second; none: the processor's limit.
    std::optional<double> speed() const { return speed_; }

    /// Replaces the points, undoably, between two training steps and without a reset. Edits with the same nonzero
    /// `stroke` are one entry of the undo history.
    void editData(DataSetPtr data, const QString& name, int stroke = 0);
    /// Generates, splits and shows; undoable. Edits with the same nonzero `stroke` are one entry.
    void generateData(const GeneratorSettings& settings, int stroke = 0);
    /// Splits the data anew with another share; undoable.
    void setTestShare(double share);
    /// Both work in the background and say() how it went; a refused file changes nothing.
    void openCsv(const QString& file);
    void saveCsv(const QString& file);

    /// Acts at once, while training runs. Invalid values are refused with a sentence and change nothing.
    void setHyperparameters(const Hyperparameters& hyperparameters);

    /// Whether pictures of a paused training have the next iteration (Snapshot::next).
    void setExplaining(bool explaining) { engine_.trainer().setExplaining(explaining); }
    /// Takes updates back: to the state before an iteration of run `run`, paused. Nothing in a later run.
    void returnTo(const TrainingState<float>& state, std::uint64_t run);
    /// A step was asked for and hasn't been answered yet.
    bool awaitsStep() const { return stepsAsked_ > stepsAnswered_; }

    void say(const QString& sentence, bool warning = false) { emit said(sentence, warning); }

public slots:
    void play(); ///< says why when it can't
    void pause();
    void togglePlay() { running_ ? pause() : play(); }
    void step();
    void reset();      ///< the same initial parameters, iteration 0
    void newWeights(); ///< the next seed
    void setSpeed(std::optional<double> stepsPerSecond);

signals:
    void dataChanged(); ///< data, test share or generator
    void hyperparametersChanged();
    void pictureChanged();
    void runningChanged();
    void speedChanged();
    void regionChanged();
    /// A sentence for the status line; `warning`: something was refused or went wrong.
    void said(const QString& sentence, bool warning);

private:
    friend class EditDataCommand;
    void edit(DataDocument document, const QString& name, int stroke);
    void replace(DataDocument document, const QString& name, int stroke = 0); ///< other points: another view
    void show(const DataDocument& document);
    void takePicture();
    static QString sentenceOnRead(const DataSet& data, const QString& file);
    void setRunning(bool running);
    bool canTrain();
    void dropSteps();
    void sayHowStepWent(const Snapshot& snapshot);
    void sayWhyItStopped(const Snapshot& snapshot);

    DataDocument document_;
    Hyperparameters hyperparameters_;
    View view_;
    PicturePtr picture_;
    QUndoStack undoStack_;
    bool running_ = false;
    std::uint64_t starts_ = 0;        ///< calls of TrainerThread::run(); older answers don't end what was started later
    std::uint64_t stepsAsked_ = 0;    ///< calls of TrainerThread::step()
    std::uint64_t stepsAnswered_ = 0; ///< those whose outcome has been said, or no longer matters
    std::uint64_t run_ = 1;           ///< pictures of older runs are dropped
    std::optional<double> speed_;
    QTimer frameTimer_;
    LiveEngine engine_;
};

/// A sentence of core in the window's language.
QString translated(const Message& message);

} // namespace perceptible
