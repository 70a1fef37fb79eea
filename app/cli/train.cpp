#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "core/data/csv.h"
#include "core/data/split.h"
#include "core/session/session.h"
#include "hyperparameter_options.h"
#include "interruption.h"
#include "output.h"
#include "session_examples.h"
#include "training_run.h"
#include "words.h"

namespace perceptible::cli {

namespace {

constexpr std::int64_t kUsualIterations = 1000;

struct Options {
    std::string session, data, output, curve;
    std::string task = "auto";
    std::optional<std::string> precision;
    std::optional<double> testFraction;
    std::int64_t curveEvery = 1;
    bool json = false;
    HyperparameterOptions hyperparameters;

    std::optional<Task> chosenTask() const {
        if (task == "auto") {
            return std::nullopt;
        }
        const auto chosen = std::ranges::find(allTasks, task, [](Task t) { return nameOf(t); });
        if (chosen == std::end(allTasks)) {
            throw CLI::ValidationError("--task", "'" + task + "' is not one of auto, " + namesOf(allTasks));
        }
        return *chosen;
    }
};

/// What to learn from: the file, or the session's own points.
DataSetPtr dataFor(const Options& options, const Session& session, std::uint64_t seed) {
    DataSet data = *session.data;
    if (!options.data.empty()) {
        data = readCsv(options.data, options.chosenTask(), OpenPipes::yes);
    } else if (const auto task = options.chosenTask(); task && *task != data.task()) {
        data = withTask(data, *task, options.session);
    }
    if (options.testFraction) {
        checkRange("--test-fraction", *options.testFraction, 0.0, 0.9);
        data = split(data, *options.testFraction, seed);
    }
    if (data.count(Role::train) == 0) {
        refuseWithoutExamples(options.data.empty() ? options.session : options.data);
    }
    return std::make_shared<const DataSet>(std::move(data));
}

std::string curveText(const std::vector<CurvePoint>& curve, bool hasTest) {
    std::string csv = hasTest ? "iteration,train_cost,test_cost\n" : "iteration,train_cost\n";
    for (const CurvePoint& point : curve) {
        csv += std::to_string(point.iteration) + ',' + text(point.train);
        csv += hasTest ? ',' + text(*point.test) + '\n' : "\n";
    }
    return csv;
}

void printJson(const TrainingResult& result) {
    using nlohmann::ordered_json;
    ordered_json json{{"iteration", result.iteration}};
    for (const auto& [name, part] : {std::pair{"train", result.train}, std::pair{"test", result.test}}) {
        const bool known = part && std::isfinite(part->cost);
        json[std::string(name) + "_cost"] = known ? ordered_json(part->cost) : ordered_json();
        json[std::string(name) + "_accuracy"] =
            known && part->accuracy ? ordered_json(*part->accuracy) : ordered_json();
    }
    json["seconds"] = result.seconds;
    json["steps_per_second"] = result.updatesPerSecond();
    json["stop_reason"] = nameOf(result.reason);
    std::cout << json.dump() << '\n';
}

void printText(const TrainingResult& result) {
    std::cout << "iteration " << result.iteration << '\n';
    for (const auto& [name, part] : {std::pair{"train", result.train}, std::pair{"test", result.test}}) {
        if (part) {
            std::cout << name << " cost " << part->cost;
            if (part->penalty > 0) {
                std::cout << " (" << part->penalty << " of it penalty)";
            }
            if (part->accuracy) {
                std::cout << ", accuracy " << 100 * *part->accuracy << " %";
            }
            std::cout << '\n';
        }
    }
    std::cout << result.seconds << " s, " << result.updatesPerSecond() << " steps per second\n"
              << "stopped: " << nameOf(result.reason) << '\n';
}

/// A double that a hand has made large may be no float.
template <class Scalar>
void checkFinite(const Trainer<Scalar>& trainer, const std::string& name) {
    const TrainingState<Scalar> state = trainer.state();
    if (!state.parameters.values().allFinite() || !state.optimizer.v.allFinite()) {
        throw Refusal(
            sentence("core", "%1 has numbers that no float can hold; expected --precision double.").with(name));
    }
}

/// Whether J is the same function of the same parameters, so that its lowest value so far still counts.
bool sameCost(const Hyperparameters& a, const Hyperparameters& b) {
    return a.l1 == b.l1 && a.l2 == b.l2 && a.hiddenLayers == b.hiddenLayers && a.leakySlope == b.leakySlope &&
           a.features == b.features && a.standardize == b.standardize;
}

/// From where the session is to where a stop rule holds, in the session's precision.
template <class Scalar>
TrainingResult continueSession(Session& session, const Options& options, const DataSetPtr& data,
                               const Hyperparameters& h, std::vector<CurvePoint>& curve) {
    const bool isNew = options.session.empty();
    Trainer<Scalar> trainer(isNew ? data : session.data, isNew ? h : session.hyperparameters);
    if (!isNew) {
        trainer.setState(convert<Scalar>(session.state));
        checkFinite(trainer, options.session);
        const bool hasOtherData = !(*data == *session.data);
        if (hasOtherData) {
            trainer.setData(data);
        }
        trainer.setHyperparameters(h);
        if (hasOtherData || !sameCost(h, session.hyperparameters)) {
            session.best = {std::numeric_limits<double>::infinity(), session.state.iteration};
        }
    }
    Stopping stopping(h, session.best);
    const std::int64_t curveEvery = options.curve.empty() ? 0 : options.curveEvery;
    const TrainingResult result = trainUntilStopped(trainer, stopping, curveEvery, curve, interruption());
    session.data = data;
    session.hyperparameters = h;
    session.state = convert<double>(trainer.state());
    session.best = stopping.best();
    return result;
}

void explain(const TrainingResult& result, bool hasIterations) {
    if (result.reason == StopReason::diverged) {
        std::cerr << "Training diverged at iteration " << result.iteration
                  << ": the next step leads to numbers that are not finite. Try a smaller --learning-rate.\n";
    } else if (result.reason == StopReason::iterations && result.updates == 0 && !hasIterations) {
        std::cerr << "The session is at its limit of " << result.iteration
                  << " iterations already. Give --iterations to do more.\n";
    } else if (result.reason == StopReason::noImprovement && result.updates == 0) {
        std::cerr << "J had not fallen for so many iterations already. Give a larger --patience to go on.\n";
    }
}

/// Refuses files that cannot be written, and those that would take the place of another.
void checkOutputs(const Options& options) {
    for (const std::string& file : {options.output, options.curve}) {
        if (!file.empty()) {
            checkWritable(file);
        }
    }
    if (isSameFile(options.output, options.data)) {
        throw CLI::ValidationError("-o", "expected another file than that of --data");
    }
    for (const auto& [name, file] : {std::pair{"-o", options.output}, std::pair{"--data", options.data},
                                     std::pair{"the session", options.session}}) {
        if (isSameFile(options.curve, file)) {
            throw CLI::ValidationError("--cost-curve", "expected another file than that of " + std::string(name));
        }
    }
}

int run(const Options& options) {
    const bool isNew = options.session.empty();
    if (isNew && options.data.empty()) {
        throw CLI::ValidationError("train", "needs a session or --data FILE.csv");
    }
    if (options.curveEvery < 1) {
        throw CLI::ValidationError("--cost-every", std::to_string(options.curveEvery) + " is not at least 1");
    }
    Session session;
    session.precision = Precision::float32;
    if (!isNew) {
        session = readSession(options.session);
    }
    if (options.precision) {
        session.precision = named("--precision", *options.precision, allPrecisions);
    }
    Hyperparameters h = options.hyperparameters.laidOver(session.hyperparameters, session.state.iteration);
    if (!h.iterations && (isNew || (!h.targetCost && !h.patience))) {
        h.iterations = std::min(session.state.iteration + kUsualIterations, Hyperparameters::maxIterations);
    }
    const DataSetPtr data = dataFor(options, session, h.seed);
    if (isNew && options.task == "auto" && data->task() != Task::binary) {
        std::cerr << "The labels make this a " << nameOf(data->task()) << " task. Give --task for another.\n";
    }
    if (!isNew && options.task == "auto" && data->task() != session.data->task()) {
        std::cerr << "The labels make this a " << nameOf(data->task()) << " task; the session's was "
                  << nameOf(session.data->task()) << ". Give --task to say which it shall be.\n";
    }
    checkOutputs(options); // better known before a long training than after it
    std::vector<CurvePoint> curve;
    const TrainingResult result = session.precision == Precision::float32
                                      ? continueSession<float>(session, options, data, h, curve)
                                      : continueSession<double>(session, options, data, h, curve);
    if (!options.output.empty()) {
        writeWhole(options.output, toJson(session));
    }
    if (!options.curve.empty()) {
        writeWhole(options.curve, curveText(curve, data->count(Role::test) > 0));
    }
    options.json ? printJson(result) : printText(result);
    explain(result, options.hyperparameters.hasIterations());
    return result.reason == StopReason::diverged ? kFailed : kDone;
}

} // namespace

void addTrain(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "train", "Train a network on the points of a CSV file, or go on with a session.\n"
                 "An option given beside a session overrides the session's; its parameters stay, so that\n"
                 "--init changes nothing there. Defaults are in brackets.");
    addFile(*command, "session", options->session, "Session file to go on with");
    addFile(*command, "--data", options->data, "CSV file: x1,x2,label");
    addFile(*command, "-o,--output", options->output, "Session file to write");
    addFile(*command, "--cost-curve", options->curve, "CSV file to write: iteration,train_cost[,test_cost]");
    addNumber(*command, "--cost-every", options->curveEvery,
              "Iterations from one line of the cost curve to the next [1]");
    command->add_flag("--json", options->json, "One JSON object on standard output");
    command
        ->add_option("--task", options->task,
                     "auto, " + namesOf(allTasks) +
                         "; auto goes by the labels: 0 and 1, whole numbers up to 9, other numbers [auto]")
        ->type_name("NAME");
    command->add_option("--precision", options->precision, namesOf(allPrecisions) + " [float]")->type_name("NAME");
    addNumber(*command, "--test-fraction", options->testFraction, "Share kept back for testing, 0 to 0.9 [0]");
    options->hyperparameters.addTo(*command);
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

} // namespace perceptible::cli
