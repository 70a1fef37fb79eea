#pragma once

#include <string>
#include <string_view>

#include "core/session/session.h"

namespace perceptible {

enum class PythonLibrary { numpy, pytorch };
inline constexpr PythonLibrary allPythonLibraries[] = {PythonLibrary::numpy, PythonLibrary::pytorch};

/// "numpy", "pytorch": as the command line spells them.
std::string_view nameOf(PythonLibrary library);

/// Where an exported script begins.
enum class ScriptStart {
    start,  ///< iteration 0, as after Reset
    present ///< the session's iteration, with its parameters and all that the optimizer remembers
};
inline constexpr ScriptStart allScriptStarts[] = {ScriptStart::start, ScriptStart::present};

/// "start", "present".
std::string_view nameOf(ScriptStart start);

/// A Python program that trains as the session does: data, parameters, hyperparameters, and those of the lecture's
/// functions that are in use. It prints "iteration,train_cost" and J of the training set at its start and after each
/// update (every 10th, 100th, … of a long training). The session must have at least one training example.
///
/// From the start it trains to the session's iteration, or to #iterations where the session is at 0, and so repeats the
/// session's training unless data, hyperparameters or parameters were changed on the way. A session at iteration 0 is
/// where it is, also when its parameters aren't those of Reset. From the present it goes on to #iterations. Where there
/// is no such limit ahead it does 1000 updates. It knows no other rule to stop.
std::string pythonScript(const Session& session, PythonLibrary library, ScriptStart start = ScriptStart::start);

} // namespace perceptible
