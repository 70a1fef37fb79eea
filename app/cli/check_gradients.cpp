#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "core/network/gradient_check.h"
#include "interruption.h"
#include "output.h"
#include "progress.h"
#include "session_examples.h"
#include "words.h"

namespace perceptible::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
    std::string session, output;
    double epsilon = kUsualEpsilon;
    double tolerance = kToleratedError;
    bool json = false;
};

Objective objectiveOf(const Trainer<double>& trainer) {
    const auto& examples = trainer.examples(Role::train);
    return {trainer.architecture(), examples.X, examples.Y, trainer.penalty(), trainer.nextDropout()};
}

std::string nameOf(const ParameterPlace& place) {
    const std::string layer = "[" + std::to_string(place.layer) + "]";
    return place.isBias
               ? "b" + layer + "(" + std::to_string(place.row + 1) + ")"
               : "W" + layer + "(" + std::to_string(place.row + 1) + ", " + std::to_string(place.column + 1) + ")";
}

ordered_json jsonOf(const GradientCheck& check, const ParameterPlace& worst, double tolerance, bool passed,
                    double epsilon) {
    ordered_json place{{"name", nameOf(worst)},
                       {"layer", worst.layer},
                       {"parameter", worst.isBias ? "b" : "W"},
                       {"row", worst.row + 1}};
    place["column"] = worst.isBias ? ordered_json() : ordered_json(worst.column + 1);
    place["backward"] = check.worst.backward;
    place["numeric"] = check.worst.numeric;
    place["relative_error"] = check.worst.relativeError();
    ordered_json layers = ordered_json::array();
    for (const Agreement& layer : check.layers) {
        layers.push_back({{"relative_error", layer.compared > 0 ? ordered_json(layer.relativeError) : ordered_json()},
                          {"within_rounding", layer.withinRounding},
                          {"compared", layer.compared}});
    }
    return {{"passed", passed},
            {"relative_error", check.relativeError},
            {"tolerance", tolerance},
            {"within_rounding", check.withinRounding},
            {"epsilon", epsilon},
            {"parameters", check.compared},
            {"at_kinks", check.atKinks},
            {"layers", layers},
            {"worst", place}};
}

/// "; layer 1 not checked"
std::string uncheckedText(const GradientCheck& check) {
    std::string text;
    for (const int l : check.uncheckedLayers()) {
        text += "; layer " + std::to_string(l) + " not checked";
    }
    return text;
}

/// Every parameter with both its gradients.
std::string csvOf(const GradientCheck& check, const std::vector<int>& units) {
    std::string csv = "layer,parameter,row,column,backward,numeric,at_kink\n";
    for (const CheckedParameter& checked : check.parameters) {
        const ParameterPlace place = placeOf(units, checked.index);
        csv += std::to_string(place.layer) + (place.isBias ? ",b," : ",W,") + std::to_string(place.row + 1) + ',' +
               (place.isBias ? "" : std::to_string(place.column + 1)) + ',' + text(checked.backward) + ',' +
               text(checked.numeric) + (checked.atKink ? ",1\n" : ",0\n");
    }
    return csv;
}

int run(const Options& options) {
    checkRange("--epsilon", options.epsilon, 1e-12, 1.0);
    checkRange("--tolerance", options.tolerance, 0.0, 1.0);
    const Session session = readSession(options.session);
    const Trainer<double> trainer = trainerOf<double>(session);
    if (trainer.size(Role::train) == 0) {
        refuseWithoutExamples(options.session);
    }
    const Objective objective = objectiveOf(trainer);
    if (!options.output.empty()) {
        checkWritable(options.output);
    }
    const Eigen::Index parameters = trainer.parameters().values().size();
    Progress progress(parameters);
    const auto interrupted = [] { return interruption().load(std::memory_order_relaxed); };
    const auto gradients = gradientsOf(objective, trainer.parameters(), interrupted);
    const auto tick = [&](Eigen::Index done) { progress.tick(done, [] { return std::string(" parameters"); }); };
    const auto check =
        gradients ? checkGradients(objective, trainer.parameters(), *gradients, options.epsilon, interrupted, tick)
                  : std::nullopt;
    progress.finish(check ? parameters : 0, " parameters");
    if (!check) {
        std::cerr << "Interrupted before all parameters were checked.\n";
        return kFailed;
    }
    const bool passed = check->passes(options.tolerance);
    const ParameterPlace worst = placeOf(objective.architecture.units, check->worst.index);
    if (!options.output.empty()) {
        writeWhole(options.output, csvOf(*check, objective.architecture.units));
    }
    if (options.json) {
        std::cout << jsonOf(*check, worst, options.tolerance, passed, options.epsilon).dump() << '\n';
    } else {
        std::cout << "relative error " << check->relativeError << " of " << check->compared << " parameters ("
                  << (passed ? "passed" : "FAILED") << ", allowed " << options.tolerance
                  << (check->withinRounding ? ", and no more than rounding" : "") << "); " << check->atKinks
                  << " at kinks left out" << uncheckedText(*check) << '\n'
                  << "worst: " << nameOf(worst) << ", backward " << check->worst.backward << ", difference quotient "
                  << check->worst.numeric << '\n';
    }
    return passed ? kDone : kFailed;
}

} // namespace

void addCheckGradients(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "check-gradients", "Backward against central differences, for every parameter of a session's network on its "
                           "training examples, in double");
    addFile(*command, "session", options->session, "Session file")->required();
    addFile(*command, "-o,--output", options->output,
            "CSV file to write, a line for each parameter: layer,parameter,row,column,backward,numeric,at_kink");
    addNumber(*command, "--epsilon", options->epsilon, "Half the width of the differences [1e-5]");
    addNumber(*command, "--tolerance", options->tolerance, "Largest relative error that passes [1e-7]");
    command->add_flag("--json", options->json, "One JSON object on standard output");
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

} // namespace perceptible::cli
