#include "core/session/python_export.h"

#include <cmath>

#include "core/session/python/script.h"
#include "core/data/shortest_text.h"

namespace perceptible {

namespace {

constexpr std::int64_t kUsualIterations = 1000; // where no limit lies ahead

template <class Scalar>
TrainingState<double> stateAfterReset(const Session& session) {
    return convert<double>(Trainer<Scalar>(session.data, session.hyperparameters).state());
}

/// J of the session where it stands.
template <class Scalar>
double costOf(const Session& session) {
    Trainer<Scalar> trainer(session.data, session.hyperparameters);
    trainer.setState(convert<Scalar>(session.state));
    return trainer.measure(Role::train)->cost;
}

std::string aboutStart(const Session& session) {
    const std::string seed = "seed " + std::to_string(session.hyperparameters.seed);
    const double cost = session.precision == Precision::float32 ? costOf<float>(session) : costOf<double>(session);
    const std::string stood = std::isfinite(cost) ? "had J = " + shortestText(cost) : "is";
    return "It begins with the initial parameters of " + seed + ", as Reset does, and trains to iteration " +
           std::to_string(session.state.iteration) + ",\nwhere the session " + stood +
           ". It gets there too, unless data or hyperparameters\nwere changed on the way.";
}

} // namespace

std::string_view nameOf(PythonLibrary library) {
    switch (library) {
    case PythonLibrary::numpy:
        return "numpy";
    case PythonLibrary::pytorch:
        return "pytorch";
    }
    return {};
}

std::string_view nameOf(ScriptStart start) {
    switch (start) {
    case ScriptStart::start:
        return "start";
    case ScriptStart::present:
        return "present";
    }
    return {};
}

std::string pythonScript(const Session& session, PythonLibrary library, ScriptStart start) {
    python::Script script{library, session.precision, session.data, session.hyperparameters, {}, session.state, 0, ""};
    script.architecture = script.h.architecture(session.data->task(), session.data->classes());
    if (library == PythonLibrary::pytorch && script.h.optimizer.beta1 == 0 &&
        script.h.optimizer.kind == Optimizer::Kind::nesterov) {
        script.h.optimizer.kind = Optimizer::Kind::gradientDescent; // the same; PyTorch refuses that momentum
    }
    const std::int64_t iteration = session.state.iteration;
    const std::int64_t limit = script.h.iterations.value_or(0);
    script.iterations = limit > iteration ? limit : iteration + kUsualIterations;
    if (iteration == 0) {
        script.about = "It begins with the session's initial parameters.";
    } else if (start == ScriptStart::present) {
        script.about = "It goes on from iteration " + std::to_string(iteration) + ", where the session stands.";
    } else {
        script.iterations = iteration;
        script.state = session.precision == Precision::float32 ? stateAfterReset<float>(session)
                                                               : stateAfterReset<double>(session);
        script.about = aboutStart(session);
    }
    using namespace python;
    std::string text = head(script) + hyperparameters(script) + data(script) + parameters(script) +
                       randomNumbers(script) + miniBatches(script);
    if (library == PythonLibrary::numpy) {
        return text + numpyForward(script) + numpyCost(script) + numpyBackward(script) + schedule(script) +
               numpyUpdate(script) + numpyTraining(script);
    }
    return text + torchForward(script) + torchCost(script) + schedule(script) + torchUpdate(script) +
           torchTraining(script);
}

} // namespace perceptible
