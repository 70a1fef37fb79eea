#include "core/data/data_set.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace perceptible {

namespace {

int classesOf(Task task, int asked) {
    switch (task) {
    case Task::binary:
        return 2;
    case Task::multiclass:
        return std::clamp(asked, 2, DataSet::maxClasses);
    case Task::regression:
        return 0;
    }
    return 0;
}

} // namespace

std::string_view nameOf(Task task) {
    switch (task) {
    case Task::binary:
        return "binary";
    case Task::multiclass:
        return "multiclass";
    case Task::regression:
        return "regression";
    }
    return {};
}

DataSet::DataSet(std::vector<Example> examples, Task task, int classes)
    : examples_(std::move(examples))
    , testCount_(static_cast<std::size_t>(
          std::ranges::count_if(examples_, [](const Example& e) { return e.role == Role::test; })))
    , task_(task)
    , classes_(classesOf(task, classes)) {}

Region viewOf(const DataSet& data) {
    constexpr Region usual{};
    const auto inside = [&](const Example& e) {
        return e.x1 >= usual.x1Min && e.x1 <= usual.x1Max && e.x2 >= usual.x2Min && e.x2 <= usual.x2Max;
    };
    if (std::ranges::all_of(data.examples(), inside)) {
        return usual;
    }
    const auto [left, right] = std::ranges::minmax(data.examples(), {}, &Example::x1);
    const auto [bottom, top] = std::ranges::minmax(data.examples(), {}, &Example::x2);
    const double x1 = std::midpoint(left.x1, right.x1);
    const double x2 = std::midpoint(bottom.x2, top.x2);
    const double largest = std::max({-left.x1, right.x1, -bottom.x2, top.x2});
    const double bounding = std::max(right.x1 - left.x1, top.x2 - bottom.x2);
    constexpr double margin = 0.08;
    constexpr double finest = 1e-4; // of the coordinates: float still tells a few hundred places apart there
    const double side = bounding > 0 ? (1 + 2 * margin) * bounding : usual.width(); // all points may be equal
    const double half = std::max(side, finest * largest) / 2;
    return {x1 - half, x1 + half, x2 - half, x2 + half};
}

} // namespace perceptible
