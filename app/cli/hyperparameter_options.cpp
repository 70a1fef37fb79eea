#include "hyperparameter_options.h"

#include <utility>

#include "words.h"

namespace perceptible::cli {

/// A number that goes into one field.
template <class Value>
void HyperparameterOptions::add(CLI::App& command, const char* name, const char* description,
                                Value Hyperparameters::*field) {
    addNumber(command, name, description, [=](Hyperparameters& h, const std::string& typed) {
        if constexpr (requires { typename Value::value_type; }) {
            h.*field = numberIn<typename Value::value_type>(name, typed);
        } else {
            h.*field = numberIn<Value>(name, typed);
        }
    });
}

CLI::Option* HyperparameterOptions::addText(CLI::App& command, const char* name, const std::string& description,
                                            std::function<void(Hyperparameters&, const std::string&)> set) {
    return command
        .add_option_function<std::string>(
            name,
            [this, set = std::move(set)](const std::string& typed) {
                edits_.push_back([=](Hyperparameters& h) { set(h, typed); });
            },
            description)
        ->type_name("NAME");
}

void HyperparameterOptions::addNumber(CLI::App& command, const char* name, const std::string& description,
                                      std::function<void(Hyperparameters&, const std::string&)> set) {
    addText(command, name, description, std::move(set))->type_name("NUMBER");
}

void HyperparameterOptions::addTo(CLI::App& command) {
    addNetwork(command);
    addDescent(command);
    addData(command);
}

void HyperparameterOptions::addNetwork(CLI::App& command) {
    // CLI11's own lists would take a session that follows them for one more part.
    command.add_option("--hidden", hidden_, "Units of each hidden layer, or none [6,4]")->type_name("NUMBER,...");
    command
        .add_option("--activation", activations_,
                    "One for all hidden layers, or one for each: " + namesOf(allActivations) + " [tanh]")
        ->type_name("NAME,...");
    add(command, "--leaky-slope", "Slope of leaky ReLU left of zero [0.01]", &Hyperparameters::leakySlope);
    command
        .add_option("--dropout", dropout_,
                    "Share of activations dropped in training, one for all hidden layers or one for each [0]")
        ->type_name("NUMBER,...");
    addText(command, "--init", "Initial weights: " + namesOf(allInitializations) + " [xavier]",
            [](Hyperparameters& h, const std::string& typed) {
                h.initialization = named("--init", typed, allInitializations);
            });
    add(command, "--init-range", "Largest size of uniform initial weights [0.5]", &Hyperparameters::initialRange);
    add(command, "--init-bias", "Initial bias of every unit [0]", &Hyperparameters::initialBias);
    add(command, "--seed", "Of initial weights, shuffling, dropout and split [1]", &Hyperparameters::seed);
}

void HyperparameterOptions::addDescent(CLI::App& command) {
    add(command, "--learning-rate", "alpha [0.3]", &Hyperparameters::learningRate);
    addText(command, "--schedule", "How alpha changes: " + namesOf(Schedule::allKinds) + " [constant]",
            [](Hyperparameters& h, const std::string& typed) {
                h.schedule.kind = named("--schedule", typed, Schedule::allKinds);
            });
    addNumber(command, "--schedule-period",
              "T, iterations of a step, of the cosine, or until 1/t has halved alpha [1000]",
              [](Hyperparameters& h, const std::string& typed) {
                  h.schedule.period = numberIn<std::int64_t>("--schedule-period", typed);
              });
    addNumber(command, "--schedule-factor", "What a step multiplies alpha by [0.5]",
              [](Hyperparameters& h, const std::string& typed) {
                  h.schedule.factor = numberIn<double>("--schedule-factor", typed);
              });
    addText(command, "--optimizer", namesOf(Optimizer::allKinds) + " [gradient-descent]",
            [](Hyperparameters& h, const std::string& typed) {
                h.optimizer.kind = named("--optimizer", typed, Optimizer::allKinds);
            });
    addNumber(
        command, "--beta1", "beta of momentum and nesterov, beta1 of adam [0.9]",
        [](Hyperparameters& h, const std::string& typed) { h.optimizer.beta1 = numberIn<double>("--beta1", typed); });
    addNumber(
        command, "--beta2", "Decay of rmsprop, beta2 of adam [0.999]",
        [](Hyperparameters& h, const std::string& typed) { h.optimizer.beta2 = numberIn<double>("--beta2", typed); });
    addNumber(command, "--epsilon", "Of rmsprop and adam [1e-8]", [](Hyperparameters& h, const std::string& typed) {
        h.optimizer.epsilon = numberIn<double>("--epsilon", typed);
    });
    add(command, "--l1", "lambda1: adds lambda1/m * sum |W| to J [0]", &Hyperparameters::l1);
    add(command, "--l2", "lambda2: adds lambda2/(2m) * sum W^2 to J [0]", &Hyperparameters::l2);
    add(command, "--clip-norm", "Longest gradient; longer ones are scaled down [never]", &Hyperparameters::clipNorm);
    cli::addNumber(command, "--iterations", iterations_,
                   "Number of updates to do; beside a session, of further ones [1000, or up to the session's limit]");
    add(command, "--until-cost", "Stop when J of the training set is not above this", &Hyperparameters::targetCost);
    add(command, "--patience", "Stop when J has not fallen below its lowest for so many iterations",
        &Hyperparameters::patience);
}

void HyperparameterOptions::addData(CLI::App& command) {
    addText(command, "--batch-size", "Examples in a mini-batch, or full [full]",
            [](Hyperparameters& h, const std::string& typed) {
                h.batchSize = typed == "full" ? std::nullopt : std::optional(numberIn<int>("--batch-size", typed));
            })
        ->type_name("NUMBER|full");
    CLI::Option* shuffle = command.add_flag_callback(
        "--shuffle", [this] { edits_.push_back([](Hyperparameters& h) { h.shuffle = true; }); },
        "Draw mini-batches anew every epoch (the default)");
    command
        .add_flag_callback(
            "--no-shuffle", [this] { edits_.push_back([](Hyperparameters& h) { h.shuffle = false; }); },
            "Take mini-batches in the order of the data")
        ->excludes(shuffle);
    addText(command, "--features", "What the network is given: " + namesOf(allFeatures) + " [x1,x2]",
            [](Hyperparameters& h, const std::string& typed) {
                h.features.clear();
                for (const std::string& name : partsOf(typed)) {
                    h.features.push_back(named("--features", name, allFeatures));
                }
            })
        ->type_name("NAME,...");
    CLI::Option* standardize = command.add_flag_callback(
        "--standardize", [this] { edits_.push_back([](Hyperparameters& h) { h.standardize = true; }); },
        "Give every feature mean 0 and deviation 1 over the training set");
    command
        .add_flag_callback(
            "--no-standardize", [this] { edits_.push_back([](Hyperparameters& h) { h.standardize = false; }); },
            "Leave the features as they are (the default)")
        ->excludes(standardize);
}

/// Takes a list with one part for all hidden layers, or one for each.
template <class Set>
static void setForEachLayer(Hyperparameters& h, const char* option, const std::optional<std::string>& list, Set set) {
    if (!list) {
        return;
    }
    const std::vector<std::string> parts = partsOf(*list);
    const std::size_t layers = h.hiddenLayers.size();
    if (parts.size() != 1 && parts.size() != layers) {
        throw CLI::ValidationError(option,
                                   "give one for all hidden layers, or one for each of the " + std::to_string(layers));
    }
    if (HiddenLayer none; layers == 0) {
        set(none, parts[0]); // is checked all the same
    }
    for (std::size_t l = 0; l < layers; ++l) {
        set(h.hiddenLayers[l], parts[parts.size() == 1 ? 0 : l]);
    }
}

void HyperparameterOptions::layLayers(Hyperparameters& h) const {
    if (hidden_) {
        const auto units = *hidden_ == "none" ? std::vector<std::string>{} : partsOf(*hidden_);
        h.hiddenLayers.resize(units.size());
        for (std::size_t l = 0; l < units.size(); ++l) {
            h.hiddenLayers[l].units = numberIn<int>("--hidden", units[l]);
        }
    }
    setForEachLayer(h, "--activation", activations_, [](HiddenLayer& layer, const std::string& name) {
        layer.activation = named("--activation", name, allActivations);
    });
    setForEachLayer(h, "--dropout", dropout_, [](HiddenLayer& layer, const std::string& number) {
        layer.dropout = numberIn<double>("--dropout", number);
    });
}

Hyperparameters HyperparameterOptions::laidOver(Hyperparameters before, std::int64_t iteration) const {
    Hyperparameters h = std::move(before);
    for (const Edit& edit : edits_) {
        edit(h);
    }
    layLayers(h);
    if (iterations_) {
        h.iterations = *iterations_; // judged as it was typed
    }
    if (const auto errors = h.validate(); !errors.empty()) {
        throw Refusal(errors.front().message);
    }
    if (iterations_) {
        h.iterations = std::min(*iterations_ + iteration, Hyperparameters::maxIterations);
    }
    return h;
}

} // namespace perceptible::cli
