#pragma once

#include <string>

#include "core/session/session.h"

namespace perceptible::cli {

/// The points of a CSV file as examples of the session's task; all of them in the training set. Refuses labels that
/// the session's network has no output for.
DataSet readForSession(const std::string& file, const Session& session);

/// A session's points as those of another task. Refuses labels that it doesn't have; `file` is the session's.
DataSet withTask(const DataSet& data, Task task, const std::string& file);

/// For a session or a file that has nothing to train with.
[[noreturn]] void refuseWithoutExamples(const std::string& file);

/// A trainer that stands where the session stands.
template <class Scalar>
Trainer<Scalar> trainerOf(const Session& session) {
    Trainer<Scalar> trainer(session.data, session.hyperparameters);
    trainer.setState(convert<Scalar>(session.state));
    return trainer;
}

/// f(trainer) in the session's own precision.
template <class F>
auto withTrainer(const Session& session, F f) {
    return session.precision == Precision::float32 ? f(trainerOf<float>(session)) : f(trainerOf<double>(session));
}

} // namespace perceptible::cli
