#pragma once

#include <cstdint>
#include <string>

#include "core/session/python_export.h"

/// The parts of an exported script, in the order in which they stand in it. Each begins with the blank lines before it
/// and leaves out what isn't in use.
namespace perceptible::python {

/// What a script is made from.
struct Script {
    PythonLibrary library = PythonLibrary::numpy;
    Precision precision = Precision::float64;
    DataSetPtr data;
    Hyperparameters h;
    Architecture architecture;
    TrainingState<double> state; ///< where it begins
    std::int64_t iterations = 0; ///< where it ends
    std::string about;           ///< what it does, in sentences

    bool isNumpy() const { return library == PythonLibrary::numpy; }
    bool isFloat() const { return precision == Precision::float32; }
    bool hasHiddenLayers() const { return !h.hiddenLayers.empty(); }
    bool hasPenalty() const { return h.l1 > 0 || h.l2 > 0; }
    bool hasDropout() const { return h.dropout().isActive(); }
    bool hasBatches() const { return h.batchSize.has_value(); }
    bool isShuffled() const { return hasBatches() && h.shuffle; }
    bool isRandom() const { return isShuffled() || hasDropout(); }
    bool hasSchedule() const { return h.schedule.kind != Schedule::Kind::constant; }
    /// The optimizer begins with what it remembers.
    bool hasMemory() const {
        return state.optimizer.steps > 0 && (h.optimizer.hasVelocity() || h.optimizer.hasSquares());
    }
    bool usesLeakyRelu() const;
};

std::string head(const Script& script);
std::string hyperparameters(const Script& script);
std::string data(const Script& script);
std::string parameters(const Script& script);
std::string randomNumbers(const Script& script);
std::string miniBatches(const Script& script);
std::string schedule(const Script& script);

std::string numpyForward(const Script& script);
std::string numpyCost(const Script& script);
std::string numpyBackward(const Script& script);
std::string numpyUpdate(const Script& script);
std::string numpyTraining(const Script& script);

std::string torchForward(const Script& script);
std::string torchCost(const Script& script);
std::string torchUpdate(const Script& script);
std::string torchTraining(const Script& script);

} // namespace perceptible::python
