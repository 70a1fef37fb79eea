#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/training/hyperparameters.h"

namespace perceptible::cli {

/// The options that set hyperparameters. Those that were typed are laid over what was there before, the defaults or a
/// session's.
class HyperparameterOptions {
public:
    void addTo(CLI::App& command);

    /// `before` with what was typed; #iterations counts from `iteration`. Throws a Refusal or CLI::ValidationError
    /// that names field, value and range.
    Hyperparameters laidOver(Hyperparameters before, std::int64_t iteration) const;
    bool hasIterations() const { return iterations_.has_value(); }

private:
    using Edit = std::function<void(Hyperparameters&)>;

    template <class Value>
    void add(CLI::App& command, const char* name, const char* description, Value Hyperparameters::*field);
    CLI::Option* addText(CLI::App& command, const char* name, const std::string& description,
                         std::function<void(Hyperparameters&, const std::string&)> set);
    void addNumber(CLI::App& command, const char* name, const std::string& description,
                   std::function<void(Hyperparameters&, const std::string&)> set);
    void addNetwork(CLI::App& command);
    void addDescent(CLI::App& command);
    void addData(CLI::App& command);
    void layLayers(Hyperparameters& h) const;

    std::vector<Edit> edits_;
    std::optional<std::int64_t> iterations_;
    std::optional<std::string> hidden_, activations_, dropout_; ///< lists
};

} // namespace perceptible::cli
