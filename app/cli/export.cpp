#include <memory>

#include "commands.h"
#include "core/session/python_export.h"
#include "output.h"
#include "session_examples.h"
#include "words.h"

namespace perceptible::cli {

namespace {

struct Options {
    std::string session, format, output;
    std::string from = std::string(nameOf(ScriptStart::start));
};

int run(const Options& options) {
    const PythonLibrary library = named("--format", options.format, allPythonLibraries);
    const ScriptStart start = named("--from", options.from, allScriptStarts);
    if (isSameFile(options.output, options.session)) {
        throw CLI::ValidationError("-o", "expected another file than the session");
    }
    const Session session = readSession(options.session);
    if (session.data->count(Role::train) == 0) {
        refuseWithoutExamples(options.session);
    }
    writeText(options.output, pythonScript(session, library, start));
    return kDone;
}

} // namespace

void addExport(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "export", "A session as a Python program that trains the same network with the lecture's functions. Run it\n"
                  "with python3: it prints iteration,train_cost.");
    addFile(*command, "session", options->session, "Session file")->required();
    command->add_option("--format", options->format, namesOf(allPythonLibraries))->type_name("NAME")->required();
    command
        ->add_option("--from", options->from,
                     "start: from iteration 0, as after Reset, to the session's iteration or limit;\n"
                     "present: on from where the session is [start]")
        ->type_name("NAME");
    addFile(*command, "-o,--output", options->output, "Python file to write [standard output]");
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

} // namespace perceptible::cli
