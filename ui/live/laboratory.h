#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>
#include <memory>
#include <optional>

#include "core/data/generators.h"
#include "core/live/picture.h"
#include "core/training/hyperparameters.h"

namespace perceptible {

class LiveEngine;

/// The document and the running experiment, as the window sees them: the data set with its undo history, the
/// hyperparameters, and the newest picture of the training. Views read it and connect to its signals; panels call its
/// functions. Lives in the GUI thread and never waits for the training.
class Laboratory : public QObject {
    Q_OBJECT

public:
    explicit Laboratory(QObject* parent = nullptr);
    ~Laboratory() override;

    const DataSetPtr& data() const { return data_; }
    const Hyperparameters& hyperparameters() const { return hyperparameters_; }
    /// The newest picture; null until the first has arrived. Compare picture()->snapshot->data with data() to know
    /// whether it already shows the last edit.
    const PicturePtr& picture() const { return picture_; }
    /// What the plane shows: it follows the data when that leaves [−6, 6]².
    const Region& region() const { return region_; }
    QUndoStack& undoStack() { return undoStack_; }

    /// True between play() and the end of the training, whoever ends it.
    bool isRunning() const { return running_; }
    /// Steps per second; none: the processor's limit.
    std::optional<double> speed() const { return speed_; }

    /// Share of the examples kept back for testing (0…0.9), used for what is generated, read or drawn.
    double testShare() const { return testShare_; }
    /// The last generator used, and its settings.
    const GeneratorSettings& generator() const { return generator_; }

    /// Replaces the data, undoably, between two steps and without a reset. Edits with the same nonzero `stroke` are
    /// one entry of the undo history.
    void editData(DataSetPtr data, const QString& name, int stroke = 0);
    /// Generates, splits and shows; undoable.
    void generateData(const GeneratorSettings& settings);
    /// Splits the data anew with another share; undoable.
    void setTestShare(double share);
    /// Reads a file; a refusal is said() and changes nothing. Returns whether it was read.
    bool openCsv(const QString& file);
    bool saveCsv(const QString& file);

    /// Acts at once, while training runs. Invalid values are refused with a sentence and change nothing.
    void setHyperparameters(const Hyperparameters& hyperparameters);

public slots:
    void play(); ///< says why when it can't
    void pause();
    void togglePlay() { running_ ? pause() : play(); }
    void step();
    void reset();      ///< the same initial parameters, iteration 0
    void newWeights(); ///< the next seed
    void setSpeed(std::optional<double> stepsPerSecond);

signals:
    void dataChanged();
    void hyperparametersChanged();
    void pictureChanged();
    void runningChanged();
    void regionChanged();
    /// A sentence for the status line; `warning`: something was refused or went wrong.
    void said(const QString& sentence, bool warning = false);

private:
    friend class EditDataCommand;
    void showData(DataSetPtr data);
    void takePicture();
    void sayWhyItStopped(const Snapshot& snapshot);

    DataSetPtr data_;
    Hyperparameters hyperparameters_;
    GeneratorSettings generator_;
    double testShare_ = 0.25;
    Region region_;
    PicturePtr picture_;
    QUndoStack undoStack_;
    bool running_ = false;
    std::optional<double> speed_;
    std::uint64_t run_ = 1; ///< pictures of older runs are dropped
    QTimer frameTimer_;
    std::unique_ptr<LiveEngine> engine_;
};

} // namespace perceptible
