#include "ui/live/laboratory.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <utility>

#include "core/data/split.h"
#include "ui/canvas/plane_mapping.h"
#include "ui/live/files.h"
#include "ui/live/edit_data_command.h"

namespace perceptible {

namespace {

constexpr auto kFrameInterval = std::chrono::milliseconds{16}; // 60 Hz
/// Slow enough that a class can follow the boundary, fast enough that the first data set is learnt in seconds.
constexpr double kFirstSpeed = 500;
/// One undo entry for a test share that is spun through; strokes of the canvas count up from 1.
constexpr int kTestShareStroke = -1;
/// A held → key asks faster than a large network steps; no more than a few must wait.
constexpr std::uint64_t kStepsAhead = 3;
/// An undo entry holds a whole data set (up to 6.4 MB).
constexpr int kUndoLimit = 200;

DataDocument firstDocument() {
    DataDocument document;
    document.isGenerated = true;
    document.data =
        std::make_shared<DataSet>(split(generate(document.generator), document.testShare, document.generator.seed));
    document.region = viewOf(*document.data);
    return document;
}

bool showsAll(const Region& region, const DataSet& data) {
    return std::ranges::all_of(data.examples(), [&](const Example& e) { return contains(region, placeOf(e)); });
}

} // namespace

QString translated(const Message& message) {
    return QString::fromStdString(message.filled(QCoreApplication::translate("core", message.text).toStdString()));
}

Laboratory::Laboratory(QObject* parent)
    : QObject(parent)
    , document_(firstDocument())
    , view_{.region = document_.region}
    , speed_(kFirstSpeed)
    , engine_(document_.data, hyperparameters_, view_) {
    undoStack_.setUndoLimit(kUndoLimit);
    engine_.trainer().setSpeed(speed_);
    frameTimer_.setTimerType(Qt::PreciseTimer);
    frameTimer_.setInterval(kFrameInterval);
    connect(&frameTimer_, &QTimer::timeout, this, &Laboratory::takePicture);
    frameTimer_.start();
}

Laboratory::~Laboratory() = default;

void Laboratory::edit(DataDocument document, const QString& name, int stroke) {
    undoStack_.push(new EditDataCommand(*this, std::move(document), name, stroke)); // the stack owns it
}

void Laboratory::replace(DataDocument document, const QString& name, int stroke) {
    document.region = viewOf(*document.data);
    edit(std::move(document), name, stroke);
}

void Laboratory::editData(DataSetPtr data, const QString& name, int stroke) {
    DataDocument next = document_;
    next.data = std::move(data);
    next.isGenerated = false;
    if (stroke != 0 && showsAll(next.region, *next.data)) {
        edit(std::move(next), name, stroke); // under the hand that draws, the plane does not move
    } else {
        replace(std::move(next), name, stroke);
    }
}

void Laboratory::generateData(const GeneratorSettings& settings, int stroke) {
    DataDocument next = document_;
    next.generator = settings;
    next.isGenerated = true;
    next.data = std::make_shared<DataSet>(split(generate(settings), next.testShare, settings.seed));
    replace(std::move(next), tr("Generate points"), stroke);
}

void Laboratory::setTestShare(double share) {
    DataDocument next = document_;
    next.testShare = share;
    next.data = std::make_shared<DataSet>(split(*next.data, share, next.generator.seed));
    edit(std::move(next), tr("Change the test share"), kTestShareStroke);
}

void Laboratory::show(const DataDocument& document) {
    document_ = document;
    engine_.trainer().setData(document_.data);
    if (document_.region != view_.region) {
        view_.region = document_.region;
        engine_.setView(view_);
        emit regionChanged();
    }
    emit dataChanged();
}

void Laboratory::openCsv(const QString& file) {
    readCsvInBackground(file).then(this, [this, file](const CsvReading& reading) {
        if (!reading.data) {
            say(translated(reading.refusal), true);
            return;
        }
        DataDocument next = document_;
        next.isGenerated = false;
        next.data = std::make_shared<DataSet>(split(*reading.data, next.testShare, next.generator.seed));
        replace(std::move(next), tr("Open CSV"));
        say(sentenceOnRead(*document_.data, file));
    });
}

QString Laboratory::sentenceOnRead(const DataSet& data, const QString& file) {
    const auto& examples = data.examples();
    const QString points = QLocale().toString(static_cast<qulonglong>(data.size()));
    const auto same = [&](auto property) {
        return std::ranges::all_of(examples,
                                   [&](const Example& e) { return e.*property == examples.front().*property; });
    };
    if (same(&Example::y)) {
        return tr("Points read from %2: %1. All are of one class, so there is no boundary to find.").arg(points, file);
    }
    if (same(&Example::x1) && same(&Example::x2)) {
        return tr("Points read from %2: %1. All lie on one spot, so there is no boundary to find.").arg(points, file);
    }
    return tr("Points read from %2: %1.").arg(points, file);
}

void Laboratory::saveCsv(const QString& file) {
    writeCsvInBackground(document_.data, file).then(this, [this, file](const QString& error) {
        if (error.isEmpty()) {
            say(tr("Points saved to %1.").arg(file));
        } else {
            say(tr("%1 was not saved: %2. What was there before is unchanged.").arg(file, error), true);
        }
    });
}

void Laboratory::setHyperparameters(const Hyperparameters& hyperparameters) {
    if (hyperparameters == hyperparameters_) {
        return;
    }
    if (const auto errors = hyperparameters.validate(); !errors.empty()) {
        say(translated(errors.front().message), true);
        emit hyperparametersChanged(); // the control that asked shows the value in force again
        return;
    }
    const bool newInitialParameters = hyperparameters.seed != hyperparameters_.seed ||
                                      hyperparameters.initialization != hyperparameters_.initialization;
    hyperparameters_ = hyperparameters;
    run_ += newInitialParameters ? 1 : 0;
    engine_.trainer().setHyperparameters(hyperparameters_, run_);
    emit hyperparametersChanged();
}

bool Laboratory::canTrain() {
    if (document_.data->count(Role::train) == 0) {
        say(tr("There is nothing to learn from: draw some points or choose a data set first."), true);
        return false;
    }
    const bool current = picture_ && picture_->snapshot->run == run_;
    if (current && hyperparameters_.iterations && picture_->snapshot->iteration >= *hyperparameters_.iterations) {
        say(tr("Iterations done: %1, which is the limit. Raise it, or press Reset to begin again.")
                .arg(QLocale().toString(static_cast<qlonglong>(*hyperparameters_.iterations))),
            true);
        return false;
    }
    return true;
}

void Laboratory::play() {
    if (!running_ && canTrain()) {
        ++starts_;
        dropSteps();
        engine_.trainer().run();
        setRunning(true);
        say(tr("Training. Draw with the brush and the network follows."));
    }
}

void Laboratory::pause() {
    if (running_ || awaitsStep()) {
        engine_.trainer().pause();
        setRunning(false);
        dropSteps();
        say(tr("Paused. Press → for a single step, Space to go on."));
    }
}

void Laboratory::step() {
    setRunning(false);
    if (!canTrain()) {
        engine_.trainer().pause();
    } else if (stepsAsked_ - stepsAnswered_ < kStepsAhead) {
        ++stepsAsked_;
        engine_.trainer().step();
    }
}

void Laboratory::returnTo(const TrainingState<float>& state, std::uint64_t run) {
    if (run == run_) {
        setRunning(false);
        dropSteps();
        engine_.trainer().returnTo(std::make_shared<TrainingState<float>>(state), run);
    }
}

void Laboratory::dropSteps() { stepsAnswered_ = stepsAsked_; }

void Laboratory::reset() {
    dropSteps();
    engine_.trainer().reset(++run_);
    say(tr("Back at iteration 0 with the same initial weights."));
}

void Laboratory::newWeights() {
    Hyperparameters next = hyperparameters_;
    next.seed = next.seed == Hyperparameters::maxSeed ? 0 : next.seed + 1;
    setHyperparameters(next);
    say(next.initialization == Initialization::zeros
            ? tr("All initial weights are 0, whatever the seed: choose another initialisation.")
            : tr("New initial weights, drawn with seed %1.").arg(next.seed));
}

void Laboratory::setSpeed(std::optional<double> stepsPerSecond) {
    if (stepsPerSecond != speed_) {
        speed_ = stepsPerSecond;
        engine_.trainer().setSpeed(speed_);
        emit speedChanged();
    }
}

void Laboratory::setRunning(bool running) {
    if (running != running_) {
        running_ = running;
        emit runningChanged();
    }
}

void Laboratory::takePicture() {
    const PicturePtr picture = engine_.takePicture();
    if (!picture || picture->snapshot->run != run_) {
        return;
    }
    picture_ = picture;
    const Snapshot& snapshot = *picture->snapshot;
    const bool answersStep = snapshot.steps > stepsAnswered_;
    stepsAnswered_ = std::max(stepsAnswered_, snapshot.steps);
    emit pictureChanged();
    if (answersStep) {
        sayHowStepWent(snapshot);
    }
    if (running_ && snapshot.starts == starts_ && snapshot.activity != Activity::running) {
        setRunning(false);
        sayWhyItStopped(snapshot);
    }
}

void Laboratory::sayHowStepWent(const Snapshot& snapshot) {
    if (snapshot.activity == Activity::paused) {
        say(tr("One step: one update of every weight and bias."));
    } else {
        sayWhyItStopped(snapshot);
    }
}

void Laboratory::sayWhyItStopped(const Snapshot& snapshot) {
    const QString iteration = QLocale().toString(static_cast<qlonglong>(snapshot.iteration));
    switch (snapshot.activity) {
    case Activity::finished:
        say(tr("The limit of iterations is reached: stopped at iteration %1.").arg(iteration));
        break;
    case Activity::diverged:
        say(tr("Training diverged at iteration %1: the next update would give numbers that are not finite. The last "
               "finite "
               "weights are kept. Try a smaller learning rate α, then press Reset.")
                .arg(iteration),
            true);
        break;
    case Activity::noExamples:
        say(tr("Training paused: there are no training points left. Draw some, then press Play."), true);
        break;
    case Activity::running:
    case Activity::paused:
        break;
    }
}

} // namespace perceptible
