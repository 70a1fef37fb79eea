#include "core/data/split.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/data/random.h"

namespace perceptible {

namespace {

constexpr double kMaxShare = 0.9;

/// How many of n examples of a group are kept back for testing.
std::size_t testCount(std::size_t n, double share) {
    if (n == 0 || !(share > 0)) { // NaN as well
        return 0;
    }
    const auto rounded = static_cast<std::size_t>(std::lround(std::min(share, kMaxShare) * static_cast<double>(n)));
    return std::min(rounded, n - 1);
}

/// Gives the examples from `firstNew` on their roles, group by group of `data`; those before it keep theirs.
void assignRoles(const DataSet& data, std::vector<Example>& examples, std::size_t firstNew, double share,
                 std::uint64_t seed) {
    Random random(seed);
    for (int group = 0; group < data.groups(); ++group) {
        std::size_t total = 0;
        std::size_t test = 0;
        std::vector<Example*> fresh;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (data.groupOf(examples[i]) != group) {
                continue;
            }
            ++total;
            if (i < firstNew) {
                test += examples[i].role == Role::test ? 1U : 0U;
            } else {
                examples[i].role = Role::train;
                fresh.push_back(&examples[i]);
            }
        }
        random.shuffle(fresh);
        const std::size_t wanted = testCount(total, share);
        const std::size_t missing = wanted > test ? wanted - test : 0;
        for (Example* example : std::span(fresh).first(std::min(missing, fresh.size()))) {
            example->role = Role::test;
        }
    }
}

} // namespace

DataSet split(const DataSet& data, double share, std::uint64_t seed) {
    std::vector<Example> examples = data.examples();
    assignRoles(data, examples, 0, share, seed);
    return DataSet(std::move(examples), data.task(), data.classes());
}

DataSet append(const DataSet& data, std::vector<Example> added, double share, std::uint64_t seed) {
    std::vector<Example> examples;
    examples.reserve(data.size() + added.size());
    examples = data.examples();
    examples.insert(examples.end(), added.begin(), added.end());
    // Strokes drawn one after the other with one seed still choose differently.
    assignRoles(data, examples, data.size(), share, seed + data.size());
    return DataSet(std::move(examples), data.task(), data.classes());
}

} // namespace perceptible
