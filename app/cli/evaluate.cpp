#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "output.h"
#include "session_examples.h"
#include "words.h"

namespace perceptible::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
    std::string session, data, losses;
    bool json = false;
};

template <class Scalar>
ordered_json evaluation(const Trainer<Scalar>& trainer, const ExampleMatrix<Scalar>& examples) {
    const Architecture& architecture = trainer.architecture();
    Evaluator<Scalar> evaluator(architecture);
    const auto measured = *evaluator.measure(trainer.parameters(), examples, trainer.penalty());
    ordered_json result{{"examples", examples.size()}, {"cost", measured.cost}, {"penalty", measured.penalty}};
    result["accuracy"] = measured.accuracy ? ordered_json(*measured.accuracy) : ordered_json();
    result["confusion_matrix"] = ordered_json();
    if (architecture.task != Task::regression) {
        const auto counts = evaluator.confusion(trainer.parameters(), examples);
        result["confusion_matrix"] = ordered_json::array();
        for (Eigen::Index i = 0; i < counts.rows(); ++i) {
            result["confusion_matrix"].push_back(std::vector<std::int64_t>(counts.row(i).begin(), counts.row(i).end()));
        }
    }
    return result;
}

template <class Scalar>
ordered_json layers(const Trainer<Scalar>& trainer, const ExampleMatrix<Scalar>& examples) {
    ordered_json result = ordered_json::array();
    for (const LayerMetrics& layer :
         layerMetrics(trainer.architecture(), trainer.parameters(), examples, trainer.penalty())) {
        result.push_back({{"weight_norm", layer.weightNorm},
                          {"bias_norm", layer.biasNorm},
                          {"weight_gradient_norm", layer.weightGradientNorm},
                          {"bias_gradient_norm", layer.biasGradientNorm},
                          {"dead_units", layer.dead},
                          {"saturated_units", layer.saturated}});
    }
    return result;
}

void printText(const ordered_json& part, const char* name) {
    std::cout << name << ": " << part["examples"].get<std::int64_t>() << " examples, cost "
              << part["cost"].get<double>();
    if (part["penalty"].get<double>() > 0) {
        std::cout << " (" << part["penalty"].get<double>() << " of it penalty)";
    }
    if (!part["accuracy"].is_null()) {
        std::cout << ", accuracy " << 100 * part["accuracy"].get<double>() << " %\n"
                  << "  rows: class, columns: predicted class\n";
        for (const auto& row : part["confusion_matrix"]) {
            for (const auto& count : row) {
                std::cout << std::setw(8) << count.get<std::int64_t>();
            }
            std::cout << '\n';
        }
    } else {
        std::cout << '\n';
    }
}

void printLayers(const ordered_json& layers) {
    std::cout << "layer        |W|        |b|       |dW|       |db|    dead  saturated\n" << std::setprecision(4);
    for (std::size_t l = 0; l < layers.size(); ++l) {
        std::cout << std::setw(5) << l + 1;
        for (const char* norm : {"weight_norm", "bias_norm", "weight_gradient_norm", "bias_gradient_norm"}) {
            std::cout << std::setw(11) << layers[l][norm].get<double>();
        }
        std::cout << std::setw(6) << 100 * layers[l]["dead_units"].get<double>() << " %" << std::setw(9)
                  << 100 * layers[l]["saturated_units"].get<double>() << " %\n";
    }
}

/// ℒ of each example, in their order.
template <class Scalar>
std::string lossesCsv(const Trainer<Scalar>& trainer, const ExampleMatrix<Scalar>& examples) {
    std::string csv = "loss\n";
    for (const double loss : Evaluator<Scalar>(trainer.architecture()).losses(trainer.parameters(), examples)) {
        csv += text(loss) + '\n';
    }
    return csv;
}

int run(const Options& options) {
    const Session session = readSession(options.session);
    const ordered_json result = withTrainer(session, [&]<class Scalar>(const Trainer<Scalar>& trainer) {
        const bool ownData = options.data.empty();
        const ExampleMatrix<Scalar> examples =
            ownData ? trainer.examples(Role::train)
                    : exampleMatrix<Scalar>(readForSession(options.data, session), Role::train, trainer.inputs());
        if (examples.size() == 0) {
            refuseWithoutExamples(options.session); // a file that is read has some
        }
        ordered_json json = evaluation(trainer, examples);
        if (ownData && trainer.size(Role::test) > 0) {
            json["test"] = evaluation(trainer, trainer.examples(Role::test));
        }
        json["layers"] = layers(trainer, examples);
        if (!options.losses.empty()) {
            writeWhole(options.losses, lossesCsv(trainer, examples));
        }
        return json;
    });
    if (options.json) {
        std::cout << result.dump() << '\n';
        return kDone;
    }
    printText(result, options.data.empty() ? "train" : "data");
    if (result.contains("test")) {
        printText(result["test"], "test");
    }
    printLayers(result["layers"]);
    return kDone;
}

} // namespace

void addEvaluate(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("evaluate", "Cost, accuracy, confusion matrix and the state of each layer, on the session's "
                                       "own examples or on those of a file");
    addFile(*command, "session", options->session, "Session file")->required();
    addFile(*command, "--data", options->data, "CSV file: x1,x2,label");
    addFile(*command, "--losses", options->losses, "CSV file to write, the loss of each example: loss");
    command->add_flag("--json", options->json, "One JSON object on standard output");
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

} // namespace perceptible::cli
