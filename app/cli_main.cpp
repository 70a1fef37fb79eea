#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

#include "cli/commands.h"

using namespace perceptible::cli;

namespace {

/// CLI11 would say that a subcommand is required, but neither which word isn't one nor which words are.
void checkSubcommand(const CLI::App& app, int argc, const char* const* argv) {
    const std::string word = argc > 1 ? argv[1] : "";
    std::string names;
    for (const CLI::App* command : app.get_subcommands(nullptr)) {
        if (command->get_name() == word) {
            return;
        }
        names += (names.empty() ? "" : ", ") + command->get_name();
    }
    if (!word.starts_with('-')) {
        throw CLI::ValidationError("subcommand",
                                   (word.empty() ? "expected one of " : "'" + word + "' is not one of ") + names);
    }
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Perceptible without a window: the same networks from the command line.\n"
                 "Exit code 0: done; 1: training diverged or a check failed; 2: bad usage or bad input.",
                 "perceptible-cli"};
    app.require_subcommand(0, 1);
    Command chosen = []() -> int { throw CLI::RequiredError::Subcommand(1); };
    addGenerate(app, chosen);
    addTrain(app, chosen);
    addEvaluate(app, chosen);
    addPredict(app, chosen);
    addCheckGradients(app, chosen);
    addExport(app, chosen);
    try {
        checkSubcommand(app, argc, argv);
        app.parse(argc, argv);
        const int code = chosen();
        std::cout.flush();
        if (!std::cout) {
            throw std::runtime_error("Standard output cannot be written; expected room for the result.");
        }
        return code;
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kBadInput; // --help ends here too, with 0
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return kBadInput;
    }
}
