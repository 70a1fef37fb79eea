#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "core/data/message.h"
#include "core/session/hyperparameters_reader.h"
#include "core/session/json_document.h"
#include "core/session/session.h"

namespace perceptible {

namespace {

using Value = JsonDocument::Value;

/// Key by key, in an order in which each part only needs those before it.
class SessionReader {
public:
    explicit SessionReader(const JsonDocument& json)
        : json_(json) {}

    Session read() {
        const Value& root = json_.root();
        checkVersion(root);
        json_.checkKeys(root, {"format", "version", "precision", "iteration", "hyperparameters", "data", "inputs",
                               "optimizer_state", "batches", "best", "parameters"});
        if (const Value* const precision = json_.find(root, "precision")) {
            session_.precision = json_.choice(*precision, allPrecisions);
        }
        state_.iteration = count(json_.at(root, "iteration"));
        session_.hyperparameters = hyperparametersIn(json_, json_.at(root, "hyperparameters"));
        session_.data = dataIn(json_.at(root, "data"));
        readParameters(json_.at(root, "parameters"));
        readInputs(json_.find(root, "inputs"));
        readOptimizerState(json_.find(root, "optimizer_state"));
        readBatches(json_.find(root, "batches"));
        readBest(json_.find(root, "best"));
        return std::move(session_);
    }

private:
    void checkVersion(const Value& root) const;
    DataSetPtr dataIn(const Value& object) const;
    Example exampleIn(const Value& list, Task task, int classes) const;
    void readTestExamples(const Value& list, std::vector<Example>& examples) const;
    void readParameters(const Value& list);
    void readInputs(const Value* object);
    void readOptimizerState(const Value* object);
    void readBatches(const Value* object);
    void readBest(const Value* object);

    std::int64_t count(const Value& value) const { return json_.wholeNumber(value, 0, JsonDocument::maxWholeNumber); }
    /// A number of the session's precision.
    double scalar(const Value& value, double low = std::numeric_limits<double>::lowest()) const;
    template <class Numbers>
    void readScalars(const Value& list, Numbers&& numbers) const;

