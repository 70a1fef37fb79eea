#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace perceptible::cli {

// What a script can rely on.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1; ///< training diverged, or a check failed
inline constexpr int kBadInput = 2;

/// What a subcommand does once its options are known; the result is the exit code.
using Command = std::function<int()>;

// Each adds its subcommand, which puts what is to be done into `chosen`.
void addGenerate(CLI::App& app, Command& chosen);
void addTrain(CLI::App& app, Command& chosen);
void addEvaluate(CLI::App& app, Command& chosen);
void addPredict(CLI::App& app, Command& chosen);
void addCheckGradients(CLI::App& app, Command& chosen);
void addExport(CLI::App& app, Command& chosen);

} // namespace perceptible::cli
