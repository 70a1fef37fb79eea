#include <memory>

#include "commands.h"
#include "core/data/csv.h"
#include "core/network/activation.h"
#include "output.h"
#include "session_examples.h"
#include "words.h"

namespace perceptible::cli {

namespace {

struct Options {
    std::string session, data, output;
};

std::string header(const DataSet& learnt) {
    switch (learnt.task()) {
    case Task::binary:
        return "x1,x2,probability,prediction\n";
    case Task::multiclass: {
        std::string names = "x1,x2";
        for (int k = 0; k < learnt.classes(); ++k) {
            names += ",probability_" + std::to_string(k);
        }
        return names + ",prediction\n";
    }
    case Task::regression:
        return "x1,x2,prediction\n";
    }
    return {};
}

template <class Scalar>
std::string predictions(const Trainer<Scalar>& trainer, const std::vector<Example>& points) {
    const Architecture& architecture = trainer.architecture();
    Matrix<Scalar> X(architecture.units.front(), static_cast<Eigen::Index>(points.size()));
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        const Example& point = points[static_cast<std::size_t>(j)];
        setInputs(trainer.inputs(), point.x1, point.x2, X, j);
    }
    std::string csv;
    Evaluator<Scalar> evaluator(architecture);
    const auto add = [&](Eigen::Index first, const ConstMatrixView<Scalar>& Z) {
        const auto A = evaluator.caches().layers.back().A.leftCols(Z.cols());
        for (Eigen::Index j = 0; j < Z.cols(); ++j) {
            const Example& point = points[static_cast<std::size_t>(first + j)];
            csv += text(point.x1) + ',' + text(point.x2);
            for (Eigen::Index k = 0; k < A.rows(); ++k) {
                csv += ',' + text(static_cast<double>(A(k, j)));
            }
            if (architecture.task != Task::regression) {
                csv += ',' + std::to_string(predictedClass(architecture.task, Z.col(j)));
            }
            csv += '\n';
        }
    };
    evaluator.forEachBlock(trainer.parameters(), X, neverInterrupted, add);
    return csv;
}

int run(const Options& options) {
    const Session session = readSession(options.session);
    const std::vector<Example> points = readPoints(options.data);
    const std::string csv =
        header(*session.data) + withTrainer(session, [&](const auto& trainer) { return predictions(trainer, points); });
    writeText(options.output, csv);
    return kDone;
}

} // namespace

void addPredict(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("predict", "What a session's network says of the points of a file, as CSV");
    addFile(*command, "session", options->session, "Session file")->required();
    addFile(*command, "--data", options->data, "CSV file: x1,x2; further labels are ignored")->required();
    addFile(*command, "-o,--output", options->output, "CSV file [standard output]");
    command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

} // namespace perceptible::cli
