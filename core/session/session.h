#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/training/stopping.h"
#include "core/training/trainer.h"

namespace perceptible {

/// The numbers a network is trained with. The window trains with float32; float64 is for checking and comparing.
enum class Precision { float32, float64 };
inline constexpr Precision allPrecisions[] = {Precision::float32, Precision::float64};

/// "float", "double": as the command line spells them.
std::string_view nameOf(Precision precision);

/// The document: a training that can be put down and taken up again as if nothing had happened.
struct Session {
    Precision precision = Precision::float64;
    DataSetPtr data = std::make_shared<const DataSet>(); ///< never null
    Hyperparameters hyperparameters;                     ///< valid
    /// Has the shapes that data and hyperparameters ask for. A double holds every float, so that one type does for
    /// both precisions; with float32 the parameters and the optimizer's memory are floats.
    TrainingState<double> state;
    Stopping::Best best;
};

/// Exact from float to double, and back again for what was a float.
template <class To, class From>
TrainingState<To> convert(const TrainingState<From>& state) {
    TrainingState<To> result;
    result.iteration = state.iteration;
    result.parameters = convert<To>(state.parameters);
    result.optimizer.v = state.optimizer.v.template cast<To>();
    result.optimizer.s = state.optimizer.s.template cast<To>();
    result.optimizer.steps = state.optimizer.steps;
    result.batches = {state.batches.epoch, state.batches.done};
    result.inputs = state.inputs;
    return result;
}

/// A session file, version 1: JSON that a person can read and edit. Numbers are in their shortest form that reads back
/// to the same float or double, bit for bit.
std::string toJson(const Session& session);

/// Reads what toJson() wrote and what a person made of it. format, version, iteration, hyperparameters, data and
/// parameters must be there; what else is missing is what a fresh training has. Throws Refusal, which names the file,
/// the line or the place as a JSON pointer, what was found there and what was expected. `name` stands for the file.
Session parseSession(std::string_view text, const std::string& name);

/// The same from a file.
Session readSession(const std::filesystem::path& file);

} // namespace perceptible
