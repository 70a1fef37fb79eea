#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/data/csv.h"
#include "core/data/split.h"
#include "core/training/trainer.h"

using namespace perceptible;

namespace {

// What a script can rely on.
constexpr int kDone = 0;
constexpr int kDiverged = 1;
constexpr int kBadInput = 2;

/// The options of `train` as they are typed.
struct TrainOptions {
    std::string data;
    std::vector<std::string> hidden{"6", "4"};
    std::vector<std::string> activations{"tanh"};
    std::string initialization = "xavier";
    std::string batchSize = "full";
    double testFraction = 0;
    bool json = false;
    Hyperparameters hyperparameters = [] {
        Hyperparameters h;
        h.iterations = 1000;
        return h;
    }();
};

/// The value whose name was typed.
template <class Enum, std::size_t count>
Enum named(const std::string& option, const std::string& text, const Enum (&all)[count]) {
    std::string known;
    for (const Enum value : all) {
        if (nameOf(value) == text) {
            return value;
        }
        known += (known.empty() ? "" : ", ") + std::string(nameOf(value));
    }
    throw CLI::ValidationError(option, "'" + text + "' is not one of " + known);
}

int wholeNumber(const std::string& option, const std::string& text) {
    int value = 0;
    if (!CLI::detail::lexical_cast(text, value)) {
        throw CLI::ValidationError(option, "'" + text + "' is not a whole number");
    }
    return value;
}

/// One activation for all hidden layers, or one for each.
std::vector<HiddenLayer> hiddenLayers(const TrainOptions& options) {
    std::vector<HiddenLayer> layers;
    if (options.hidden == std::vector<std::string>{"none"}) {
        return layers;
    }
    std::vector<Activation> g;
    for (const std::string& name : options.activations) {
        g.push_back(named("--activation", name, allActivations));
    }
    if (g.size() != 1 && g.size() != options.hidden.size()) {
        throw CLI::ValidationError("--activation", "give one for all hidden layers, or one for each of the " +
                                                       std::to_string(options.hidden.size()));
    }
    for (std::size_t l = 0; l < options.hidden.size(); ++l) {
        layers.push_back({wholeNumber("--hidden", options.hidden[l]), g.size() == 1 ? g[0] : g[l]});
    }
    return layers;
}

Hyperparameters hyperparametersOf(const TrainOptions& options) {
    Hyperparameters h = options.hyperparameters;
    h.hiddenLayers = hiddenLayers(options);
    h.initialization = named("--init", options.initialization, allInitializations);
    if (!(options.testFraction >= 0 && options.testFraction <= 0.9)) { // also true for NaN
        throw CLI::ValidationError("--test-fraction", "must be between 0 and 0.9");
    }
    if (options.batchSize != "full") {
        h.batchSize = wholeNumber("--batch-size", options.batchSize);
    }
    if (const auto errors = h.validate(); !errors.empty()) {
        throw Refusal(errors.front().message);
    }
    return h;
}

struct Result {
    std::int64_t iteration = 0;
    std::optional<Measurement> train, test;
    double seconds = 0;
    bool diverged = false;

    double stepsPerSecond() const { return seconds > 0 ? static_cast<double>(iteration) / seconds : 0; }
};

Result train(Trainer<float>& trainer) {
    Result result;
    const auto begin = std::chrono::steady_clock::now();
    while (!result.diverged && trainer.iteration() < *trainer.hyperparameters().iterations) {
        result.diverged = trainer.step() == Trainer<float>::Outcome::diverged;
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    result.train = trainer.measure(Role::train);
    result.test = trainer.measure(Role::test);
    if (!std::isfinite(result.train->cost)) {
        result.diverged = true;
        trainer.rejectLastUpdate();
        result.train = trainer.measure(Role::train);
        result.test = trainer.measure(Role::test);
    }
    result.iteration = trainer.iteration();
    return result;
}

void printJson(const Result& result) {
    using nlohmann::ordered_json;
    ordered_json json{{"iteration", result.iteration}};
    for (const auto& [name, part] : {std::pair{"train", result.train}, std::pair{"test", result.test}}) {
        json[std::string(name) + "_cost"] =
            part && std::isfinite(part->cost) ? ordered_json(part->cost) : ordered_json();
        json[std::string(name) + "_accuracy"] =
            part && std::isfinite(part->cost) ? ordered_json(part->accuracy) : ordered_json();
    }
    json["seconds"] = result.seconds;
    json["steps_per_second"] = result.stepsPerSecond();
    json["stop_reason"] = result.diverged ? "diverged" : "iterations";
    std::cout << json.dump() << '\n';
}

void printText(const Result& result) {
    std::cout << "iteration " << result.iteration << '\n';
    for (const auto& [name, part] : {std::pair{"train", result.train}, std::pair{"test", result.test}}) {
        if (part) {
            std::cout << name << " cost " << part->cost << ", accuracy " << 100 * part->accuracy << " %\n";
        }
    }
    std::cout << result.seconds << " s, " << result.stepsPerSecond() << " steps per second\n";
}

int runTrain(const TrainOptions& options) {
    const Hyperparameters h = hyperparametersOf(options);
    const DataSet data = split(readCsv(options.data, Task::binary, OpenPipes::yes), options.testFraction, h.seed);
    Trainer<float> trainer(data, h);
    const Result result = train(trainer);
    options.json ? printJson(result) : printText(result);
    if (result.diverged) {
        std::cerr << "Training diverged at iteration " << result.iteration
                  << ": the next update would not be a finite number. Try a smaller --learning-rate.\n";
    }
    return result.diverged ? kDiverged : kDone;
}

void addTrain(CLI::App& app, TrainOptions& options) {
    Hyperparameters& h = options.hyperparameters;
    CLI::App* train = app.add_subcommand("train", "Train a network on the points of a CSV file");
    train->add_option("--data", options.data, "CSV file: x1,x2,label")->required();
    train->add_option("--hidden", options.hidden, "Units of each hidden layer, or none")
        ->delimiter(',')
        ->capture_default_str();
    train
        ->add_option("--activation", options.activations,
                     "One for all hidden layers, or one for each: sigmoid, tanh, relu, leaky-relu, linear")
        ->delimiter(',')
        ->capture_default_str();
    train->add_option("--learning-rate", h.learningRate, "alpha")->capture_default_str();
    train->add_option("--iterations", h.iterations, "Number of updates")
        ->check(CLI::Range(0.0, static_cast<double>(Hyperparameters::maxIterations)))
        ->default_str("1000");
    train->add_option("--batch-size", options.batchSize, "Examples in a mini-batch, or full")->capture_default_str();
    train->add_option("--init", options.initialization, "Initial weights: zeros, small-random, xavier, he")
        ->capture_default_str();
    train->add_option("--seed", h.seed, "Of initial weights, shuffling and split")
        ->check(CLI::Range(0.0, static_cast<double>(Hyperparameters::maxSeed)))
        ->capture_default_str();
    train->add_option("--test-fraction", options.testFraction, "Share kept back for testing, 0 to 0.9")
        ->capture_default_str();
    train->add_flag("--json", options.json, "One JSON object on standard output");
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Perceptible without a window: the same training from the command line"};
    app.require_subcommand(1);
    TrainOptions options;
    addTrain(app, options);
    try {
        app.parse(argc, argv);
        return runTrain(options);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kBadInput; // --help ends here too, with 0
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return kBadInput;
    }
}
