#include <memory>

#include "commands.h"
#include "core/data/csv.h"
#include "core/data/generators.h"
#include "output.h"
#include "words.h"

namespace perceptible::cli {

namespace {

struct Options {
    std::string shape;
    std::string output;
    GeneratorSettings settings;
};

int run(const Options& options) {
    GeneratorSettings settings = options.settings;
    settings.generator = named("shape", options.shape, allGenerators);
    checkRange("--examples", settings.examples, GeneratorSettings::minExamples, GeneratorSettings::maxExamples);
    checkRange("--noise", settings.noise, 0.0, 1.0);
    checkRange("--classes", settings.classes, 2, DataSet::maxClasses);
    const std::string csv = toCsv(generate(settings));
    writeText(options.output, csv);
    return kDone;
}

} // namespace

void addGenerate(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("generate", "Make points as CSV: x1,x2,label");
    command->add_option("shape", options->shape, namesOf(allGenerators))->required();
    addNumber(*command, "--examples", options->settings.examples, "Number of points, 2 to 50000 [400]");
    addNumber(*command, "--noise", options->settings.noise,
              "How far points are moved from their clean places, 0 to 1 [0.2]");
    addNumber(*command, "--classes", options->settings.classes, "Number of classes, 2 to 10 [2]");
    addNumber(*command, "--seed", options->settings.seed, "Of places and noise [1]");
    addFile(*command, "-o,--output", options->output, "CSV file [standard output]");
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

} // namespace perceptible::cli