    const JsonDocument& json_;
    Session session_;
    TrainingState<double>& state_ = session_.state;
};

void SessionReader::checkVersion(const Value& root) const {
    json_.checkText(json_.at(root, "format"), "perceptible-session");
    const Value& version = json_.at(root, "version");
    const auto number = json_.wholeNumber(version, 1, JsonDocument::maxWholeNumber);
    if (number > 1) {
        throw Refusal(sentence("core", "%1 is of version %2; this program reads version %3.")
                          .with(json_.name(), std::to_string(number), "1"));
    }
}

DataSetPtr SessionReader::dataIn(const Value& object) const {
    json_.checkKeys(object, {"task", "classes", "examples", "test"});
    const Value* const taskValue = json_.find(object, "task");
    const Task task = taskValue != nullptr ? json_.choice(*taskValue, allTasks) : Task::binary;
    int classes = DataSet({}, task).classes();
    if (task == Task::multiclass) {
        classes = static_cast<int>(json_.wholeNumber(json_.at(object, "classes"), 2, DataSet::maxClasses));
    } else if (const Value* const classesValue = json_.find(object, "classes")) {
        json_.wholeNumber(*classesValue, classes, classes);
    }
    const Value& list = json_.listUpTo(json_.at(object, "examples"), DataSet::maxExamples);
    std::vector<Example> examples;
    examples.reserve(list.size());
    for (const Value& example : list) {
        examples.push_back(exampleIn(example, task, classes));
    }
    if (const Value* const test = json_.find(object, "test")) {
        readTestExamples(*test, examples);
    }
    return std::make_shared<const DataSet>(std::move(examples), task, classes);
}

Example SessionReader::exampleIn(const Value& list, Task task, int classes) const {
    json_.list(list, 3);
    return {json_.number(list[0], -DataSet::maxCoordinate, DataSet::maxCoordinate),
            json_.number(list[1], -DataSet::maxCoordinate, DataSet::maxCoordinate),
            task == Task::regression ? json_.number(list[2], -DataSet::maxTarget, DataSet::maxTarget)
                                     : static_cast<double>(json_.wholeNumber(list[2], 0, classes - 1))};
}

void SessionReader::readTestExamples(const Value& list, std::vector<Example>& examples) const {
    for (const Value& value : json_.listUpTo(list, examples.size())) {
        const auto index = json_.wholeNumber(value, 0, static_cast<std::int64_t>(examples.size()) - 1);
        Role& role = examples[static_cast<std::size_t>(index)].role;
        if (std::exchange(role, Role::test) == Role::test) {
            json_.refuseRepetition(value);
        }
    }
}

double SessionReader::scalar(const Value& value, double low) const {
    if (session_.precision == Precision::float64) {
        return json_.number(value, low, std::numeric_limits<double>::max());
    }
    constexpr double largest = std::numeric_limits<float>::max();
    return static_cast<float>(json_.number(value, std::max(low, -largest), largest));
}

template <class Numbers>
void SessionReader::readScalars(const Value& list, Numbers&& numbers) const {
    json_.list(list, static_cast<std::size_t>(numbers.size()));
    for (Eigen::Index i = 0; i < numbers.size(); ++i) {
        numbers[i] = scalar(list[static_cast<std::size_t>(i)]);
    }
}

void SessionReader::readParameters(const Value& list) {
    const Architecture architecture =
        session_.hyperparameters.architecture(session_.data->task(), session_.data->classes());
    state_.parameters = Parameters<double>(architecture.units);
    json_.list(list, state_.parameters.size());
    for (std::size_t l = 0; l < list.size(); ++l) {
        json_.checkKeys(list[l], {"W", "b"});
        auto layer = state_.parameters[l];
        const Value& rows = json_.list(json_.at(list[l], "W"), static_cast<std::size_t>(layer.W.rows()));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            readScalars(rows[i], layer.W.row(static_cast<Eigen::Index>(i)));
        }
        readScalars(json_.at(list[l], "b"), layer.b);
    }
}

void SessionReader::readInputs(const Value* object) {
    const Hyperparameters& h = session_.hyperparameters;
    InputMap& inputs = state_.inputs;
    inputs = inputMapFor(h.features, h.standardize, *session_.data);
    if (object == nullptr) {
        return;
    }
    json_.checkKeys(*object, {"means", "deviations"});
    if (const Value* const means = json_.find(*object, "means")) {
        json_.list(*means, inputs.means.size());
        std::ranges::transform(*means, inputs.means.begin(), [&](const Value& v) { return json_.number(v); });
    }
    if (const Value* const deviations = json_.find(*object, "deviations")) {
        json_.list(*deviations, inputs.deviations.size());
        std::ranges::transform(*deviations, inputs.deviations.begin(),
                               [&](const Value& v) { return json_.numberAbove(v, 0); });
    }
}

void SessionReader::readOptimizerState(const Value* object) {
    OptimizerState<double>& optimizer = state_.optimizer;
    optimizer = {session_.hyperparameters.optimizer, state_.parameters.values().size()};
    if (object == nullptr) {
        return;
    }
    json_.checkKeys(*object, {"steps", "v", "s"});
    if (const Value* const steps = json_.find(*object, "steps")) {
        optimizer.steps = count(*steps);
    }
    if (const Value* const v = json_.find(*object, "v")) {
        readScalars(*v, optimizer.v);
    }
    if (const Value* const s = json_.find(*object, "s")) {
        json_.list(*s, static_cast<std::size_t>(optimizer.s.size()));
        // The square of a large gradient is infinite as a float; JSON has null for it.
        std::ranges::transform(*s, optimizer.s.begin(), [&](const Value& value) {
            constexpr auto infinity = std::numeric_limits<double>::infinity();
            return value.is_null() ? infinity : scalar(value, 0);
        });
    }
}

void SessionReader::readBatches(const Value* object) {
    if (object == nullptr) {
        return;
    }
    json_.checkKeys(*object, {"epoch", "done"});
    if (const Value* const epoch = json_.find(*object, "epoch")) {
        state_.batches.epoch = static_cast<std::uint64_t>(count(*epoch));
    }
    if (const Value* const done = json_.find(*object, "done")) {
        const auto m = static_cast<std::int64_t>(session_.data->count(Role::train));
        state_.batches.done = json_.wholeNumber(*done, 0, std::max<std::int64_t>(m - 1, 0));
    }
}

void SessionReader::readBest(const Value* object) {
    if (object == nullptr) {
        return;
    }
    json_.checkKeys(*object, {"cost", "iteration"});
    if (const Value* const cost = json_.find(*object, "cost"); cost != nullptr && !cost->is_null()) {
        session_.best.cost = json_.number(*cost);
    }
    if (const Value* const iteration = json_.find(*object, "iteration")) {
        session_.best.iteration = count(*iteration);
    }
}

} // namespace

Session parseSession(std::string_view text, const std::string& name) {
    const JsonDocument json(text, name);
    return SessionReader(json).read();
}

} // namespace perceptible
