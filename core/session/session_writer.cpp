#include <cmath>
#include <optional>
#include <utility>

#include "core/session/json_writer.h"
#include "core/session/session.h"

namespace perceptible {

namespace {

using Layout = JsonWriter::Layout;

void write(JsonWriter& json, const Hyperparameters& h) {
    json.beginObject(Layout::lines);
    json.member("learning_rate", h.learningRate);
    json.key("schedule");
    json.beginObject(Layout::line);
    json.member("kind", nameOf(h.schedule.kind));
    json.member("period", h.schedule.period);
    json.member("factor", h.schedule.factor);
    json.end();
    json.key("optimizer");
    json.beginObject(Layout::line);
    json.member("kind", nameOf(h.optimizer.kind));
    json.member("beta1", h.optimizer.beta1);
    json.member("beta2", h.optimizer.beta2);
    json.member("epsilon", h.optimizer.epsilon);
    json.end();
    json.member("l1", h.l1);
    json.member("l2", h.l2);
    json.member("clip_norm", h.clipNorm);
    json.member("iterations", h.iterations);
    json.member("target_cost", h.targetCost);
    json.member("patience", h.patience);
    json.key("hidden_layers");
    json.beginList(Layout::lines);
    for (const HiddenLayer& layer : h.hiddenLayers) {
        json.beginObject(Layout::line);
        json.member("units", layer.units);
        json.member("activation", nameOf(layer.activation));
        json.member("dropout", layer.dropout);
        json.end();
    }
    json.end();
    json.member("leaky_slope", h.leakySlope);
    json.member("initialization", nameOf(h.initialization));
    json.member("initial_range", h.initialRange);
    json.member("initial_bias", h.initialBias);
    json.key("features");
    json.beginList(Layout::line);
    for (const Feature feature : h.features) {
        json.value(nameOf(feature));
    }
    json.end();
    json.member("standardize", h.standardize);
    json.member("batch_size", h.batchSize);
    json.member("shuffle", h.shuffle);
    json.member("seed", h.seed);
    json.end();
}

void write(JsonWriter& json, const DataSet& data) {
    json.beginObject(Layout::lines);
    json.member("task", nameOf(data.task()));
    json.member("classes", data.classes());
    json.key("examples");
    json.beginList(Layout::lines);
    for (const Example& example : data.examples()) {
        json.beginList(Layout::line);
        json.value(example.x1);
        json.value(example.x2);
        json.value(example.y);
        json.end();
    }
    json.end();
    json.key("test");
    json.beginList(Layout::wrapped);
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.examples()[i].role == Role::test) {
            json.value(i);
        }
    }
    json.end();
    json.end();
}

/// Numbers of the session's precision. JSON has no infinity; null stands for it.
class ScalarWriter {
public:
    ScalarWriter(JsonWriter& json, Precision precision)
        : json_(json)
        , precision_(precision) {}

    template <class Numbers>
    void writeList(const Numbers& numbers, Layout layout) const {
        json_.beginList(layout);
        for (const double number : numbers) {
            if (!std::isfinite(number)) {
                json_.null();
            } else if (precision_ == Precision::float32) {
                json_.value(static_cast<float>(number));
            } else {
                json_.value(number);
            }
        }
        json_.end();
    }

    void write(const Parameters<double>& parameters) const {
        json_.beginList(Layout::lines);
        for (std::size_t l = 0; l < parameters.size(); ++l) {
            json_.beginObject(Layout::lines);
            json_.key("W");
            json_.beginList(Layout::lines);
            for (Eigen::Index i = 0; i < parameters[l].W.rows(); ++i) {
                writeList(parameters[l].W.row(i), Layout::line);
            }
            json_.end();
            json_.key("b");
            writeList(parameters[l].b, Layout::line);
            json_.end();
        }
        json_.end();
    }

private:
    JsonWriter& json_;
    Precision precision_;
};

void write(JsonWriter& json, const TrainingState<double>& state, const Stopping::Best& best, Precision precision) {
    const ScalarWriter scalars(json, precision);
    const ScalarWriter doubles(json, Precision::float64);
    json.key("inputs");
    json.beginObject(Layout::lines);
    json.key("means");
    doubles.writeList(state.inputs.means, Layout::line);
    json.key("deviations");
    doubles.writeList(state.inputs.deviations, Layout::line);
    json.end();
    json.key("optimizer_state");
    json.beginObject(Layout::lines);
    json.member("steps", state.optimizer.steps);
    json.key("v");
    scalars.writeList(state.optimizer.v, Layout::wrapped);
    json.key("s");
    scalars.writeList(state.optimizer.s, Layout::wrapped);
    json.end();
    json.key("batches");
    json.beginObject(Layout::line);
    json.member("epoch", state.batches.epoch);
    json.member("done", state.batches.done);
    json.end();
    json.key("best");
    json.beginObject(Layout::line);
    json.member("cost", std::isfinite(best.cost) ? std::optional(best.cost) : std::nullopt);
    json.member("iteration", best.iteration);
    json.end();
    json.key("parameters");
    scalars.write(state.parameters);
}

} // namespace

std::string toJson(const Session& session) {
    JsonWriter json;
    json.beginObject(Layout::lines);
    json.member("format", std::string_view("perceptible-session"));
    json.member("version", 1);
    json.member("precision", nameOf(session.precision));
    json.member("iteration", session.state.iteration);
    json.key("hyperparameters");
    write(json, session.hyperparameters);
    json.key("data");
    write(json, *session.data);
    write(json, session.state, session.best, session.precision);
    json.end();
    return std::move(json).text();
}

} // namespace perceptible
